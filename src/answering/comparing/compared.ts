import type { ComparisonAsked } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';

/** What is compared: the question, what it wants computed, and the words of its subject alone. */
export type Compared = {
  readonly comparison: ComparisonAsked;
  readonly asked: Interpretation;
  readonly subject: Interpretation;
  readonly library: Library;
};
