import { randomBytes } from 'node:crypto';

/** A file the bot uploaded; without content until its bytes have come. */
export type UploadedFile = { readonly id: string; readonly name: string; readonly content: Buffer | null };

/** The files of the workspace, each under an id nobody can guess. */
export function createUploads() {
  const files = new Map<string, UploadedFile>();
  return {
    announce(name: string): string {
      const id = `F${randomBytes(8).toString('hex').toUpperCase()}`;
      files.set(id, { id, name, content: null });
      return id;
    },
    /** Takes the bytes of an announced file; false for any other and for one that has come. */
    receive(id: string, content: Buffer): boolean {
      const file = files.get(id);
      if (file === undefined || file.content !== null) return false;
      files.set(id, { ...file, content });
      return true;
    },
    find: (id: string): UploadedFile | undefined => files.get(id),
    clear: () => files.clear(),
  };
}
