import { createHash } from 'node:crypto';

/** 48 bits: enough to see that a text is another than it was, and short enough for a button. */
const SUM_CHARS = 8;

/** What a button keeps of a text, to know it again. */
export function sumText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, SUM_CHARS);
}
