import { findBasis, findLeadingBasis } from './basis.ts';
import { countFirms, countPeople } from './counted-things.ts';
import { endsInChange, readStatement, type Statement } from './figure-statement.ts';
import { readOwnerPeriod, readOwnPeriod, readTime } from './figure-times.ts';
import type { Figure } from './figures.ts';
import { readMeasure } from './measure.ts';
import type { PrintedFigure } from './numbers.ts';
import { type ParallelMember, readParallel } from './parallel-numbers.ts';
import type { ReportYears } from './periods.ts';
import type { Clause, Sentence } from './report.ts';
import { contains, type Span, sliceSpan, trimSpan } from './span.ts';
import {
  CHANGE_VERBS,
  isDependent,
  isDependentInSentence,
  isThin,
  MIN_WHOLE_CHARS,
  stripThinWords,
} from './thin-words.ts';
import { assignWords, isAside, readRole, splitBrackets, type WordZone } from './word-zones.ts';

/** A sentence with the numbers printed in it. */
type SentenceNumbers = {
  readonly folded: string;
  readonly sentence: Sentence;
  readonly printed: readonly PrintedFigure[];
  readonly firstId: number;
  readonly years: ReportYears | null;
  /** What the sentence before it told of. */
  readonly before: readonly Span[];
};

/** Reads the numbers of a sentence, and what it tells of at its end. */
export function readSentence(input: SentenceNumbers): {
  readonly figures: readonly Figure[];
  readonly subject: readonly Span[];
} {
  const { folded, sentence, printed } = input;
  const figures: Figure[] = [];
  let subject = input.before;
  let whole: readonly Span[] = [];
  let parts: Parts | null = null;
  let isOwnSubject = false;
  /** `进出口2168亿元,其中出口1124亿元,增长10.6%`: what goes on without words of its own goes on about the part. */
  let part: readonly Span[] | null = null;
  for (const clause of sentence.clauses) {
    const inClause = printed.filter((number) => contains(clause, number));
    const [first] = inClause;
    const isOfPart = part !== null && first !== undefined && isThin(folded.slice(clause.start, first.start));
    parts = goOnWithParts(folded, parts, { clause, inClause });
    const read = readClause(input, {
      clause,
      inClause,
      figuresBefore: figures,
      subject: isOfPart && part ? part : subject,
      isOwnSubject,
      whole: parts?.whole ?? whole,
    });
    figures.push(...read.figures);
    if (sliceSpan(folded, clause) === '其中') whole = subject;
    else if (first && sliceSpan(folded, clause).startsWith('其中')) {
      parts = { whole: subject, base: first.base };
      part = isShort(textOf(folded, read.said)) ? [...subject, ...read.said] : read.said;
    } else if (!isOfPart) part = null;
    const said = dropRemarks(textOf(folded, read.said));
    if (isThin(said) || (isOwnSubject ? isDependentInSentence : isDependent)(said)) continue;
    subject = read.said;
    isOwnSubject = true;
  }
  return { figures, subject };
}

/** `孵化器118家,其中国家级25家,省级13家`: the whole that clauses go on to tell parts of, and what those are counted in. */
type Parts = { readonly whole: readonly Span[]; readonly base: string };

/** Whether a clause tells one more part; a semicolon or another count ends them. */
function goOnWithParts(
  folded: string,
  parts: Parts | null,
  { clause, inClause }: Pick<ClauseNumbers, 'clause' | 'inClause'>,
): Parts | null {
  return folded.charAt(clause.start - 1) === ',' && inClause[0]?.base === parts?.base ? parts : null;
}

type ClauseNumbers = {
  readonly clause: Clause;
  readonly inClause: readonly PrintedFigure[];
  /** What was read of the sentence before it. */
  readonly figuresBefore: readonly Figure[];
  /** What the clauses before it are about. */
  readonly subject: readonly Span[];
  /** Whether that is of the same sentence. */
  readonly isOwnSubject: boolean;
  /** After `其中,`: what the clauses tell the parts of. */
  readonly whole: readonly Span[];
};

