import type { KnownBlock } from '@slack/types';
import type { Answer, Quote } from '../../answering/answer.ts';
import { CONTEXT } from '../messages.ts';
import { fullPlace, type ReportTitles } from './citations.ts';
import { contextBlock, paragraphBlock } from './elements.ts';
import { escapeText, type Message, takeFitting } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';
import { quotesOf } from './quotes-of.ts';

/** Reads the whole paragraph around a place; null when the place is in no report. */
type ContextOf = (place: Pick<Quote, 'source' | 'start' | 'end'>) => Promise<Quote | null>;
type Point = { readonly point: Quote; readonly marks: readonly Marked[] };

/** The whole paragraphs around everything an answer quotes, in one view: its numbers (or its sentence) marked. */
export async function contextMessage(
  contextOf: ContextOf,
  answer: Answer,
  titleOf: ReportTitles,
): Promise<Message> {
  const points: Point[] = [];
  for (const quote of quotesOf(answer)) {
    const point = await contextOf(quote);
    if (!point) continue;
    const marks = quote.marks.length > 0 ? quote.marks : [quote];
    const same = points.findIndex(
      ({ point: other }) => other.source === point.source && other.start === point.start,
    );
    const before = points[same];
    if (before) points[same] = { point, marks: [...before.marks, ...marks] };
    else points.push({ point, marks });
  }
  return pointsMessage(points, titleOf);
}

/** The whole paragraph at a place of a report; null when it is not there any more. */
export function placeMessage(context: Quote | null, titleOf: ReportTitles): Message {
  return pointsMessage(context ? [{ point: context, marks: [] }] : [], titleOf);
}

function pointsMessage(points: readonly Point[], titleOf: ReportTitles): Message {
  if (points.length === 0) return { text: CONTEXT.gone, blocks: [paragraphBlock(CONTEXT.gone)] };
  const head: KnownBlock[] = [contextBlock(CONTEXT.title)];
  const parts = points.map(({ point, marks }) => ({
    text: point.quote,
    blocks: [...quoteBlocks(point, marks), contextBlock(fullPlace(point, titleOf))],
  }));
  const shown = takeFitting(parts, [...head, contextBlock(CONTEXT.more(parts.length))]);
  const rest = parts.length - shown.length;
  return {
    text: escapeText(`${CONTEXT.title}${shown.map(({ text }) => text).join('\n')}`),
    blocks: [
      ...head,
      ...shown.flatMap(({ blocks }) => blocks),
      ...(rest > 0 ? [contextBlock(CONTEXT.more(rest))] : []),
    ],
  };
}
