import { splitSentences } from './sentences.ts';
import type { Span } from './span.ts';

/** Longest sentence taken for a heading within a paragraph, in characters, its full stop included. */
const MAX_CHARS = 20;
/** One short sentence is none; two of one shape are headings. */
const MIN_HEADINGS = 2;
/** Where the paragraphs of a section are headed each, short sentences within one are mostly content. */
const MIN_WITHIN_HEADED = 3;
/** How much the lengths of headings of one paragraph may differ. */
const MAX_DIFFERENCE = 1;

/**
 * Finds the short sentences of one shape that head stretches of a paragraph (`工业稳步回升。……农业再获丰收。……`): no
 * comma, no number, about the same length, the first near the beginning, and each followed by what it heads. `isHeaded`: the
 * paragraph is one of several that are headed by their first sentence.
 */
export function findRunInHeadings(
  folded: string,
  paragraph: Span,
  { isHeaded = false }: { readonly isHeaded?: boolean } = {},
): readonly Span[] {
  const sentences = splitSentences(folded, paragraph);
  const candidates = sentences.filter((sentence, index) => heads(folded, sentence, sentences[index + 1]));
  const likeOf = (shape: Span): readonly Span[] =>
    candidates.filter((other) => Math.abs(lengthOf(other) - lengthOf(shape)) <= MAX_DIFFERENCE);
  const [best = []] = candidates.map(likeOf).sort((a, b) => b.length - a.length);
  const first = best[0];
  if (best.length < MIN_HEADINGS || !first || sentences.indexOf(first) > 1) return [];
  if (isHeaded && (best.length < MIN_WITHIN_HEADED || first !== sentences[0])) return [];
  return best;
}

/** Whether a sentence is short enough to head the next one, which is longer. */
function heads(folded: string, sentence: Span, next: Span | undefined): boolean {
  return (
    next !== undefined &&
    lengthOf(sentence) <= MAX_CHARS &&
    lengthOf(next) > lengthOf(sentence) &&
    /^[^\d,;:!?]{4,}。$/u.test(folded.slice(sentence.start, sentence.end))
  );
}

/** Whether a paragraph opens with a short sentence that heads all of it. */
export function isHeadedParagraph(folded: string, paragraph: Span): boolean {
  const [first, next] = splitSentences(folded, paragraph);
  return first !== undefined && heads(folded, first, next);
}

const lengthOf = ({ start, end }: Span): number => end - start;
