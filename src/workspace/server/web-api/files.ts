import { z } from 'zod';
import { type ApiMethod, failure, method } from './method.ts';

/** Files people sent; the bytes are fetched from the address given here, with the bot's token. */
export const fileMethods: Readonly<Record<string, ApiMethod>> = {
  'files.info': method('files:read', z.looseObject({ file: z.string() }), (workspace, { file: id }) => {
    const found = workspace.state.file(id);
    if (found === undefined) return failure('file_not_found');
    const address = `${workspace.baseUrl()}/files/${id}`;
    return { ok: true, file: { ...found.file, url_private: address, url_private_download: address } };
  }),
};