function readClause(
  sentenceNumbers: SentenceNumbers,
  clauseNumbers: ClauseNumbers,
): { readonly figures: readonly Figure[]; readonly said: readonly Span[] } {
  const { folded, sentence } = sentenceNumbers;
  const { clause, inClause, figuresBefore } = clauseNumbers;
  const stretches = splitBrackets(folded, clause, inClause);
  const zones = stretches.flatMap(({ span, numbers }) => assignWords(folded, span, numbers));
  const parallel = stretches.flatMap(({ span, numbers }) => {
    const members = readParallel({
      folded,
      clause: span,
      inClause: numbers,
      before: figuresBefore,
      clausesBefore: sentence.clauses.filter(({ end }) => end <= clause.start),
    });
    return numbers.map((_, index) => members[index]);
  });
  const bracketed = new Set(stretches.slice(1).flatMap(({ numbers }) => numbers));
  const figures: Figure[] = [];
  for (const [index, number] of inClause.entries()) {
    const zone = zones[index] ?? { own: [], shared: [], reference: null };
    figures.push(
      readFigure(sentenceNumbers, clauseNumbers, {
        index,
        number,
        zone: withCondition(folded, clauseNumbers, { index, zone, before: figures.at(-1) }),
        member: parallel[index],
        holder: bracketed.has(number) ? wordsOfLast(figures, inClause, bracketed) : null,
        before: figures.at(-1) ?? null,
      }),
    );
  }
  // `药费(2010.4元)占费用的20.4%,比上年……`: what is told of goes on is the share.
  const leading = zones[isAside(folded, inClause[0]) && zones[1] ? 1 : 0];
  return { figures, said: leading ? [...leading.own, ...leading.shared] : [clause] };
}

/** What picks out the things that a number counts is part of what it measures: `占比超过20%的|有22种`. */
function withCondition(
  folded: string,
  { clause, inClause }: ClauseNumbers,
  {
    index,
    zone,
    before,
  }: { readonly index: number; readonly zone: WordZone; readonly before: Figure | undefined },
): WordZone {
  const [condition, number] = [inClause[index - 1], inClause[index]];
  if (before?.states !== 'condition' || !condition || !number) return zone;
  const shared = index === 1 ? [] : zone.shared;
  const start = index === 1 ? clause.start : condition.start;
  const after = zone.own.filter((span) => span.start >= number.end);
  return { ...zone, own: [...shared, trimSpan(folded, { start, end: number.start }), ...after], shared: [] };
}

type Found = {
  readonly index: number;
  readonly number: PrintedFigure;
  readonly zone: WordZone;
  readonly member: ParallelMember | undefined;
  /** For a number in a bracket: what the number before the bracket measures. */
  readonly holder: readonly Span[] | null;
  /** The number before it in its clause. */
  readonly before: Figure | null;
};

function readFigure(sentenceNumbers: SentenceNumbers, clauseNumbers: ClauseNumbers, found: Found): Figure {
  const { folded, sentence, firstId, years } = sentenceNumbers;
  const { clause, inClause, figuresBefore } = clauseNumbers;
  const { index, number, zone, member } = found;
  const head = sliceSpan(folded, { start: clause.start, end: number.start }).trimEnd();
  const role = member?.role ?? readRole(folded, inClause, index);
  const words = readWords(folded, clauseNumbers, { ...found, role });
  const time = readFigureTime(sentenceNumbers, clauseNumbers, { ...found, role });
  const statement = readFigureStatement(sentenceNumbers, clauseNumbers, { ...found, role, own: words.own });
  const setsAgainst = statement.states === 'change' || number.dimension === 'multiple';
  const basis = setsAgainst ? findBasis(head, time.period, years) : null;
  const measure = readMeasure(folded, { ...words, number, ...statement });
  const said = textOf(folded, [...words.carried, ...words.own, ...words.shared]);
  return {
    ...countPeople(countFirms(number, said), [measure, textOf(folded, words.carried)]),
    ...time,
    ...words,
    ...statement,
    id: `f${firstId + figuresBefore.length + index}`,
    numeral: sliceSpan(folded, number.value),
    qualifier: number.qualifier || readDistantQualifier(head),
    measure,
    basis: basis && { ...basis, start: clause.start + basis.start, end: clause.start + basis.end },
    clause: { start: clause.start, end: clause.end },
    sentenceId: sentence.id,
    itemId: sentence.itemId,
    sectionId: sentence.sectionId,
    reference: zone.reference,
    role,
  };
}

