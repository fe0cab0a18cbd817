import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../errors.ts';
import type { Sources } from '../evaluation/evidence.ts';
import { decodeText } from '../extraction/decode-text.ts';

/**
 * Reads the reports of a folder as they are on disk, by report id. Apart from the loader on purpose: quotes are
 * checked against the files, not against what the code under evaluation made of them.
 * @throws AppError `input_invalid` when the folder cannot be read.
 */
export function readSources(seedsDir: string): Sources {
  try {
    return new Map(
      readdirSync(seedsDir, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.txt') && !path.endsWith('.original.txt'))
        .map((path) => [basename(path, '.txt'), decodeText(readFileSync(join(seedsDir, path)))?.text ?? '']),
    );
  } catch (cause) {
    throw new AppError('input_invalid', `${seedsDir}: cannot be read; name a folder of .txt reports`, {
      cause,
    });
  }
}
