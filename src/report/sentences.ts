import type { Span } from './span.ts';
import { trimSpan } from './span.ts';

const CLOSERS: ReadonlySet<string> = new Set('”’」』)】》〉');
const CLOSER_OF: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '(': ')',
  '《': '》',
  '【': '】',
};
const SENTENCE_ENDS: ReadonlySet<string> = new Set('。!?;');
const CLAUSE_ENDS: ReadonlySet<string> = new Set(',:。!?;');

/**
 * Splits a span at the separators, outside quotation marks, brackets and numbers (`1,234`, `1:0.76`).
 * Each piece carries its separator at the end; an unclosed bracket is ignored so that it cannot swallow the rest.
 */
function splitAt(folded: string, span: Span, separators: ReadonlySet<string>): Span[] {
  const pieces: Span[] = [];
  const awaited: string[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at += 1) {
    const character = folded.charAt(at);
    const closer = CLOSER_OF[character];
    if (closer !== undefined && folded.slice(at, span.end).includes(closer)) awaited.push(closer);
    else if (awaited.at(-1) === character) awaited.pop();
    if (awaited.length > 0 || !separators.has(character)) continue;
    if (isWithinNumber(folded, at)) continue;
    let end = at + 1;
    while (end < span.end && (CLOSERS.has(folded.charAt(end)) || separators.has(folded.charAt(end))))
      end += 1;
    pieces.push({ start, end });
    start = end;
    at = end - 1;
  }
  pieces.push({ start, end: span.end });
  return pieces.map((piece) => trimSpan(folded, piece)).filter((piece) => piece.start < piece.end);
}

/** Whether a mark stands within a number: thousands are three digits, and no part of a ratio is a year. */
function isWithinNumber(folded: string, at: number): boolean {
  const after = folded.slice(at + 1, at + 6);
  const isJoint = folded.charAt(at) === ',' ? /^\d{3}(?!\d)/.test(after) : /^\d(?!\d{3}年)/.test(after);
  return /[,:]/.test(folded.charAt(at)) && isJoint && /\d/.test(folded.charAt(at - 1));
}

/**
 * Splits a span of width-folded text into sentences. A semicolon ends a sentence as a full stop does: in official
 * prose it separates statements that each stand alone, and a quote should be no longer than what it proves.
 */
export function splitSentences(folded: string, span: Span): Span[] {
  return splitAt(folded, span, SENTENCE_ENDS);
}

/** Splits a sentence of width-folded text at commas and colons. Punctuation after a clause is not part of it. */
export function splitClauses(folded: string, sentence: Span): Span[] {
  return splitAt(folded, sentence, CLAUSE_ENDS)
    .map((piece) => {
      let end = piece.end;
      while (end > piece.start && CLAUSE_ENDS.has(folded.charAt(end - 1))) end -= 1;
      return trimSpan(folded, { start: piece.start, end });
    })
    .filter((piece) => piece.start < piece.end);
}
