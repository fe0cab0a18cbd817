import { createHash } from 'node:crypto';
import type { AskedQuestion } from './records.ts';

/** 96 bits of SHA-256 in base64url: no collision to be feared, and short enough for any button. */
const ID_CHARS = 16;

/** The id under which a question and its answer are kept: the same texts always have the same. */
export function identifyAsked({ question, answer }: AskedQuestion): string {
  const hash = createHash('sha256').update(question);
  // No text has this sign in it, so that no question reads like another with its answer.
  if (answer !== undefined) hash.update('\0').update(answer);
  return hash.digest('base64url').slice(0, ID_CHARS);
}
