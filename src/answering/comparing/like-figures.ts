import type { FigureContext } from '../ranking/figure-context.ts';
import type { RankedFigure } from '../ranking/rank-figures.ts';
import type { OperandPair } from './compose-comparison.ts';

/** Two numbers of one clause are more likely meant together than two from different corners of the report. */
export const SAME_CLAUSE_BONUS = 0.12;
const SAME_SENTENCE_BONUS = 0.06;
const UNIT_BONUS = { printed: 0.25, same: 0.2, counted: 0.1 } as const;
/** The two ends of a change are compared with each other, seldom with anything else. */
const OTHER_ROLE_PENALTY = 0.3;

/** Whether a number is a share or multiple of something else. */
export const isRate = ({ figure }: FigureContext): boolean =>
  ['percent', 'multiple', 'percentage-points', 'ratio'].includes(figure.dimension);

/** 710元/月 and 每人每月546元 are the same unit printed in two ways. */
export function sameUnitOf(left: FigureContext, right: FigureContext): boolean {
  const [a = '', b = ''] = [left.figure.base, right.figure.base].map((base) => base.split('/')[0]);
  return (
    a === b &&
    (left.figure.base === right.figure.base ||
      [left, right].every(({ figure, own }) => figure.base.includes('/') || /每/u.test(own)))
  );
}

/** Two numbers set side by side, with how likely they are meant together. */
export function pairOf(a: RankedFigure, b: RankedFigure): OperandPair {
  const [left, right] = [a.context, b.context];
  const sameRole = left.figure.role === right.figure.role ? 0 : -OTHER_ROLE_PENALTY;
  const wordFit = (a.score + b.score) / 2;
  return {
    left,
    right,
    score: wordFit + nearness(left, right) + unitBonus(left, right) + sameRole - magnitudeGap(left, right),
    wordFit,
  };
}

/** A pair that something besides its words speaks for or against. */
export const favour = (pair: OperandPair, bonus: number): OperandPair => ({
  ...pair,
  score: pair.score + bonus,
});

const COUNTED: readonly string[] = ['count', 'people', 'households', 'person-times'];

/** Whether both numbers count things or people, in whatever measure words. */
export function bothCount(left: FigureContext, right: FigureContext): boolean {
  return [left, right].every(({ figure }) => COUNTED.includes(figure.dimension));
}

/** Numbers of one unit are likelier meant together; that both are counted in 个 says little. */
function unitBonus(left: FigureContext, right: FigureContext): number {
  if (left.figure.base === '个' && right.figure.base === '个') return UNIT_BONUS.counted;
  if (left.figure.unit === right.figure.unit) return UNIT_BONUS.printed;
  if (sameUnitOf(left, right)) return UNIT_BONUS.same;
  return bothCount(left, right) ? UNIT_BONUS.counted : 0;
}

/** How much standing near each other says that two numbers are meant together. */
export function nearness(left: FigureContext, right: FigureContext): number {
  if (left.known !== right.known) return 0;
  if (left.figure.clause.start === right.figure.clause.start) return SAME_CLAUSE_BONUS;
  return left.figure.sentenceId === right.figure.sentenceId ? SAME_SENTENCE_BONUS : 0;
}

/** Nobody compares 546元 with 16亿元: amounts of one unit that are far apart belong to different questions. */
export function magnitudeGap(left: FigureContext, right: FigureContext): number {
  if (left.figure.base !== right.figure.base) return 0;
  const [a, b] = [Number(left.figure.amount), Number(right.figure.amount)];
  return a > 0 && b > 0 && Math.abs(Math.log10(a / b)) > 3 ? 0.4 : 0;
}
