import type { ContextBlock, RichTextBlock } from '@slack/types';
import type { Quote } from '../../answering/answer.ts';
import { ANSWER } from '../messages.ts';
import { contextBlock, quoteBlock, type Run } from './elements.ts';
import { MAX_QUOTE_CHARACTERS } from './limits.ts';
import { excerptAround, type Marked } from './quote-excerpt.ts';

/**
 * A passage of a report as a quotation, verbatim, with `marks` (offsets into the report) in bold. A passage too
 * long for a message is shown by whole sentences around the first mark, and says so.
 */
export function quoteBlocks(passage: Quote, marks: readonly Marked[] = []): (RichTextBlock | ContextBlock)[] {
  const relative = marks.map(({ start, end }) => ({
    start: start - passage.start,
    end: end - passage.start,
  }));
  const excerpt = excerptAround(passage.quote, relative[0] ?? { start: 0, end: 1 }, MAX_QUOTE_CHARACTERS);
  if (!excerpt) return [contextBlock(ANSWER.tooLongToShow)];
  const quote = quoteBlock(...markedRuns(passage.quote, excerpt, relative));
  const isWhole = excerpt.end - excerpt.start === passage.quote.length;
  return isWhole ? [quote] : [quote, contextBlock(ANSWER.quoteCut)];
}

/** The text of `range` as runs, alternately plain and bold. Marks outside the range are left out. */
function markedRuns(text: string, range: Marked, marks: readonly Marked[]): Run[] {
  const runs: Run[] = [];
  let position = range.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < position || mark.end > range.end) continue;
    runs.push(text.slice(position, mark.start), { bold: text.slice(mark.start, mark.end) });
    position = mark.end;
  }
  return [...runs, text.slice(position, range.end)];
}
