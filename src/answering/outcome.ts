import type { AnswerItem } from './answer.ts';
import type { Sought } from './find-sought.ts';
import type { Interpretation } from './interpret-question.ts';
import type { RankedFigure } from './rank-figures.ts';
import type { RankedPassage } from './rank-passages.ts';
import type { RankedSection } from './rank-sections.ts';
import type { Clarification, Refusal } from './refusals.ts';

/** What comes of one question: answers best first, a question back, or a refusal. */
export type Outcome =
  | {
      readonly status: 'answered';
      readonly answers: readonly AnswerItem[];
      /** What to know about the answers, with the words of the question that were not found. */
      readonly message?: string;
      readonly missing?: readonly string[];
    }
  | Clarification
  | Refusal;

/** A question with how it was understood and everything it could mean, ranked. */
export type Explained = {
  readonly interpretation: Interpretation;
  readonly sought: Sought;
  readonly figures: readonly RankedFigure[];
  readonly passages: readonly RankedPassage[];
  readonly sections: readonly RankedSection[];
};
