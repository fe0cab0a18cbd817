import type { FigureContext } from '../ranking/figure-context.ts';
import { isRate } from './likeness.ts';

/** Whether a number may be how another changed: at a rate, in points of a rate, or by an amount of its unit. */
export function isChangeOf(level: FigureContext, change: FigureContext): boolean {
  const [a, b] = [level.figure, change.figure];
  if (a.sentenceId !== b.sentenceId || a.states === 'change') return false;
  // What came new is how much there is more: `现有864个,当年新增147个`.
  const isAdded = b.states === 'level' && change.printedOwn.includes('新增');
  // Points that no verb leads to lie between two things, not between two years.
  if (b.direction === null && !isAdded) return false;
  if (isRate(level)) return a.dimension === 'percent' && b.dimension === 'percentage-points';
  if (b.dimension === 'percent') return !isAdded;
  // `新建农田2.8万亩,改造提升1.1万亩`: what is done to things raises no number.
  const isDone = change.printedOwn.includes('改造提升');
  return a.base === b.base && a.role === null && a.start < b.start && !isDone;
}
