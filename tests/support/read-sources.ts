import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of every TypeScript file below a folder, for tests that hold documents to the code. */
export function readSources(folder: string): string {
  return readSourceFiles(folder)
    .map(({ text }) => text)
    .join('\n');
}

/** The same, file by file, each with its path below the folder. */
export function readSourceFiles(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
