import type { FigureContext } from '../ranking/figure-context.ts';

/** Words of more and less, and of what makes for either (`免除`, `新建`). */
const CHANGE =
  /[增降减涨升扩缩压免省新加砍]|提[高升]|拓展|改善|上调|下[调滑跌]|回落|拉[高低]|[多少](?!数)|化解|翻/u;
/** What something came to, and not by how much. */
const OUTCOME = /(?:提高|增加|上升|上调|提升|扩大|增长|增|涨|降低?|下降|下调|减少|缩小|压缩)(?:到|至)/gu;

/** Which end of a change a reviewer calls a number by: `(提高后)`. */
const ENDS = /\([^()]*[前后]\)/gu;

/** Whether a number is said to be a change: how much more, fewer or faster. */
export function saysChange({ printedOwn, shared, clause, names }: FigureContext): boolean {
  return CHANGE.test(
    `${printedOwn}\n${shared}\n${clause}\n${names.join()}`.replace(OUTCOME, ' ').replace(ENDS, ' '),
  );
}

/** Whether only what a number changed to is told (`提高到546元`). */
export function saysOutcome({ printedOwn, shared }: FigureContext): boolean {
  return `${shared}${printedOwn}`.search(OUTCOME) >= 0;
}
