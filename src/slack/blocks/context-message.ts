import type { KnownBlock } from '@slack/types';
import type { Answer, Answerer, Quote } from '../../answering/answer.ts';
import { CONTEXT } from '../messages.ts';
import { fullPlace, type ReportTitles } from './citations.ts';
import { contextBlock, paragraphBlock } from './elements.ts';
import { escapeText, type Message, takeFitting } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';
import { quotesOf } from './quotes-of.ts';

type Contexts = Pick<Answerer, 'contextOf'>;
type Point = { readonly point: Quote; readonly marks: readonly Marked[] };

/** The whole point around everything an answer quotes, in one view: its numbers (or its sentence) marked. */
export function contextMessage(answerer: Contexts, answer: Answer, titleOf: ReportTitles): Message {
  const points: Point[] = [];
  for (const quote of quotesOf(answer)) {
    const point = answerer.contextOf(quote.source, quote.start, quote.end);
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

/** The whole point at a place of a report. */
export function placeMessage(
  answerer: Contexts,
  place: Pick<Quote, 'source' | 'start' | 'end'>,
  titleOf: ReportTitles,
): Message {
  const point = answerer.contextOf(place.source, place.start, place.end);
  return pointsMessage(point ? [{ point, marks: [] }] : [], titleOf);
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
