import { findNumbers, type PrintedFigure } from '../../report/numbers.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import type { QuantityAsked } from '../language/quantity.ts';

/** The numbers that stand in some words of a question; every report that is asked reads the same. */
export const findToldFigures = rememberLately((text): readonly PrintedFigure[] =>
  findNumbers(text).flatMap((found) => (found.kind === 'figure' ? [found] : [])),
);

/**
 * A number that is told in a clause of its own (`投了5.74亿公益资金,那帮扶了多少`) is not what is asked for; an age says
 * of whom, and a number beside the asking (`45.35亿低保资金中农村有多少`) says of which.
 */
export function blankTold(text: string, quantities: readonly QuantityAsked[]): string {
  let start = 0;
  const clauses = text.split(/(?<=[,;])/u).map((clause) => {
    const [from, to] = [start, start + clause.length];
    start = to;
    const asks = quantities.some((asked) => asked.start < to && from < asked.end);
    return asks || quantities.length === 0 ? clause : blankNumbers(clause);
  });
  return clauses.join('');
}

function blankNumbers(clause: string): string {
  return findToldFigures(clause)
    .filter(({ dimension }) => dimension !== 'age')
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
      clause,
    );
}
