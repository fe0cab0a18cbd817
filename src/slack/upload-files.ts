import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { createFetch } from './web-client.ts';

/** A file to hand to somebody. */
export type OutgoingFile = { readonly name: string; readonly content: Buffer };

/** A document of a few hundred kilobytes over a slow line. */
const UPLOAD_TIMEOUT_MS = 20_000;

const PlaceSchema = z.object({ upload_url: z.url(), file_id: z.string() });
const PostedSchema = z.object({ channel: z.string() });

/** Slack did not take the bytes of a file. */
class UploadRefusedError extends Error {
  override readonly name = 'UploadRefusedError';
}

/**
 * Uploads files and shares them in a person's direct message with the bot, under a line of text. Needs `files:write`,
 * which is asked for before anything is said. @throws what the Web API throws, `missing_scope` among it
 */
export async function uploadFiles(
  client: WebClient,
  {
    userId,
    text,
    files,
  }: { readonly userId: string; readonly text: string; readonly files: readonly OutgoingFile[] },
): Promise<void> {
  const send = createFetch(UPLOAD_TIMEOUT_MS);
  const uploaded: { id: string; title: string }[] = [];
  for (const { name, content } of files) {
    const place = PlaceSchema.parse(
      await client.apiCall('files.getUploadURLExternal', { filename: name, length: content.byteLength }),
    );
    const response = await send(place.upload_url, { method: 'POST', body: new Uint8Array(content) });
    if (!response.ok) throw new UploadRefusedError(`the upload was answered with status ${response.status}`);
    uploaded.push({ id: place.file_id, title: name });
  }
  // A person's id is good for a message, not for files; the answer names the conversation.
  const { channel } = PostedSchema.parse(
    await client.chat.postMessage({ channel: userId, text, unfurl_links: false }),
  );
  await client.apiCall('files.completeUploadExternal', {
    channel_id: channel,
    files: JSON.stringify(uploaded),
  });
}
