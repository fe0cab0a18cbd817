import type { PrintedFigure } from './numbers.ts';
import type { Clause } from './report.ts';
import { type Span, sliceSpan } from './span.ts';

/** A stretch of a clause whose numbers share out its words among themselves. */
type Stretch = { readonly span: Clause; readonly numbers: readonly PrintedFigure[] };

/**
 * A bracket with numbers of its own at the end of a clause tells parts or other years of what stands before it
 * (`1128万亩(水田168万亩、旱田960万亩)`): its words are not those of the number before it.
 */
export function splitBrackets(
  folded: string,
  clause: Clause,
  numbers: readonly PrintedFigure[],
): readonly Stretch[] {
  const found = /^(?<head>[^()]*\d[^()]*)\((?<inside>[^()]*)\)?$/u.exec(sliceSpan(folded, clause));
  const at = clause.start + (found?.groups?.head?.length ?? 0);
  const inside = numbers.filter(({ start }) => start > at);
  if (!found || inside.length === 0 || inside.length === numbers.length) return [{ span: clause, numbers }];
  return [
    { span: { ...clause, end: at }, numbers: numbers.filter(({ start }) => start < at) },
    {
      span: {
        ...clause,
        start: at + 1,
        end: folded.charAt(clause.end - 1) === ')' ? clause.end - 1 : clause.end,
      },
      numbers: inside,
    },
  ];
}

/** The words of a clause as one of its numbers has them. */
export type WordZone = {
  readonly own: readonly Span[];
  readonly shared: readonly Span[];
  readonly reference: Span | null;
};

/**
 * In `不低于当地低保标准的1.3倍` the words between 不低于 and 的 name what the number is a multiple or share of, not what
 * it measures. Takes them out of the number's own words.
 */
function splitReference(
  folded: string,
  head: Span,
  number: PrintedFigure,
): { readonly ownHead: readonly Span[]; readonly reference: Span | null } {
  if (!['multiple', 'percent'].includes(number.dimension)) return { ownHead: [head], reference: null };
  const text = sliceSpan(folded, head);
  const found = REFERENCE.exec(text) ?? SHARE_OF.exec(text);
  const words = found?.groups?.reference;
  if (!found || !words) return { ownHead: [head], reference: null };
  const end = head.start + found.index + found[0].length - (found.groups?.rest ?? '').length;
  return {
    ownHead: [
      { start: head.start, end: end - words.length },
      ...(sliceSpan(folded, { start: end, end: head.end }) === '的' ? [] : [{ start: end, end: head.end }]),
    ],
    reference: { start: end - words.length, end },
  };
}

const REFERENCE =
  /(?:不低于|不高于|不超过|不少于|达到|相当于|按照?|占|为|是)(?<reference>[^,]{2,20})(?<rest>的)$/u;
/** `占全市财政支出比重达` */
const SHARE_OF = /占(?<reference>[^,占]{2,20}?)(?<rest>的?比[重例](?:[已约]?达到?|[为至超]|提高到|超过)?)$/u;

/**
 * Shares out the words of a clause among its numbers. Words between two numbers go to the right one, except what
 * stands before a list separator (`1403个、社区…`), which ends the left one's. Words before the first number are its
 * own, and shared with the others when these follow as a bare list or as the end of a change.
 */
