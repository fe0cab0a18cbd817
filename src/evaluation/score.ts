import type { Answer } from '../answering/answer.ts';
import { checkQuotes, findStrayNumerals, type Sources } from './evidence.ts';
import { meetsExpectation } from './match-answer.ts';
import { type EvaluationQuestion, type Expectation, listStatuses } from './question.ts';

/** How one answer did. */
export type Score = {
  readonly rightFirst: boolean;
  readonly rightInThree: boolean;
  /** The first answer speaks of another year than the question asks about. */
  readonly wrongYear: boolean;
  /** Refused although the report answers it. */
  readonly wrongRefusal: boolean;
  /** Not refused although the report does not answer it. */
  readonly missedRefusal: boolean;
  /** Numbers shown that are in no quote and no declared computation. */
  readonly strayNumerals: readonly string[];
  readonly quotes: number;
  /** Quotes that are not the report's text at the place they name. */
  readonly brokenQuotes: readonly string[];
};

/** How many answers count for “right in three”. */
const SHOWN = 3;

/** Scores one answer against what its question expects. */
export function scoreAnswer(answer: Answer, question: EvaluationQuestion, sources: Sources): Score {
  const { expect } = question;
  const statuses = listStatuses(expect);
  const hasRightStatus = statuses.includes(answer.status);
  const wrongYear = isWrongYear(answer, expect);
  const isAnswer = answer.status === 'answered';
  const quotes = checkQuotes(answer, sources);
  const meets = (from: number): boolean =>
    !isAnswer || meetsExpectation(answer.answers.slice(from), expect, sources);
  return {
    rightFirst: hasRightStatus && !wrongYear && meets(0),
    rightInThree: hasRightStatus && isRightInThree(answer, expect, sources),
    wrongYear,
    wrongRefusal: statuses.includes('answered') && statuses.length === 1 && answer.status === 'abstained',
    missedRefusal: statuses.includes('abstained') && !hasRightStatus,
    strayNumerals: findStrayNumerals(answer),
    quotes: quotes.total,
    brokenQuotes: quotes.broken,
  };
}

function isRightInThree(answer: Answer, expect: Expectation, sources: Sources): boolean {
  if (answer.status !== 'answered') return true;
  const shown = answer.answers.slice(0, SHOWN);
  const relaxed = 'values' in expect ? { ...expect, within: SHOWN } : expect;
  return shown.some((_, from) => meetsExpectation(shown.slice(from), relaxed, sources));
}

/** A computation may span years by design, so only plain answers are held to one. */
function isWrongYear(answer: Answer, expect: Expectation): boolean {
  const [first] = answer.answers;
  if (answer.status !== 'answered' || expect.year === undefined) return false;
  if (first === undefined || first.kind === 'comparison' || first.period === null) return false;
  const { year, fromYear = year } = first.period;
  return expect.year < fromYear || year < expect.year;
}
