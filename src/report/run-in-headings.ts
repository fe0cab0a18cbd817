import { splitSentences } from './sentences.ts';
import type { Span } from './span.ts';

/** Longest sentence taken for a heading within a paragraph, in characters, its full stop included. */
const MAX_CHARS = 20;
/** One short sentence is none; two of one shape are headings. */
const MIN_HEADINGS = 2;
/** How much the lengths of headings of one paragraph may differ. */
const MAX_DIFFERENCE = 1;

/**
 * Finds the short sentences of one shape that head stretches of a paragraph (`工业稳步回升。……农业再获丰收。……`): no
 * comma, no number, about the same length, the first near the beginning, and each followed by what it heads.
 */
export function findRunInHeadings(folded: string, paragraph: Span): readonly Span[] {
  const sentences = splitSentences(folded, paragraph);
  const isShort = (sentence: Span): boolean =>
    sentence.end - sentence.start <= MAX_CHARS &&
    /^[^\d,;:!?]{4,}。$/u.test(folded.slice(sentence.start, sentence.end));
  const candidates = sentences.filter((sentence, index) => {
    const next = sentences[index + 1];
    return isShort(sentence) && next !== undefined && next.end - next.start > sentence.end - sentence.start;
  });
  const likeOf = (shape: Span): readonly Span[] =>
    candidates.filter((other) => Math.abs(lengthOf(other) - lengthOf(shape)) <= MAX_DIFFERENCE);
  const [best = []] = candidates.map(likeOf).sort((a, b) => b.length - a.length);
  const first = best[0];
  if (best.length < MIN_HEADINGS || !first || sentences.indexOf(first) > 1) return [];
  return best;
}

const lengthOf = ({ start, end }: Span): number => end - start;
