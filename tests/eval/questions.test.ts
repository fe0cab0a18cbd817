import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { indexOfValue } from '../../src/evaluation/numerals.ts';
import {
  type EvaluationQuestion,
  type Expectation,
  type ExpectedNumber,
  listAlternatives,
  QUESTION_KINDS,
} from '../../src/evaluation/question.ts';
import {
  CIVIL_AFFAIRS,
  GOVERNMENT_REPORT,
  OTHER_REPORT,
  readAllParts,
  readPart,
  readSetSources,
  UNREVIEWED,
} from './question-sets.ts';

const SETS = [
  { set: CIVIL_AFFAIRS, atLeast: 420, kinds: QUESTION_KINDS.length },
  { set: OTHER_REPORT, atLeast: 120, kinds: QUESTION_KINDS.length },
  { set: GOVERNMENT_REPORT, atLeast: 100, kinds: QUESTION_KINDS.length },
  ...UNREVIEWED.map((set) => ({ set, atLeast: 100, kinds: 6 })),
];

function expectedNumbers(expectation: Expectation): readonly ExpectedNumber[] {
  if ('values' in expectation) return expectation.values;
  return 'value' in expectation ? [expectation] : [];
}

function expectedExcerpts(expectation: Expectation): readonly string[] {
  if ('includes' in expectation) return expectation.includes.flatMap(listAlternatives);
  if ('inputs' in expectation) return expectation.inputs;
  if ('quoteIncludes' in expectation && !('value' in expectation)) {
    return expectation.quoteIncludes.flatMap(listAlternatives);
  }
  return [];
}

function countOf(text: string, excerpt: string): number {
  return text.split(excerpt).length - 1;
}

/** What is wrong with a question, for someone who has to mend it; empty when nothing is. */
function findFaults({ id, expect: expectation }: EvaluationQuestion, text: string): readonly string[] {
  return [
    ...expectedNumbers(expectation).flatMap((number) => {
      const { value, unit, quoteIncludes } = number;
      const isPrinted = listAlternatives(value).some(
        (printed) => indexOfValue(quoteIncludes, printed) !== -1,
      );
      const hasUnit = listAlternatives(unit).some((printed) => text.includes(printed));
      return [
        ...(countOf(text, quoteIncludes) === 1 ? [] : [`${id}: 「${quoteIncludes}」 is not in one place`]),
        ...(isPrinted ? [] : [`${id}: ${String(value)} is not in 「${quoteIncludes}」`]),
        ...(hasUnit ? [] : [`${id}: the unit ${String(unit)} is nowhere`]),
      ];
    }),
    ...expectedExcerpts(expectation)
      .filter((excerpt) => !text.includes(excerpt))
      .map((excerpt) => `${id}: 「${excerpt}」 is not in the report`),
  ];
}

/** Where the questions that ask for a number (or quote one) look, as stretches of the report. */
function askedStretches(questions: readonly EvaluationQuestion[], text: string) {
  return questions.flatMap(({ expect: expectation }) => [
    ...expectedNumbers(expectation).flatMap((number) =>
      listAlternatives(number.value).flatMap((value) => {
        const at = indexOfValue(number.quoteIncludes, value);
        if (at === -1) return [];
        const start = text.indexOf(number.quoteIncludes) + at;
        return [{ start, end: start + value.length }];
      }),
    ),
    ...('quoteIncludes' in expectation && Array.isArray(expectation.quoteIncludes)
      ? expectedExcerpts(expectation).map((excerpt) => {
          const start = text.indexOf(excerpt);
          return { start, end: start + excerpt.length };
        })
      : []),
  ]);
}

/** Years are what questions turn on, not what they ask for; those in brackets and quotes belong to names. */
function isYear(digits: string, next: string): boolean {
  return /^20\d\d$/u.test(digits) && /[年度—–-]|[)）”]/u.test(next);
}

describe.each(SETS)('questions about $set.name', ({ set, atLeast, kinds }) => {
  const questions = readAllParts(set);
  const text = [...readSetSources(set).values()].join('\n');

  it(`are at least ${atLeast}, of at least ${kinds} kinds`, () => {
    expect(questions.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(questions.map((question) => question.kind)).size).toBeGreaterThanOrEqual(kinds);
  });

  it('have ids of their own, and are asked once each', () => {
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
    expect(new Set(questions.map((question) => question.question)).size).toBe(questions.length);
  });

  it('expect only what the report prints, each number in one place', () => {
    const faults = questions.flatMap((question) => findFaults(question, text));

    expect(faults).toEqual([]);
  });
});

describe('the questions about the first report', () => {
  it('ask for every number of the report but the years', () => {
    const text = [...readSetSources(CIVIL_AFFAIRS).values()].join('\n');
    const stretches = askedStretches(readAllParts(CIVIL_AFFAIRS), text);
    const numbers = [...text.matchAll(/\d+(?:\.\d+)?/gu)]
      .filter((match) => !isYear(match[0], text.charAt(match.index + match[0].length)))
      .map((match) => ({
        start: match.index,
        printed: text.slice(match.index - 8, match.index + match[0].length + 6),
      }));

    const unasked = numbers.filter(
      ({ start }) => !stretches.some((stretch) => stretch.start <= start && start < stretch.end),
    );

    expect(unasked.map((number) => number.printed)).toEqual([]);
  });
});

describe('the two parts of the questions', () => {
  const isSeen = ({ id }: EvaluationQuestion): boolean =>
    (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0;

  it('are divided by the hash of the id and by nothing else', () => {
    expect(readPart(CIVIL_AFFAIRS, 'seen').filter((question) => !isSeen(question))).toEqual([]);
    expect(readPart(CIVIL_AFFAIRS, 'unseen').filter(isSeen)).toEqual([]);
  });

  it.each(QUESTION_KINDS)('both hold a fair share of the kind %s', (kind) => {
    const inPart = (part: string): number =>
      readPart(CIVIL_AFFAIRS, part).filter((question) => question.kind === kind).length;

    const share = inPart('seen') / (inPart('seen') + inPart('unseen'));

    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });
});
