import type { Answerer, AnswerItem, Quote } from '../../answering/answer.ts';
import { ANSWER, CONTEXT } from '../messages.ts';
import type { ReportTitles } from './answer-parts.ts';
import { contextBlock, paragraphBlock } from './elements.ts';
import { escapeText, type Message } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';

type Place = Pick<Quote, 'source' | 'start' | 'end'>;

/** The whole point around an answer, its numbers (or, without numbers, its sentence) marked. */
export function contextMessage(answerer: Answerer, item: AnswerItem, titleOf: ReportTitles): Message {
  const marks = 'marks' in item && item.marks.length > 0 ? item.marks : [item];
  return placeMessage(answerer, { place: item, marks, titleOf });
}

/** The whole point at a place of a report. */
export function placeMessage(
  answerer: Answerer,
  {
    place,
    marks = [],
    titleOf,
  }: { readonly place: Place; readonly marks?: readonly Marked[]; readonly titleOf: ReportTitles },
): Message {
  const context = answerer.contextOf(place.source, place.start, place.end);
  if (!context) return { text: CONTEXT.gone, blocks: [paragraphBlock(CONTEXT.gone)] };
  const steps = [titleOf(context.source), ...context.section.split('/')].filter((step) => step !== '');
  return {
    text: escapeText(`${CONTEXT.title}${context.quote}`),
    blocks: [
      paragraphBlock(CONTEXT.title),
      ...quoteBlocks(context, marks),
      contextBlock(ANSWER.from(steps.join(' › '))),
    ],
  };
}
