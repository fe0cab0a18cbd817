import type { Figure } from './figures.ts';
import type { ParallelMember } from './parallel-numbers.ts';
import { findPeriodMentions, namesPlan, type ReportYears } from './periods.ts';
import type { Period } from './report.ts';
import { sliceSpan } from './span.ts';

/** Words of a flow: what happened over the years, not what was so at their end. */
const FLOW =
  /累计|共计|合计|年均|平均|新增|净增|增长|连续|总共|先后|增加(?!到|至|值)|下降(?!到|至)|减少(?!到|至)/u;
/** Words that lead to a level: what was so at the end of the years. */
const LEVEL =
  /(?:达到?|突破|超过?|[提增升降减压缩调][\p{Script=Han}]?(?:到|至|为)|(?:稳定|保持|控制|维持)在|跃升至|跨上|迈上|位居|居)(?:了)?$/u;

/**
 * What several years did is not what the last of them did, but where they led to was so in the last of them, and where
 * a change began was so before the first.
 */
export function readTime(found: {
  readonly stated: Period | null;
  readonly told: Period | null;
  readonly role: Figure['role'];
  /** Its clause up to the number. */
  readonly head: string;
  /** Its sentence from the number on. */
  readonly tail: string;
}): Pick<Figure, 'period' | 'course'> {
  const { stated, told, role, head, tail } = found;
  const course = told?.fromYear === undefined ? null : told;
  if (stated) return { period: stated, course: role === null ? null : course };
  if (!course || course.fromYear === undefined) return { period: told, course: null };
  const { fromYear, year, kind } = course;
  // Nobody says when exactly it began: the label runs from the eve of the years to their end.
  if (role === 'before') return { period: { fromYear: fromYear - 1, year, kind }, course };
  const isLevel = LEVEL.test(head) || isSetAgainst(fromYear - 1, tail);
  if (role === 'after' || (isLevel && !FLOW.test(head))) return { period: { year, kind }, course };
  return { period: course, course: null };
}

/** `预算收入85亿元,比1997年增长1.68倍`: what is set against the eve of the years is what was so in the last of them. */
function isSetAgainst(eve: number, tail: string): boolean {
  return new RegExp(`^[,、(]*(?:是|为|分别)?(?:比|较|相当于)${eve}年`, 'u').test(tail);
}

/** `2015和2016年同期增速分别为3.3%、0.5%`: the owner of a parallel number may be a year. */
export function readOwnerPeriod(
  member: ParallelMember | undefined,
  folded: string,
  years: ReportYears | null,
): Period | null {
  if (!member?.own) return null;
  const owner =
    member.owner.replace(/^((?:19|20)\d{2})年?$/u, '$1年') ||
    sliceSpan(folded, member.own[0] ?? { start: 0, end: 0 });
  return findPeriodMentions(owner, years)[0]?.period ?? null;
}

/** `生产总值2018年突破百亿元`: a year between what is measured and its verb. */
const DIRECTLY_DONE = /^(?:预计)?(?:突破|达到?|实现|完成|增长|下降|超过)(?:了)?$/u;

/**
 * Whether a time belongs to the number right behind it, by what stands before and after the time: `2016年底的2380公里`,
 * `由2023年7.23张增加到2024年7.32张`, `比上年(22.9%)`.
 */
function isOfNumber(before: string, after: string): boolean {
  if (/^[底末初]?的$/u.test(after)) return true;
  if (/[由从到至]$/u.test(before)) return /^[底末初]?$/u.test(after);
  return /[比较]$/u.test(before) && after === '(';
}

/**
 * `由2016年底的2380公里`: a time right before a number is that number's alone. Takes the clause up to the number. What
 * a clause about some year calls the year before (`由上年的3%`) is the one before that.
 */
export function readOwnPeriod(head: string, told: Period | null, years: ReportYears | null): Period | null {
  const mention = findPeriodMentions(head, years, { keepsComparisonBases: true }).at(-1);
  if (!mention || mention.start === 0) return null;
  const after = head.slice(mention.end);
  const isBase = /[比较与同]$/u.test(head.slice(0, mention.start));
  const isOfVerb = !isBase && mention.period.fromYear === undefined && DIRECTLY_DONE.test(after);
  if (!isOfVerb && !isOfNumber(head.slice(0, mention.start), after)) return null;
  const phrase = head.slice(mention.start, mention.end);
  if (namesPlan(phrase)) return null;
  return phrase.startsWith('上') && told?.kind === 'actual' && told.fromYear === undefined
    ? { year: told.year - 1, kind: 'actual' }
    : mention.period;
}
