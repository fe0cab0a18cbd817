import type { Library } from './library.ts';

const MAX_EXAMPLES = 5;

/** Questions the reports can answer, made from what they name; only those that `isAnswered` confirms. */
export function suggestExamples(library: Library, isAnswered: (question: string) => boolean): string[] {
  const numbers = library.figures.flatMap(({ figure }) =>
    figure.name === '' ? [] : [`${figure.name}是多少?`],
  );
  const lists = library.years ? [`${library.years.thisYear}年有哪些目标?`] : [];
  const spread = numbers.filter(
    (_, index) => index % Math.max(1, Math.floor(numbers.length / MAX_EXAMPLES)) === 0,
  );
  return [...spread, ...lists].filter(isAnswered).slice(0, MAX_EXAMPLES);
}
