import type { Library } from './library.ts';

const MAX_EXAMPLES = 5;
/** Longer names make stiff examples; people ask in few words. */
const MAX_NAME_CHARS = 8;

/** Questions the reports can answer, made from what they name; only those that `isAnswered` confirms. */
export function suggestExamples(library: Library, isAnswered: (question: string) => boolean): string[] {
  const names = library.figures
    .map(({ figure }) => figure.name)
    .filter((name) => name !== '' && name.length <= MAX_NAME_CHARS && !/[数()]/u.test(name));
  const step = Math.max(1, Math.floor(names.length / (MAX_EXAMPLES - 1)));
  const numbers = names.filter((_, index) => index % step === 0).map((name) => `${name}是多少?`);
  const lists = library.years ? [`${library.years.thisYear}年有哪些目标?`] : [];
  return [...numbers.filter(isAnswered).slice(0, MAX_EXAMPLES - lists.length), ...lists.filter(isAnswered)];
}
