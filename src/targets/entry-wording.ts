import type { EntryDoubt, EntryProblem } from './check-entry.ts';
import { dayText } from './digest-wording.ts';

/** What is wrong with an entry, in Chinese, for every surface. */
export function problemText(problem: EntryProblem): string {
  switch (problem.kind) {
    case 'value-missing':
      return '请填写数值';
    case 'not-a-number':
      return '不是数；请只填数字，如 126';
    case 'not-exact':
      return '要准确的数，如 126；约数可以写在说明里';
    case 'not-whole':
      return '这个单位只能是整数';
    case 'negative':
      return '这个目标的数不能是负数；请填实有的数，减少了多少可以写在说明里';
    case 'over-hundred-percent':
      return '比例不能超过100%';
    case 'unit-differs':
      return problem.suggestion === null
        ? `单位是“${problem.typed}”，目标的单位是“${problem.wanted}”；请换成“${problem.wanted}”的数，只写数字`
        : `单位是“${problem.typed}”，目标的单位是“${problem.wanted}”；要填的是 ${problem.suggestion} 吗？`;
    case 'ratio-wanted':
      return `这个目标是一个比，请按“${problem.example}”的样子填写`;
    case 'state-missing':
      return '请选择状态';
    case 'not-a-date':
      return '不是日期；请按 2019-06-24 的样子填写';
    case 'in-the-future':
      return '日期在今天之后';
    case 'before-the-year':
      return `日期在${problem.year}年之前`;
    case 'not-a-link':
      return '证据请填网址（以 http:// 或 https:// 开头），或留空';
  }
}

/** What looks unlikely about an entry, as a question. */
export function doubtText(doubt: EntryDoubt): string {
  switch (doubt.kind) {
    case 'total-negative':
      return '累计数是负数，确定吗？';
    case 'total-falls':
      return `累计数比${dayText(doubt.beforeAsOf)}的${doubt.before}还少，确定吗？`;
    case 'total-above-later':
      return `累计数比之后${dayText(doubt.laterAsOf)}的${doubt.later}还多，确定吗？`;
    case 'far-beyond-goal':
      return `超过目标（${doubt.goal}）的三倍，单位对吗？`;
    case 'leaps-beyond-goal':
      return `累计数从${dayText(doubt.beforeAsOf)}的${doubt.before}一下超过了目标（${doubt.goal}），确定吗？`;
    case 'far-beyond-year-before':
      return `超过上年（${doubt.baseline}）的三倍，单位对吗？`;
    case 'fraction-of-percent':
      return `写的是${doubt.typed}；要填的是${doubt.asPercent}吗？`;
    case 'far-from-before':
      return `与${dayText(doubt.beforeAsOf)}的${doubt.before}相差十倍以上，确定吗？`;
    case 'no-longer-done':
      return '之前已填“已完成”，现在改回未完成，确定吗？';
    case 'same-as-before':
      return `${dayText(doubt.beforeAsOf)}已经填过同样的内容，还要再填一次吗？`;
  }
}
