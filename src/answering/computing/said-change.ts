import type { FigureContext } from '../ranking/figure-context.ts';
import { isRate } from './likeness.ts';

/** What something came to, and not by how much. */
const OUTCOME = /(?:提高|增加|上升|上调|提升|扩大|增长|增|涨|降低?|下降|下调|减少|缩小|压缩)(?:到|至)/gu;

/** Whether only what a number changed to is told (`提高到546元`). */
export function saysOutcome({ printedOwn, shared }: FigureContext): boolean {
  return `${shared}${printedOwn}`.search(OUTCOME) >= 0;
}

/** Whether a number may be how another changed: at a rate, in points of a rate, or by an amount of its unit. */
export function isChangeOf(level: FigureContext, change: FigureContext): boolean {
  const [a, b] = [level.figure, change.figure];
  if (a.sentenceId !== b.sentenceId || tellsChange(level)) return false;
  if (isRate(level)) return a.dimension === 'percent' && b.dimension === 'percentage-points';
  // A pass rate beside a number says nothing of how that changed.
  if (b.dimension === 'percent') return tellsRise(change);
  return a.base === b.base && a.role === null && a.start < b.start && tellsChange(change);
}

const tellsChange = ({ figure, printedOwn }: FigureContext): boolean =>
  figure.basis !== null || CHANGES.test(printedOwn);

/** Whether a share is one of growth or decline, by its own words or by those it shares with others in a row. */
const tellsRise = ({ figure, printedOwn, shared }: FigureContext): boolean =>
  figure.basis !== null || RISES.test(printedOwn + shared);

const RISES = /同比|[增涨降减升]|比上年/u;

/** Words that a change is told with. */
const CHANGES = /净增|增[加长]|新增|减少|下降|上升|提高|[高低]于|扩大|缩小/u;
