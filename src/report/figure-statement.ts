import { BASIS_SOURCE } from './basis.ts';
import type { PrintedFigure } from './numbers.ts';
import { CHANGE_VERBS } from './thin-words.ts';

/**
 * What a number states of what it measures: how much it is (`level`) or by how much it changed (`change`), where a change
 * began or ended (`start`, `end`), a `share` of something, a `rank`, a `milestone` that was passed (`迈上6万亿元台阶`), the
 * `mark` that the exact number after it is held to (`突破400亿元,达418亿元`), or only the `condition` that picks out what
 * another number counts (`占比超过20%的有22种`).
 */
export type Statement = {
  readonly states:
    | 'level'
    | 'change'
    | 'start'
    | 'end'
    | 'share'
    | 'rank'
    | 'milestone'
    | 'mark'
    | 'condition';
  /** Which way a change went, as its verb says; null for all else and where no verb says it. */
  readonly direction: 'up' | 'down' | null;
};

const DOWN = /下降|减少|降低|下跌|回落|缩小|减收|净减|压减|减产|递减|降幅|跌幅|[少低慢]$/u;
const ADVERBS =
  '(?:了|分别|各|均|约|近|仅|同比|环比|预计|达到?|为|[超逾]过?|不低于|不少于|不超过|以上|(?:每人)?每[年月日天])*';
const CHANGE = new RegExp(
  `(?:${CHANGE_VERBS}|增产|减产|多|少|快|慢|高|低)${ADVERBS}$|(?:(?<!自然)增长率|增[速幅]|[涨降跌]幅|增减)[^,、]{0,3}$|(?:同|环)比$`,
  'u',
);
/** Within so many characters before a number its verb stands, adverbs included. */
const VERB_CHARS = 10;
const CHANGE_AFTER = /^的?(?:增长|增[速幅]|降幅|涨幅)/u;
const END =
  /[提升增降减压缩调上回扩跃攀][高升加低少长大展落缩整]?[到至为]了?(?:(?:每人)?每[年月日天亩户])?$/u;
const SHARE = /占|比重|份额|比例/u;
const MILESTONE_AFTER = /^[多余]?新?(?:大关|台阶|关口|门槛)/u;
const MILESTONE_BEFORE = /(?:迈[上入进]|跨[上入越过]|跻身|站上|登上)(?:了)?$/u;
/** `较2020年的9100亿元增加3700亿元` */
const FROM_BASIS = new RegExp(`${BASIS_SOURCE}(?<=的)$`, 'u');
/** What stands between a condition and what is counted under it. */
const COUNTED_UNDER = /^的(?!基础|目标|速度|增长|水平)[^,、;\d]{0,12}$/u;

/** Whether words end in a verb of change, adverbs aside. */
export const endsInChange = (words: string): boolean => CHANGE.test(words);

/** Reads what a number states from the words around it. */
export function readStatement(found: {
  readonly number: PrintedFigure;
  readonly role: 'before' | 'after' | null;
  /** Whether its words say what it is a share of, and whether it is printed as a part (`三分之二`, `九成`). */
  readonly isShare: boolean;
  readonly isPart: boolean;
  /** Its own words right before it, and its clause right after it. */
  readonly head: string;
  readonly tail: string;
  /** What stands between it and the next number of its clause, and that number. */
  readonly next: { readonly gap: string; readonly number: PrintedFigure } | null;
  /** The statement of the number before it, where both stand in one list. */
  readonly before: Statement | null;
}): Statement {
  const { number, role, isShare, isPart, head, tail, next, before } = found;
  const state = (states: Statement['states'], direction: Statement['direction'] = null): Statement => ({
    states,
    direction,
  });
  if (next && isCondition(number, next)) return state('condition');
  if (next && isMark(next.gap, number, next.number)) return state('mark');
  if (MILESTONE_AFTER.test(tail) || (MILESTONE_BEFORE.test(head) && number.dimension !== 'ordinal'))
    return state('milestone');
  if (number.dimension === 'ordinal' || (number.base === '位' && /[列居名]$/u.test(head)))
    return state('rank');
  if (FROM_BASIS.test(head)) return state('start');
  if (role !== null) return state(role === 'before' ? 'start' : 'end');
  const isSigned = number.amount.startsWith('-') && number.dimension === 'percent';
  if (isSigned || CHANGE.test(head) || CHANGE_AFTER.test(tail))
    return state('change', isSigned || DOWN.test(head.slice(-VERB_CHARS)) ? 'down' : 'up');
  if (number.dimension === 'percentage-points') return state('change');
  if (END.test(head)) return state('end');
  if (number.dimension === 'percent' && (isShare || isPart || SHARE.test(head))) return state('share');
  if (before?.states === 'change' && !/[达为占是]/u.test(head)) return state('change', before.direction);
  return state('level');
}

/** What stands between a mark that was passed and the number that passed it, after `大关`. */
const PASSED_BY = /^[,、]达到?了?$/u;

const isMark = (gap: string, mark: PrintedFigure, exact: PrintedFigure): boolean =>
  mark.base === exact.base && PASSED_BY.test(gap.replace(MILESTONE_AFTER, ''));

function isCondition(
  number: PrintedFigure,
  next: { readonly gap: string; readonly number: PrintedFigure },
): boolean {
  const isBound = /过|超|逾|不[低高少多大小]于|以[上下内]|不足/u.test(number.qualifier);
  return isBound && number.base !== next.number.base && COUNTED_UNDER.test(next.gap);
}
