import { foldWidth } from './fold-width.ts';
import { type ExcludedNumber, findNumbers, type PrintedFigure } from './numbers.ts';
import { type ParallelMember, readParallel } from './parallel-numbers.ts';
import { findPeriodMentions, type ReportYears } from './periods.ts';
import type { Clause, Period, Report, Sentence } from './report.ts';
import { contains, type Span, sliceSpan } from './span.ts';
import { isThin } from './thin-words.ts';
import type { Dimension } from './units.ts';

/** A number of the report with what it measures. All text fields are printed in the report at the given spans. */
export type Figure = Span & {
  readonly id: string;
  /** The digits (or Chinese numeral) alone, inside `[start, end)`. */
  readonly value: Span;
  readonly unit: string;
  /** `余`, `以上`, `不低于`…, as printed; also when it stands apart from the number in its clause. */
  readonly qualifier: string;
  readonly dimension: Dimension;
  readonly base: string;
  /** Decimal text in base units, for comparing and computing. */
  readonly amount: string;
  readonly period: Period | null;
  /** Whether the year of this very number is printed right before it (`2020年的3.68万亿元`). */
  readonly hasOwnTime: boolean;
  /** For a level reached in the last of several years, and for both ends of a change over them: those years. */
  readonly course: Period | null;
  readonly clause: Span;
  readonly sentenceId: string;
  readonly itemId: string;
  readonly sectionId: string;
  /** The words of its clause that belong to this number and to no neighbour: what stands right before and after it. */
  readonly own: readonly Span[];
  /** For multiples and shares: what it is a multiple or share of (`当地低保标准`), which is not what it measures. */
  readonly reference: Span | null;
  /** Words of its clause that it shares with its neighbours (`城乡低保标准分别提高到`). */
  readonly shared: readonly Span[];
  /** Where its own clause does not say what is measured (`同比增长`): the clause before that does. */
  readonly carried: readonly Span[];
  /** The one of several parallel owners this number belongs to: `城市` of 城乡, one name of a list. Empty otherwise. */
  readonly owner: string;
  /** In 由X提高到Y: which end of the change this number is. */
  readonly role: 'before' | 'after' | null;
};

/** Every number of a report: facts as figures, the rest with the reason it is none. */
export type FigureExtraction = {
  readonly figures: readonly Figure[];
  readonly excluded: readonly ExcludedNumber[];
};

/** Extracts every number of the report's sentences. Headings, titles and notes are not searched. */
export function extractFigures(report: Report): FigureExtraction {
  const folded = foldWidth(report.source);
  const figures: Figure[] = [];
  const excluded: ExcludedNumber[] = [];
  for (const sentence of report.sentences) {
    const numbers = findNumbers(sliceSpan(folded, sentence)).map((number) => moveBy(number, sentence.start));
    excluded.push(...numbers.filter((number) => number.kind === 'excluded'));
    const printed = numbers.filter((number) => number.kind === 'figure');
    figures.push(
      ...readSentence({ folded, sentence, printed, firstId: figures.length + 1, years: report.years }),
    );
  }
  return { figures, excluded };
}

function moveBy(number: PrintedFigure | ExcludedNumber, offset: number): PrintedFigure | ExcludedNumber {
  const span = { start: number.start + offset, end: number.end + offset };
  if (number.kind === 'excluded') return { ...number, ...span };
  return {
    ...number,
    ...span,
    value: { start: number.value.start + offset, end: number.value.end + offset },
  };
}

type SentenceNumbers = {
  readonly folded: string;
  readonly sentence: Sentence;
  readonly printed: readonly PrintedFigure[];
  readonly firstId: number;
  readonly years: ReportYears | null;
};