export function assignWords(folded: string, clause: Clause, numbers: readonly PrintedFigure[]): WordZone[] {
  const gaps = numbers.map((number, index) => {
    const start = numbers[index - 1]?.end ?? clause.start;
    return { start, end: number.start };
  });
  const headOf = (index: number): Span => {
    const gap = gaps[index] ?? clause;
    return index === 0 ? gap : rightOfSeparator(folded, gap);
  };
  // `药费(2010.4元)占费用的20.4%`: a number in a bracket is told beside what goes on after it.
  const before = (index: number): readonly Span[] => {
    const [aside, gap] = [numbers[index - 1], gaps[index - 1]];
    if (!isAside(folded, aside) || !aside || !gap) return [];
    const head = headOf(index - 1);
    return [...before(index - 1), { start: head.start, end: aside.start - 1 }];
  };
  const afterBracket = (span: Span): Span =>
    folded.charAt(span.start) === ')' ? { ...span, start: span.start + 1 } : span;
  return numbers.map((number, index) => {
    // `1.8万名65岁以上老人`: an age right after a number only describes those it counts.
    let last = index;
    while (numbers[last + 1]?.dimension === 'age' && numbers[last + 1]?.start === numbers[last]?.end)
      last += 1;
    const next = gaps[last + 1] ?? { start: numbers[last]?.end ?? number.end, end: clause.end };
    const isLast = last === numbers.length - 1;
    // What a list goes on with is no word of its last number: `120万吨、与上年持平`.
    const tail = isLast && folded.charAt(next.start) !== '、' ? next : leftOfSeparator(folded, next);
    const opening = gaps[0];
    // In a bare list, and at the end of a change, a number has the words of the one it follows.
    const isFollower = (at: number): boolean =>
      at > 0 && (readRole(folded, numbers, at) === 'after' || isConnector(sliceSpan(folded, headOf(at))));
    let leader = index;
    while (isFollower(leader)) leader -= 1;
    const { ownHead, reference } = splitReference(folded, headOf(leader), number);
    const beside = before(leader);
    return {
      own: [...beside, ...ownHead.map(afterBracket), tail].filter((span) => span.start < span.end),
      shared: leader > 0 && beside.length === 0 && opening && opening.start < opening.end ? [opening] : [],
      reference,
    };
  });
}

/** Whether a number stands in a bracket alone, and its clause goes on. */
export const isAside = (folded: string, number: PrintedFigure | undefined): boolean =>
  number !== undefined && folded.charAt(number.start - 1) === '(' && folded.charAt(number.end) === ')';

const SEPARATOR = /[、/]|以及|和(?=[^、]*$)|与(?=[^、]*$)/u;

/** A remark in brackets lists something of its own: `省(自治区、直辖市)销售额`. */
const hideRemarks = (text: string): string =>
  text.replace(/\([^()]*\)/gu, (remark) => ' '.repeat(remark.length));

function rightOfSeparator(folded: string, gap: Span): Span {
  const text = hideRemarks(sliceSpan(folded, gap));
  const found = SEPARATOR.exec(text);
  return found ? { start: gap.start + found.index + found[0].length, end: gap.end } : gap;
}

function leftOfSeparator(folded: string, gap: Span): Span {
  const text = hideRemarks(sliceSpan(folded, gap));
  const found = SEPARATOR.exec(text);
  return { start: gap.start, end: found ? gap.start + found.index : gap.start };
}

/** Words that only join two numbers and say nothing about what is measured: `和`, `提高到`, but not `增长`. */
function isConnector(text: string): boolean {
  return /^\s*(?:和|与|及|至|到|或|、|分别)?\s*(?:[提增上下减降压缩调升][\p{Script=Han}]?(?:到|至|为)|[到至为])?\s*$/u.test(
    text,
  );
}

/** How far before a number the 由 may stand that makes it the start of a change (`由2016年底的2380公里增加到`). */
const MAX_FROM_CHARS = 20;

/** `由A提高到B`, `从A降至B`: the number after 由/从 is where the change begins, the next where it ends. */
export function readRole(
  folded: string,
  numbers: readonly PrintedFigure[],
  index: number,
): 'before' | 'after' | null {
  const endsWithFrom = (at: number): boolean => {
    const number = numbers[at];
    if (!number) return false;
    const head = folded.slice(
      Math.max(numbers[at - 1]?.end ?? 0, number.start - MAX_FROM_CHARS),
      number.start,
    );
    return /(?:(?<!理)由|(?<!服)从)[^,;、]*$/u.test(head);
  };
  const gap = (left: number): string => folded.slice(numbers[left]?.end ?? 0, numbers[left + 1]?.start ?? 0);
  const isChange = (text: string): boolean =>
    /^\s*(?:\S{0,6})(?:到|至|为)(?:(?:19|20)\d{2}年[底末]?的?)?\s*$/u.test(text);
  if (endsWithFrom(index) && index + 1 < numbers.length && isChange(gap(index))) return 'before';
  if (index > 0 && endsWithFrom(index - 1) && isChange(gap(index - 1))) return 'after';
  return null;
}
