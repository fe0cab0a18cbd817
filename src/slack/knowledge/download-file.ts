import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { RECEIVE_LIMITS } from '../../knowledge/received-report.ts';
import { describeFault, type Log } from '../../logging.ts';

/** How long a file may take to come. */
const DOWNLOAD_TIMEOUT_MS = 60_000;

export type DownloadFault = 'no-scope' | 'too-large' | 'not-delivered';

export type Downloaded =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly fault: DownloadFault };

/** Fetches a file that a person sent, by Slack's id of it. Faults are values: whoever sent it is told which. */
export type FileDownload = (client: WebClient, fileId: string) => Promise<Downloaded>;

const FileInfoSchema = z.object({
  file: z.object({
    name: z.string().catch(''),
    size: z.number().catch(0),
    url_private_download: z.url().optional(),
    url_private: z.url().optional(),
  }),
});

const FailureSchema = z.object({ data: z.object({ error: z.string() }) });

/**
 * Creates the download. The token goes to Slack's own file servers, or to the server of `apiUrl`, and nowhere else.
 * Needs the optional scope `files:read`; without it Slack refuses, or answers with its page for signing in.
 */
export function createFileDownload(options: {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly send: typeof fetch;
  readonly log: Log;
}): FileDownload {
  const { botToken, apiUrl, send, log } = options;

  async function fetchBytes(url: string): Promise<Uint8Array | DownloadFault> {
    const response = await send(url, {
      headers: { authorization: `Bearer ${botToken}` },
      // Who may not read a file is sent to a page for signing in.
      redirect: 'manual',
      signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
    });
    const isFile = response.status === 200 && response.body !== null;
    if (!isFile) {
      await response.body?.cancel();
      return response.status >= 300 && response.status < 400 ? 'no-scope' : 'not-delivered';
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > RECEIVE_LIMITS.bytes) return 'too-large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  return async (client, fileId) => {
    let name = '';
    try {
      const { file } = FileInfoSchema.parse(await client.files.info({ file: fileId }));
      ({ name } = file);
      if (file.size > RECEIVE_LIMITS.bytes) return { kind: 'refused', name, fault: 'too-large' };
      const url = file.url_private_download ?? file.url_private;
      if (url === undefined || !isTrusted(url, apiUrl))
        return { kind: 'refused', name, fault: 'not-delivered' };
      const bytes = await fetchBytes(url);
      return typeof bytes === 'string'
        ? { kind: 'refused', name, fault: bytes }
        : { kind: 'file', name, bytes };
    } catch (error) {
      const code = FailureSchema.safeParse(error).data?.data.error;
      log.warn('file.not_downloaded', { ...describeFault(error) });
      const isScope = code !== undefined && ['missing_scope', 'not_allowed_token_type'].includes(code);
      return { kind: 'refused', name, fault: isScope ? 'no-scope' : 'not-delivered' };
    }
  };
}

function isTrusted(address: string, apiUrl: string): boolean {
  const url = new URL(address);
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'));
}
