import { writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Writes what somebody asked to have in a file of that name. */
export function saveFile(file: string, content: Buffer | string): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AppError(
      'input_invalid',
      `${file} cannot be written (${code}); name a file in a folder that exists`,
      { cause },
    );
  }
}
