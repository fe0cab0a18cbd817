import type { Button, KnownBlock } from '@slack/types';
import type { Answer, Quote } from '../../answering/answer.ts';
import { ACTIONS, numbered } from '../ids.ts';
import { BUTTONS, CONTEXT } from '../messages.ts';
import { sumText } from '../sum-text.ts';
import { fullPlace, type ReportTitles } from './citations.ts';
import { actionsBlocks, button, contextBlock, paragraphBlock } from './elements.ts';
import { MAX_CONTEXT_CHARACTERS, MAX_QUOTE_CHARACTERS } from './limits.ts';
import { escapeText, type Message, takeFitting } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import { excerptAround, type Marked } from './quote-excerpt.ts';
import { quotesOf } from './quotes-of.ts';

/** Reads the whole paragraph around a place; null when the place is in no report. */
type ContextOf = (place: Pick<Quote, 'source' | 'start' | 'end'>) => Promise<Quote | null>;
type Point = { readonly point: Quote; readonly marks: readonly Marked[] };

/**
 * What stands around everything an answer quotes, in one view, its numbers (or its sentence) marked: the whole paragraph
 * of one place; of several the sentences beside each, with the paragraphs behind buttons.
 */
export async function contextMessage(
  contextOf: ContextOf,
  answer: Answer,
  titleOf: ReportTitles,
): Promise<Message> {
  const points: Point[] = [];
  for (const quote of quotesOf(answer)) {
    // A line outside every point, such as who wrote the report, is its own paragraph.
    const point = (await contextOf(quote)) ?? quote;
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

/**
 * The whole paragraph at a place of a report; null when it is not there any more, nor is it when it reads differently from
 * what the button stood under.
 */
export function placeMessage(
  context: Quote | null,
  place: Marked & { readonly sum?: string | undefined },
  titleOf: ReportTitles,
): Message {
  const isSame = context && (place.sum === undefined || sumText(sliceOf(context, place)) === place.sum);
  return pointsMessage(isSame ? [{ point: context, marks: [] }] : [], titleOf);
}

const sliceOf = (point: Quote, { start, end }: Marked): string =>
  point.quote.slice(start - point.start, end - point.start);

function pointsMessage(points: readonly Point[], titleOf: ReportTitles): Message {
  if (points.length === 0) return { text: CONTEXT.gone, blocks: [paragraphBlock(CONTEXT.gone)] };
  const maxCharacters =
    points.length === 1 ? MAX_QUOTE_CHARACTERS : Math.floor(MAX_CONTEXT_CHARACTERS / points.length);
  const excerpts = points.map(({ point, marks }) => excerptPoint(point, marks, maxCharacters));
  const isWhole = points.every(({ point }, index) => excerpts[index]?.quote === point.quote);
  const title = isWhole ? CONTEXT.title : CONTEXT.excerpts;
  const head: KnownBlock[] = [contextBlock(title)];
  const parts = points.map(({ point, marks }, index) => ({
    text: excerpts[index]?.quote ?? point.quote,
    blocks: [...quoteBlocks(excerpts[index] ?? point, marks), contextBlock(fullPlace(point, titleOf))],
  }));
  const wholes = isWhole ? [] : actionsBlocks(points.map(wholeButton));
  const shown = takeFitting(parts, [...head, contextBlock(CONTEXT.more(parts.length)), ...wholes]);
  const rest = parts.length - shown.length;
  return {
    text: escapeText(`${title}${shown.map(({ text }) => text).join('\n')}`),
    blocks: [
      ...head,
      ...shown.flatMap(({ blocks }) => blocks),
      ...(rest > 0 ? [contextBlock(CONTEXT.more(rest))] : []),
      ...wholes,
    ],
  };
}

/** The whole sentences around all that is marked, as far as they are short enough; at least those with a mark. */
function excerptPoint(point: Quote, marks: readonly Marked[], maxCharacters: number): Quote {
  const [first] = marks;
  if (first === undefined) return point;
  const around = {
    start: Math.min(...marks.map(({ start }) => start)) - point.start,
    end: Math.max(...marks.map(({ end }) => end)) - point.start,
  };
  const room = Math.max(maxCharacters, around.end - around.start);
  const excerpt = excerptAround(point.quote, around, room);
  if (!excerpt) return point;
  const { start, end } = excerpt;
  return {
    ...point,
    quote: point.quote.slice(start, end),
    start: point.start + start,
    end: point.start + end,
  };
}

/** Opens the paragraph by what is marked in it. */
function wholeButton({ point, marks: [mark = point] }: Point, index: number): Button {
  return button({
    label: BUTTONS.wholeParagraph(index + 1),
    action: numbered(ACTIONS.openPlace, index),
    value: { source: point.source, start: mark.start, end: mark.end, sum: sumText(sliceOf(point, mark)) },
  });
}
