import { SHARE_DIMENSIONS } from '../../report/units.ts';
import { overlap, readPairs } from '../../search/grams.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import type { FigureContext } from '../ranking/figure-context.ts';

/**
 * What speaks for two numbers being meant together, in the units of their fit (logarithms of probability): each is about
 * how much likelier the pair is when it holds.
 */
const LIKENESS = {
  samePrintedUnit: 1.2,
  sameUnit: 0.9,
  bothCounted: 0.4,
  sameClause: 0.6,
  sameSentence: 0.3,
  /** As far as the words of their own are the same. */
  namedAlike: 2.5,
  otherRole: -1.2,
  farApart: -1.6,
  otherReport: -3,
} as const;

/** Nobody compares 546元 with 16亿元: amounts of one unit this many powers of ten apart belong to different questions. */
const FAR_APART = 3;

const PEOPLE: readonly string[] = ['people', 'households', 'person-times'];
export const COUNTED: readonly string[] = ['count', ...PEOPLE];

/** Whether a number is a share or multiple of something else. */
export const isRate = ({ figure }: FigureContext): boolean => SHARE_DIMENSIONS.includes(figure.dimension);

/** Whether both numbers count things or people, in whatever measure words. */
export function bothCount(left: FigureContext, right: FigureContext): boolean {
  return [left, right].every(({ figure }) => COUNTED.includes(figure.dimension));
}

/** Whether a number is what comes every month: 710元/月, 每人每月546元; of `每月938元和每年8460元` only the first. */
export function isMonthly({ figure, own, printedOwn, shared }: FigureContext): boolean {
  if (printedOwn.endsWith('每年')) return false;
  return figure.base.endsWith('/月') || /每月|月均/u.test(`${own}\n${shared}`);
}

/** 710元/月 and 每人每月546元 are the same unit printed in two ways. */
export function isSameUnit(left: FigureContext, right: FigureContext): boolean {
  const [a = '', b = ''] = [left.figure.base, right.figure.base].map((base) => base.split('/')[0]);
  const isPer = ({ figure, own, shared }: FigureContext): boolean =>
    figure.base.includes('/') || `${own}${shared}`.includes('每');
  return a === b && (left.figure.base === right.figure.base || [left, right].every(isPer));
}

/** How likely two numbers are meant together, by their units, places and sizes. */
export function likeness(left: FigureContext, right: FigureContext): number {
  const named = LIKENESS.namedAlike * nameLikeness(left.ownHan, right.ownHan);
  return unitLikeness(left, right) + nearness(left, right) + named + differences(left, right);
}

/** Every number that comes into question is set beside every other. */
const pairsOf = rememberLately((name): ReadonlySet<string> => new Set(readPairs(name)));

/** The share of pairs of characters that two names have in common. */
export const nameLikeness = (left: string, right: string): number => overlap(pairsOf(left), pairsOf(right));

/** How much standing near each other says that two numbers are meant together. */
function nearness(left: FigureContext, right: FigureContext): number {
  if (left.known !== right.known) return LIKENESS.otherReport;
  if (left.figure.clause.start === right.figure.clause.start) return LIKENESS.sameClause;
  return left.figure.sentenceId === right.figure.sentenceId ? LIKENESS.sameSentence : 0;
}

/** Numbers of one unit are likelier meant together; that both are counted in 个 says little. */
function unitLikeness(left: FigureContext, right: FigureContext): number {
  if (left.figure.base === '个' && right.figure.base === '个') return LIKENESS.bothCounted;
  if (left.figure.unit === right.figure.unit) return LIKENESS.samePrintedUnit;
  if (isSameUnit(left, right)) return LIKENESS.sameUnit;
  return bothCount(left, right) ? LIKENESS.bothCounted : 0;
}

function differences(left: FigureContext, right: FigureContext): number {
  const role = left.figure.role === right.figure.role ? 0 : LIKENESS.otherRole;
  const [a, b] = [Number(left.figure.amount), Number(right.figure.amount)];
  const isFar =
    left.figure.base === right.figure.base && a > 0 && b > 0 && Math.abs(Math.log10(a / b)) > FAR_APART;
  return role + (isFar ? LIKENESS.farApart : 0);
}
