import type { FigureContext } from '../ranking/figure-context.ts';

/** What something came to, and not by how much. */
const OUTCOME = /(?:提高|增加|上升|上调|提升|扩大|增长|增|涨|降低?|下降|下调|减少|缩小|压缩)(?:到|至)/gu;

/** Whether only what a number changed to is told (`提高到546元`). */
export function saysOutcome({ printedOwn, shared }: FigureContext): boolean {
  return `${shared}${printedOwn}`.search(OUTCOME) >= 0;
}