function readSentence({ folded, sentence, printed, firstId, years }: SentenceNumbers): Figure[] {
  const figures: Figure[] = [];
  let lastSubject: readonly Span[] = [];
  for (const clause of sentence.clauses) {
    const inClause = printed.filter((number) => contains(clause, number));
    const stretches = splitBrackets(folded, clause, inClause);
    const zones = stretches.flatMap(({ span, numbers }) => assignWords(folded, span, numbers));
    const parallel = stretches.flatMap(({ span, numbers }) => {
      const members = readParallel({ folded, clause: span, inClause: numbers, before: figures });
      return numbers.map((_, index) => members[index]);
    });
    const bracketed = new Map(
      stretches
        .slice(1)
        .flatMap(({ numbers }) => numbers.map((number) => [number, zones[0]?.own ?? []] as const)),
    );
    for (const [index, number] of inClause.entries()) {
      const zone = zones[index] ?? { own: [], shared: [], reference: null };
      const words = [...zone.own, ...zone.shared].map((span) => sliceSpan(folded, span)).join('');
      const member = parallel[index];
      const head = sliceSpan(folded, { start: clause.start, end: number.start });
      const role = member?.role ?? readRole(folded, inClause, index);
      const stated = readOwnPeriod(head, years) ?? readOwnerPeriod(member, folded, years);
      figures.push({
        ...number,
        id: `f${firstId + figures.length}`,
        qualifier: number.qualifier || readDistantQualifier(head),
        hasOwnTime: stated !== null,
        ...readTime({
          stated,
          told: clause.period,
          role,
          head: sliceSpan(folded, { start: clause.start, end: number.value.start }),
        }),
        clause: { start: clause.start, end: clause.end },
        sentenceId: sentence.id,
        itemId: sentence.itemId,
        sectionId: sentence.sectionId,
        own: member?.own ?? zone.own,
        shared: zone.shared,
        reference: zone.reference,
        carried:
          member?.carried ??
          bracketed.get(number) ??
          (isThin(words) || isDependent(words) ? lastSubject : []),
        owner: member?.owner ?? '',
        role,
      });
    }
    const subject = inClause.length > 0 ? [...(zones[0]?.own ?? []), ...(zones[0]?.shared ?? [])] : [clause];
    const said = subject.map((span) => sliceSpan(folded, span)).join('');
    if (!isThin(said) && !isDependent(said)) lastSubject = subject;
  }
  return figures;
}

/** Words of a flow: what happened over the years, not what was so at their end. */
const FLOW =
  /累计|共计|合计|年均|平均|新增|净增|增长|连续|总共|先后|增加(?!到|至)|下降(?!到|至)|减少(?!到|至)/u;
/** Words that lead to a level: what was so at the end of the years. */
const LEVEL =
  /(?:达到?|突破|超过?|[提增升降减压缩调][\p{Script=Han}]?(?:到|至|为)|(?:稳定|保持|控制|维持)在|跃升至|跨上|迈上|位居|居)(?:了)?$/u;

/**
 * What several years did is not what the last of them did, but where they led to was so in the last of them, and where
 * a change began was so before the first.
 */
function readTime(found: {
  readonly stated: Period | null;
  readonly told: Period | null;
  readonly role: Figure['role'];
  readonly head: string;
}): Pick<Figure, 'period' | 'course'> {
  const { stated, told, role, head } = found;
  const course = told?.fromYear === undefined ? null : told;
  if (stated) return { period: stated, course: role === null ? null : course };
  if (!course || course.fromYear === undefined) return { period: told, course: null };
  const { fromYear, year, kind } = course;
  // Nobody says when exactly it began: the label runs from the eve of the years to their end.
  if (role === 'before') return { period: { fromYear: fromYear - 1, year, kind }, course };
  if (role === 'after' || (LEVEL.test(head) && !FLOW.test(head))) return { period: { year, kind }, course };
  return { period: course, course: null };
}

