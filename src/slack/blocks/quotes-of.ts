import type { Answer, AnswerItem, Quote } from '../../answering/answer.ts';
import { distinctQuotes } from './citations.ts';
import type { Marked } from './quote-excerpt.ts';

/** A quote with what is marked in it. */
export type MarkedQuote = Quote & { readonly marks: readonly Marked[] };

/** Every passage an answer or a refusal quotes, once each and in order. */
export function quotesOf(answer: Answer): readonly MarkedQuote[] {
  const quoted = answer.answers.flatMap(quotesOfItem);
  const near =
    answer.status === 'abstained'
      ? answer.nearest.flatMap(({ quote, ...near }) =>
          quote === undefined ? [] : [{ ...near, quote, marks: [] }],
        )
      : [];
  const all: readonly MarkedQuote[] = [...quoted, ...near];
  return distinctQuotes(all).map((quote) => ({
    ...quote,
    marks: all
      .filter((other) => other.start === quote.start && other.end === quote.end)
      .filter(({ source }) => source === quote.source)
      .flatMap(({ marks }) => marks),
  }));
}

function quotesOfItem(item: AnswerItem): readonly MarkedQuote[] {
  switch (item.kind) {
    case 'figure':
    case 'target':
      return [item];
    case 'passage':
      return [{ ...item, marks: [] }];
    case 'comparison':
      return item.inputs.map((input) => ({
        ...input,
        marks: [{ start: input.valueStart, end: input.valueEnd }],
      }));
    case 'section':
      return item.points.map((point) => ({ ...point, marks: [] }));
  }
}
