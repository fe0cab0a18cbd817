import { createHash } from 'node:crypto';

/** 96 bits of SHA-256 in base64url: no collision to be feared, and short enough for any button. */
const ID_CHARS = 16;

/** The id under which a question is kept: the same text always has the same. */
export function identifyQuestion(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, ID_CHARS);
}
