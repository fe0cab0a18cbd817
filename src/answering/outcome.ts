import type { AnswerItem } from './answer.ts';
import type { PassageContext } from './ranking/describe-passages.ts';
import type { Clarification, Refusal } from './refusals.ts';
import type { Weighing } from './scoring/weigh.ts';
import type { Sought } from './understanding/find-sought.ts';
import type { Interpretation } from './understanding/interpret-question.ts';

/** What comes of one question: answers best first, a question back, or a refusal. */
export type Outcome = (
  | {
      readonly status: 'answered';
      readonly answers: readonly AnswerItem[];
      /** What to know about the answers, with the words of the question that were not found. */
      readonly message?: string;
      readonly missing?: readonly string[];
    }
  | Clarification
  | Refusal
) & {
  /** Probability that the best candidate is the answer, where candidates were weighed. */
  readonly probability?: number;
  /** Words that say what is asked about and stand nowhere in the report, by themselves or by others for them. */
  readonly strange?: readonly string[];
};

/** A question with how it was understood and everything it could mean, ranked. */
export type Explained = {
  readonly interpretation: Interpretation;
  readonly sought: Sought;
  /** Numbers and sentences by the evidence for them. */
  readonly weighing: Weighing;
  /** One of a kind, a way or a time is asked for, no number. */
  readonly asksInWords: boolean;
};

/** The sentences that come into question, best first. */
export const sentencesOf = ({ weighing }: Explained): readonly PassageContext[] =>
  weighing.ranked.flatMap(({ candidate }) => (candidate.kind === 'sentence' ? [candidate.context] : []));

/** The first thing an outcome tells; undefined for one that tells nothing. */
export const firstAnswer = (outcome: Outcome | undefined): AnswerItem | undefined =>
  outcome?.status === 'answered' ? outcome.answers[0] : undefined;

/** Whether an answer is a number. */
export const isNumber = (answer: AnswerItem | undefined): boolean =>
  answer !== undefined && 'marks' in answer && answer.marks.length > 0;