/** The words that say what a number measures: its own, those it shares, those of the clauses before it. */
function readWords(
  folded: string,
  { subject, isOwnSubject, whole, figuresBefore }: ClauseNumbers,
  { index, zone, member, holder, role }: Found & Pick<Figure, 'role'>,
): Pick<Figure, 'own' | 'shared' | 'carried' | 'owner'> {
  // `生产总值突破400亿元,达418亿元`: what passed the mark is what the mark is of.
  const mark = index === 0 ? figuresBefore.at(-1) : undefined;
  if (mark?.states === 'mark') {
    const { own, shared, carried, owner } = mark;
    return { own: [...own, ...zone.own], shared, carried, owner };
  }
  const own = member?.own ?? zone.own;
  // `其中城镇38.1万、乡村14.26万`: parts of one whole share no words but those of the whole.
  const isOfParts = textOf(folded, zone.shared).startsWith('其中') && !isDependent(textOf(folded, own));
  const isLed = needsSubject(folded, { own, shared: zone.shared }, isOwnSubject);
  const isChange = endsInChange(textOf(folded, own));
  // `发电装机764万千瓦,其中光伏并网装机386万千瓦`: a part that says what is measured needs no words of the whole.
  const part = /^其中[:,]?(?<name>.+)/u.exec(textOf(folded, own))?.groups?.name ?? '';
  const isSaidAnew =
    part.length >= MIN_WHOLE_CHARS && textOf(folded, subject).endsWith(part.slice(1 - MIN_WHOLE_CHARS));
  return {
    own,
    shared: isOfParts
      ? []
      : zone.shared
          .map((span) => (isChange ? dropVerb(folded, span) : span))
          .map((span) => (role === null ? dropSibling(folded, span, own) : span))
          .filter((span) => span.start + 1 < span.end),
    carried:
      member?.carried ??
      holder ??
      (isLed && !isSaidAnew ? subject : isShort(textOf(folded, own)) ? whole : []),
    owner: member?.owner ?? '',
  };
}

function readFigureTime(
  { folded, sentence, years }: SentenceNumbers,
  { clause, inClause }: ClauseNumbers,
  { number, member, role }: Found & Pick<Figure, 'role'>,
): Pick<Figure, 'period' | 'course'> {
  const headOf = ({ value }: PrintedFigure): string =>
    sliceSpan(folded, { start: clause.start, end: value.start }).trimEnd();
  // `是2015年的1.3倍`: a year that something is a multiple of is not the multiple's own.
  const own = number.dimension === 'multiple' ? null : readOwnPeriod(headOf(number), clause.period, years);
  const stated =
    own ??
    readOwnerPeriod(member, folded, years) ??
    // `由2019年的70%、44%提升至75%、50%`: all of them were so in the year that is named once.
    (role === 'before' && inClause[0] ? readOwnPeriod(headOf(inClause[0]), clause.period, years) : null) ??
    (role === 'before'
      ? findLeadingBasis(folded.slice(folded.lastIndexOf('\n', clause.start) + 1, clause.start))
      : null);
  const time = readTime({
    stated,
    told: clause.period,
    role,
    // What leads to the first of a list leads to all of it.
    head: headOf(member ? (inClause[0] ?? number) : number),
    tail: sliceSpan(folded, { start: number.end, end: sentence.end }),
  });
  const isAim = AIM.test(sliceSpan(folded, { start: clause.start, end: number.start }));
  const period = isAim && time.period ? { ...time.period, kind: 'target' as const } : time.period;
  return { ...time, period };
}

/** `2021年城镇新增就业目标5.5万人` was aimed at, also in a report on that year; what is set against an aim was not. */
const AIM = /^(?!.*(?:完成|超|[高低快慢好优]于|实现|达|占|[比较与]|距|差)[^,]*目标).*目标值?[为是:]?$/u;

