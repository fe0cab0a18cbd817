import type { Answer } from '../answering/answer.ts';
import { type EvaluationQuestion, listStatuses } from './question.ts';
import type { Score } from './score.ts';

export type ScoredQuestion = {
  readonly question: EvaluationQuestion;
  readonly answer: Answer;
  readonly score: Score;
};

/** Scores added up. Counts, so that tallies of parts can be compared and rates taken from whichever base fits. */
export type Tally = {
  readonly asked: number;
  readonly rightFirst: number;
  readonly rightInThree: number;
  /** Questions that name or imply a year. */
  readonly withYear: number;
  readonly wrongYear: number;
  readonly answerable: number;
  readonly wrongRefusal: number;
  readonly unanswerable: number;
  readonly missedRefusal: number;
  /** Answers that show a number from nowhere. */
  readonly withStrayNumerals: number;
  readonly quotes: number;
  readonly brokenQuotes: number;
};

/** Adds up scores. */
export function tallyScores(scored: readonly ScoredQuestion[]): Tally {
  const count = (holds: (entry: ScoredQuestion) => boolean): number => scored.filter(holds).length;
  const sum = (of: (score: Score) => number): number =>
    scored.reduce((total, entry) => total + of(entry.score), 0);
  const isOnly = (entry: ScoredQuestion, status: string): boolean =>
    listStatuses(entry.question.expect).every((accepted) => accepted === status);
  return {
    asked: scored.length,
    rightFirst: count((entry) => entry.score.rightFirst),
    rightInThree: count((entry) => entry.score.rightInThree),
    withYear: count((entry) => entry.question.expect.year !== undefined),
    wrongYear: count((entry) => entry.score.wrongYear),
    answerable: count((entry) => isOnly(entry, 'answered')),
    wrongRefusal: count((entry) => entry.score.wrongRefusal),
    unanswerable: count((entry) => listStatuses(entry.question.expect).includes('abstained')),
    missedRefusal: count((entry) => entry.score.missedRefusal),
    withStrayNumerals: count((entry) => entry.score.strayNumerals.length > 0),
    quotes: sum((score) => score.quotes),
    brokenQuotes: sum((score) => score.brokenQuotes.length),
  };
}

/** The tallies by a property of the question, in order of first appearance. */
export function tallyBy(
  scored: readonly ScoredQuestion[],
  keyOf: (question: EvaluationQuestion) => string,
): ReadonlyMap<string, Tally> {
  const groups = new Map<string, ScoredQuestion[]>();
  for (const entry of scored) {
    const key = keyOf(entry.question);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return new Map([...groups].map(([key, group]) => [key, tallyScores(group)]));
}

/** Rates between 0 and 1, each over the questions it can apply to; 1 or 0 (the good end) where there are none. */
export type Rates = {
  readonly rightFirst: number;
  readonly rightInThree: number;
  readonly wrongYear: number;
  readonly wrongRefusal: number;
  readonly missedRefusal: number;
  readonly strayNumerals: number;
  readonly quoteFidelity: number;
};

/** Turns counts into rates. */
export function computeRates(tally: Tally): Rates {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    rightFirst: share(tally.rightFirst, tally.asked),
    rightInThree: share(tally.rightInThree, tally.asked),
    wrongYear: share(tally.wrongYear, tally.withYear),
    wrongRefusal: share(tally.wrongRefusal, tally.answerable),
    missedRefusal: share(tally.missedRefusal, tally.unanswerable),
    strayNumerals: share(tally.withStrayNumerals, tally.asked),
    quoteFidelity: 1 - share(tally.brokenQuotes, tally.quotes),
  };
}
