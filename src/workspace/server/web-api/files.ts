import { z } from 'zod';
import { BOT_USER_ID } from '../cast.ts';
import { sendMessageEvent } from '../post-message.ts';
import { type ApiMethod, failure, integerArgument, jsonArgument, method } from './method.ts';

const FilesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** What is known of a file; uploading in three steps: an address for the bytes, the bytes, and the conversation they are shared in. */
export const fileMethods: Readonly<Record<string, ApiMethod>> = {
  'files.info': method('files:read', z.looseObject({ file: z.string() }), (workspace, { file: id }) => {
    const found = workspace.uploads.find(id);
    if (!found?.content) return failure('file_not_found');
    const address = `${workspace.baseUrl()}/file/${id}`;
    const { name, content } = found;
    return {
      ok: true,
      file: { id, name, size: content.length, url_private: address, url_private_download: address },
    };
  }),
  'files.getUploadURLExternal': method(
    'files:write',
    z.looseObject({ filename: z.string().min(1), length: integerArgument.positive() }),
    (workspace, { filename }) => {
      const id = workspace.uploads.announce(filename);
      return { ok: true, file_id: id, upload_url: `${workspace.baseUrl()}/upload/${id}` };
    },
  ),
  'files.completeUploadExternal': method(
    'files:write',
    z.looseObject({ channel_id: z.string(), files: jsonArgument }),
    (workspace, { channel_id: channelId, files: wanted }) => {
      const parsed = FilesSchema.safeParse(wanted);
      if (!parsed.success) return failure('invalid_arguments');
      // Unlike a message, files are shared in a conversation, not with a person.
      if (workspace.state.conversation(channelId) === undefined) return failure('channel_not_found');
      const files = parsed.data.map(({ id }) => workspace.uploads.find(id));
      const uploaded = files.flatMap((file) => (file?.content ? [{ id: file.id, name: file.name }] : []));
      if (uploaded.length < files.length) return failure('file_not_found');
      const message = workspace.state.addMessage({
        channelId,
        authorId: BOT_USER_ID,
        text: '',
        blocks: [],
        files: uploaded,
      });
      sendMessageEvent(workspace, message);
      return { ok: true, files: uploaded.map(({ id, name }) => ({ id, title: name })) };
    },
  ),
};