function readFigureStatement(
  { folded, printed }: SentenceNumbers,
  { clause }: ClauseNumbers,
  { number, zone, before, role, own }: Found & Pick<Figure, 'role' | 'own'>,
): Statement {
  const next = printed[printed.indexOf(number) + 1];
  // In a list of several changes each has its own verb: `增加500人、减少300人`.
  const gap = before ? sliceSpan(folded, { start: before.end, end: number.start }).trimEnd() : '';
  const ownBefore = own.filter(({ end }) => end <= number.start);
  return readStatement({
    number,
    role,
    isShare: zone.reference !== null,
    isPart: number.dimension === 'percent' && AS_PART.test(sliceSpan(folded, number)),
    // Many reports print a blank before a number (`减少 22.3 亿元`).
    head: endsInChange(gap) ? gap : textOf(folded, ownBefore).trimEnd(),
    tail: sliceSpan(folded, { start: number.end, end: clause.end }).trimStart(),
    next: next ? { gap: folded.slice(number.end, next.start).trim(), number: next } : null,
    before: before && isListed(folded, before, number) ? before : null,
  });
}

/** How a part of a whole is printed: `九成`, `三分之二`, `2/3`. */
const AS_PART = /成|(?<![百千万])分之|\//u;

/** The verb of another number's change (`比上年|分别增加`) is not shared by one that has its own. */
function dropVerb(folded: string, span: Span): Span {
  const verb = TRAILING_VERB.exec(sliceSpan(folded, span))?.[0] ?? '';
  return { start: span.start, end: span.end - verb.length };
}

/** `共评定|一级图书馆1302家、二级图书馆680家`: what is measured alike by another name is not shared, what leads to it is. */
function dropSibling(folded: string, span: Span, own: readonly Span[]): Span {
  const [name, other] = [textOf(folded, own), sliceSpan(folded, span)].map((words) =>
    words.trim().replace(TRAILING_VERB, ''),
  );
  const isAlike = name && other && name.length > 2 && other.endsWith(name.slice(-2));
  return isAlike ? { ...span, end: Math.max(span.start, span.end - name.length) } : span;
}

const TRAILING_VERB = new RegExp(`(?:分别)?(?:${CHANGE_VERBS})$`, 'u');

/** Whether words only name a part (`幼儿`), not what of it is measured. */
const isShort = (words: string): boolean => stripThinWords(words).length < MIN_WHOLE_CHARS;

const textOf = (folded: string, spans: readonly Span[]): string =>
  spans.map((span) => sliceSpan(folded, span)).join('');

/** Whether two neighbouring numbers stand in one list of like numbers. */
const isListed = (folded: string, before: Figure, number: PrintedFigure): boolean =>
  before.base === number.base && /^[、和及与]/u.test(folded.slice(before.end, number.start));

/** Whether the words of a number leave to the clauses before what is measured. */
function needsSubject(
  folded: string,
  { own, shared }: Pick<WordZone, 'own' | 'shared'>,
  isOwnSubject: boolean,
): boolean {
  const mine = dropRemarks(textOf(folded, own));
  const common = dropRemarks(textOf(folded, shared));
  return (
    isThin(`${mine}${common}`) ||
    (isOwnSubject ? isDependentInSentence : isDependent)(isThin(common) ? mine : common)
  );
}

/** All that says what the number before a bracket measures. */
function wordsOfLast(
  figures: readonly Figure[],
  inClause: readonly PrintedFigure[],
  bracketed: ReadonlySet<PrintedFigure>,
): readonly Span[] {
  const last = inClause.findLast((number) => !bracketed.has(number));
  const figure = figures.findLast(({ start }) => start === last?.start);
  return figure ? [...figure.carried, ...figure.own] : [];
}

/** `(按可比价计算,下同)` says how a number was reckoned, not what it measures. */
const dropRemarks = (words: string): string => words.replace(/\([^()]*\)?/gu, '');

function readDistantQualifier(head: string): string {
  const found = /(不低于|不少于|不高于|不超过|不小于|不大于)[^\d]{1,16}$/u.exec(head);
  return found?.[1] ?? '';
}
