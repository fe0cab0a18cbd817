import type { AnswerItem } from '../answer.ts';
import { SURE, type WeighedCandidate, type Weighing } from './weigh.ts';

/** How a part of a question hangs together with the one before it. */
export type Leaning = {
  /** The same is asked of both, once (`城市和农村低保各多少`). */
  readonly isEach: boolean;
  /** The answer to the part before. */
  readonly before: AnswerItem | undefined;
};

/** How much worse a number beside the last answer may fit than the best one anywhere. */
const BESIDE_GAP = 4;

/**
 * Puts first what stands beside the answer to the part before: `发了多少、保障了多少人` is told in one sentence, and what is
 * asked of each of two is printed for both in one clause, which makes it sure.
 */
export function leanOnAnswer(weighing: Weighing, { isEach, before }: Leaning): Weighing {
  const [first] = weighing.ranked;
  const { terms } = weighing.evidence;
  // What nobody prints (`进课堂的有多少`) names no other thing.
  const leans =
    terms.some(({ term }) => term.isLent) ||
    terms.every(({ term }) => term.role !== 'topic' || !term.isKnown);
  if (!before || !first || !('marks' in before) || (!isEach && !leans)) return weighing;
  const told = before.marks.map(({ start }) => start);
  const beside = weighing.ranked.find(
    (ranked) =>
      // What fits best by itself may stand in another clause of the sentence.
      isBeside(ranked, before, told, isEach && ranked !== first) &&
      (ranked === first || ranked.features.kindDiffers !== 1),
  );
  if (!beside || beside.score < first.score - BESIDE_GAP) return weighing;
  const ranked = [beside, ...weighing.ranked.filter((each) => each !== beside)];
  const isBacked = (!isEach && beside === first) || sharesUnit(beside, before);
  return {
    ...weighing,
    ranked,
    probability: isBacked ? Math.max(weighing.probability, SURE) : weighing.probability,
  };
}

const sharesUnit = ({ candidate }: WeighedCandidate, { unit }: { readonly unit: string }): boolean =>
  candidate.kind === 'figure' && candidate.context.figure.unit === unit;

function isBeside(
  { candidate, features }: WeighedCandidate,
  before: AnswerItem & { readonly marks: readonly unknown[]; readonly unit: string },
  told: readonly number[],
  isEach: boolean,
): boolean {
  if (candidate.kind !== 'figure' || candidate.known.report.id !== before.source) return false;
  if (told.includes(candidate.span.start) || features.timeDiffers === 1) return false;
  const { figure } = candidate.context;
  const isInSentence = before.start <= candidate.span.start && candidate.span.end <= before.end;
  if (!isEach) return isInSentence;
  const isInClause = told.some((at) => figure.clause.start <= at && at < figure.clause.end);
  return isInClause && figure.unit === before.unit;
}