/** `2015和2016年同期增速分别为3.3%、0.5%`: the owner of a parallel number may be a year. */
function readOwnerPeriod(
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

/** Words of a measure that is always the measure of something said before: `其中`, `现价总量`, `增速`. */
function isDependent(words: string): boolean {
  return /^(?:其中|总数|合计|按[^,]{1,8}(?:计算|口径)|(?:惠及|受益|涉及|增产|减产|增收)$|(?:现价|经济)?总量|增[速幅]|降幅|规模|占比|比重|[均稳]?(?:位?居|位列|名列|排名?)(?:全[国省市区县州]|世界|全球)(?:各?省[市区]*)?$)/u.test(
    words,
  );
}

type Stretch = { readonly span: Clause; readonly numbers: readonly PrintedFigure[] };

/**
 * A bracket with numbers of its own at the end of a clause tells parts or other years of what stands before it
 * (`1128万亩(水田168万亩、旱田960万亩)`): its words are not those of the number before it.
 */
function splitBrackets(
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

type WordZone = {
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
): { readonly ownHead: Span; readonly reference: Span | null } {
  if (!['multiple', 'percent'].includes(number.dimension)) return { ownHead: head, reference: null };
  const found = /(?:不低于|不高于|不超过|不少于|达到|相当于|按照?|占|为|是)(?<reference>[^,]{2,20})的$/u.exec(
    sliceSpan(folded, head),
  );
  const words = found?.groups?.reference;
  if (!words) return { ownHead: head, reference: null };
  const end = head.end - 1;
  return {
    ownHead: { start: head.start, end: end - words.length },
    reference: { start: end - words.length, end },
  };
}

/**
 * Shares out the words of a clause among its numbers. Words between two numbers go to the right one, except what
 * stands before a list separator (`1403个、社区…`), which ends the left one's. Words before the first number are its
 * own, and shared with the others when these follow as a bare list or as the end of a change.
 */
function assignWords(folded: string, clause: Clause, numbers: readonly PrintedFigure[]): WordZone[] {
  const gaps = numbers.map((number, index) => {
    const start = numbers[index - 1]?.end ?? clause.start;
    return { start, end: number.start };
  });
  const headOf = (index: number): Span => {
    const gap = gaps[index] ?? clause;
    return index === 0 ? gap : rightOfSeparator(folded, gap);
  };
  return numbers.map((number, index) => {
    // `1.8万名65岁以上老人`: an age right after a number only describes those it counts.
    let last = index;
    while (numbers[last + 1]?.dimension === 'age' && numbers[last + 1]?.start === numbers[last]?.end)
      last += 1;
    const next = gaps[last + 1] ?? { start: numbers[last]?.end ?? number.end, end: clause.end };
    const isLast = last === numbers.length - 1;
    const tail = isLast ? next : leftOfSeparator(folded, next);
    const opening = gaps[0];
    // In a bare list, and at the end of a change, a number has the words of the one it follows.
    const isFollower = (at: number): boolean =>
      at > 0 && (readRole(folded, numbers, at) === 'after' || isConnector(sliceSpan(folded, headOf(at))));
    let leader = index;
    while (isFollower(leader)) leader -= 1;
    const { ownHead, reference } = splitReference(folded, headOf(leader), number);
    return {
      own: [ownHead, tail].filter((span) => span.start < span.end),
      shared: leader > 0 && opening && opening.start < opening.end ? [opening] : [],
      reference,
    };
  });
}

const SEPARATOR = /[、/]|以及|和(?=[^、]*$)|与(?=[^、]*$)/u;

function rightOfSeparator(folded: string, gap: Span): Span {
  const text = sliceSpan(folded, gap);
  const found = SEPARATOR.exec(text);
  return found ? { start: gap.start + found.index + found[0].length, end: gap.end } : gap;
}

function leftOfSeparator(folded: string, gap: Span): Span {
  const text = sliceSpan(folded, gap);
  const found = SEPARATOR.exec(text);
  return { start: gap.start, end: found ? gap.start + found.index : gap.start };
}

/** `由2016年底的2380公里`: a time right before a number is that number's alone. Takes the clause up to the number. */
function readOwnPeriod(head: string, years: ReportYears | null): Period | null {
  const mention = findPeriodMentions(head, years).at(-1);
  return mention && mention.start > 0 && /^[底末初]?的$/u.test(head.slice(mention.end))
    ? mention.period
    : null;
}

/** Words that only join two numbers and say nothing about what is measured. */
function isConnector(text: string): boolean {
  return /^\s*(?:和|与|及|至|到|或|、|分别)?\s*(?:提高|增加|上升|增长|下降|减少|降低|压缩|缩短|调整|降|升|增)?(?:到|至|为)?\s*$/u.test(
    text,
  );
}

function readDistantQualifier(head: string): string {
  const found = /(不低于|不少于|不高于|不超过|不小于|不大于)[^\d]{1,16}$/u.exec(head);
  return found?.[1] ?? '';
}

/** How far before a number the 由 may stand that makes it the start of a change (`由2016年底的2380公里增加到`). */
const MAX_FROM_CHARS = 20;

/** `由A提高到B`, `从A降至B`: the number after 由/从 is where the change begins, the next where it ends. */
function readRole(
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
