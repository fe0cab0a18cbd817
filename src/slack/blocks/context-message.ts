import type { AnswerItem, Quote } from '../../answering/answer.ts';
import { ANSWER, CONTEXT } from '../messages.ts';
import { placeOf, type ReportTitles } from './answer-parts.ts';
import { contextBlock, paragraphBlock } from './elements.ts';
import { escapeText, type Message } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';

/** The whole paragraph around an answer, its numbers (or, without numbers, its sentence) marked. */
export function contextMessage(context: Quote | null, item: AnswerItem, titleOf: ReportTitles): Message {
  const marks = 'marks' in item && item.marks.length > 0 ? item.marks : [item];
  return placeMessage(context, { marks, titleOf });
}

/** The whole paragraph at a place of a report; null when it is not there any more. */
export function placeMessage(
  context: Quote | null,
  { marks = [], titleOf }: { readonly marks?: readonly Marked[]; readonly titleOf: ReportTitles },
): Message {
  if (!context) return { text: CONTEXT.gone, blocks: [paragraphBlock(CONTEXT.gone)] };
  return {
    text: escapeText(`${CONTEXT.title}${context.quote}`),
    blocks: [
      paragraphBlock(CONTEXT.title),
      ...quoteBlocks(context, marks),
      contextBlock(ANSWER.from(placeOf(context, titleOf))),
    ],
  };
}
