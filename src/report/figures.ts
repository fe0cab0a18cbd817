import { type Basis, findBasis } from './basis.ts';
import { countFirms, countPeople } from './counted-things.ts';
import { endsInChange, readStatement, type Statement } from './figure-statement.ts';
import { readOwnerPeriod, readOwnPeriod, readTime } from './figure-times.ts';
import { foldWidth } from './fold-width.ts';
import { joinText, moveFigure, moveReport } from './joined-text.ts';
import { readMeasure } from './measure.ts';
import { type ExcludedNumber, findNumbers, type PrintedFigure } from './numbers.ts';
import { type ParallelMember, readParallel } from './parallel-numbers.ts';
import type { ReportYears } from './periods.ts';
import type { Clause, Period, Report, Sentence } from './report.ts';
import { shareUnits } from './share-units.ts';
import { contains, type Span, sliceSpan, trimSpan } from './span.ts';
import { isDependent, isThin } from './thin-words.ts';
import type { Dimension } from './units.ts';
import { assignWords, readRole, splitBrackets, type WordZone } from './word-zones.ts';

/** A number of the report with what it measures. All text fields are printed in the report at the given spans. */
export type Figure = Span &
  Statement & {
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
    /** The digits as read: as printed, without a line break of the page. */
    readonly numeral: string;
    /** What is measured, in the report's words: the member of a list by its own name, without verbs of change. */
    readonly measure: string;
    /** For a change: what it is set against (`比2020年`, `同比`). That time is not the figure's. */
    readonly basis: Basis | null;
  };

/** Every number of a report: facts as figures, the rest with the reason it is none. */
export type FigureExtraction = {
  readonly figures: readonly Figure[];
  readonly excluded: readonly ExcludedNumber[];
};

/** Extracts every number of the report's sentences. Headings, titles and notes are not searched. */
export function extractFigures(report: Report): FigureExtraction {
  const joined = joinText(report.source, report.pageBreaks);
  const { figures, excluded } = extractJoined({
    ...moveReport(report, joined.toJoined),
    source: joined.text,
  });
  return {
    figures: figures.map((figure) => moveFigure(figure, joined.toSource)),
    excluded: excluded.map((number) => joined.toSource(number)),
  };
}

function extractJoined(report: Report): FigureExtraction {
  const folded = foldWidth(report.source);
  const figures: Figure[] = [];
  const excluded: ExcludedNumber[] = [];
  let last: { readonly itemId: string; readonly subject: readonly Span[] } = { itemId: '', subject: [] };
  for (const sentence of report.sentences) {
    const numbers = findNumbers(sliceSpan(folded, sentence)).map((number) => moveBy(number, sentence.start));
    excluded.push(...numbers.filter((number) => number.kind === 'excluded'));
    const printed = shareUnits(
      folded,
      numbers.filter((number) => number.kind === 'figure'),
    );
    const read = readSentence({
      folded,
      sentence,
      printed,
      firstId: figures.length + 1,
      years: report.years,
      // `……765户。总数达2286户。`: a sentence may go on with what the one before it told of.
      before: last.itemId === sentence.itemId ? last.subject : [],
    });
    figures.push(...read.figures);
    last = { itemId: sentence.itemId, subject: read.subject };
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
  /** What the sentence before it told of. */
  readonly before: readonly Span[];
};

function readSentence(input: SentenceNumbers): {
  readonly figures: readonly Figure[];
  readonly subject: readonly Span[];
} {
  const { folded, sentence, printed } = input;
  const figures: Figure[] = [];
  let subject = input.before;
  for (const clause of sentence.clauses) {
    const read = readClause(input, {
      clause,
      inClause: printed.filter((number) => contains(clause, number)),
      figuresBefore: figures,
      subject,
    });
    figures.push(...read.figures);
    const said = dropRemarks(textOf(folded, read.said));
    if (!isThin(said) && !isDependent(said)) subject = read.said;
  }
  return { figures, subject };
}

type ClauseNumbers = {
  readonly clause: Clause;
  readonly inClause: readonly PrintedFigure[];
  /** What was read of the sentence before it. */
  readonly figuresBefore: readonly Figure[];
  /** What the clauses before it are about. */
  readonly subject: readonly Span[];
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
  return { figures, said: zones[0] ? [...zones[0].own, ...zones[0].shared] : [clause] };
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

function readFigure(
  { folded, sentence, firstId, years }: SentenceNumbers,
  { clause, inClause, figuresBefore, subject }: ClauseNumbers,
  { index, number, zone, member, holder, before }: Found,
): Figure {
  const head = sliceSpan(folded, { start: clause.start, end: number.start });
  const tail = sliceSpan(folded, { start: number.end, end: clause.end });
  const role = member?.role ?? readRole(folded, inClause, index);
  const leading = sliceSpan(folded, { start: clause.start, end: number.value.start });
  // `是2015年的1.3倍`: a year that something is a multiple of is not the multiple's own.
  const isMultiple = number.dimension === 'multiple';
  const stated =
    (isMultiple ? null : readOwnPeriod(leading, clause.period, years)) ??
    readOwnerPeriod(member, folded, years);
  const own = member?.own ?? zone.own;
  // `其中城镇38.1万、乡村14.26万`: parts of one whole share no words but those of the whole.
  const isOfParts = /^其中/u.test(textOf(folded, zone.shared)) && !isDependent(textOf(folded, own));
  const shared = isOfParts ? [] : zone.shared;
  const isLed = needsSubject(folded, { own, shared: zone.shared });
  const carried = member?.carried ?? holder ?? (isLed ? subject : []);
  const words = { own, shared, carried, owner: member?.owner ?? '' };
  const next = inClause[index + 1];
  const first = inClause[0] ?? number;
  const time = readTime({
    stated,
    told: clause.period,
    role,
    // What leads to the first of a list leads to all of it.
    head: sliceSpan(folded, { start: clause.start, end: (member ? first : number).value.start }),
    tail: sliceSpan(folded, { start: number.end, end: sentence.end }),
  });
  // In a list of several changes each has its own verb: `增加500人、减少300人`.
  const gap = before ? sliceSpan(folded, { start: before.end, end: number.start }) : '';
  const ownHead = endsInChange(gap)
    ? gap
    : textOf(
        folded,
        own.filter(({ end }) => end <= number.start),
      );
  const statement = readStatement({
    number,
    role,
    isShare: zone.reference !== null,
    isPart: /成|(?<![百千万])分之|\//u.test(sliceSpan(folded, number)) && number.dimension === 'percent',
    head: ownHead,
    tail,
    next: next ? { gap: folded.slice(number.end, next.start), number: next } : null,
    before: before && isListed(folded, before, number) ? before : null,
  });
  const basis = statement.states === 'change' || isMultiple ? findBasis(head, time.period, years) : null;
  const measure = readMeasure(folded, { ...words, number, ...statement });
  return {
    ...countPeople(countFirms(number, textOf(folded, [...carried, ...own, ...shared])), [
      measure,
      textOf(folded, carried),
    ]),
    ...time,
    ...words,
    ...statement,
    id: `f${firstId + figuresBefore.length + index}`,
    numeral: sliceSpan(folded, number.value),
    qualifier: number.qualifier || readDistantQualifier(head),
    measure,
    basis: basis && { ...basis, start: clause.start + basis.start, end: clause.start + basis.end },
    hasOwnTime: stated !== null,
    clause: { start: clause.start, end: clause.end },
    sentenceId: sentence.id,
    itemId: sentence.itemId,
    sectionId: sentence.sectionId,
    reference: zone.reference,
    role,
  };
}

const textOf = (folded: string, spans: readonly Span[]): string =>
  spans.map((span) => sliceSpan(folded, span)).join('');

/** Whether two neighbouring numbers stand in one list of like numbers. */
const isListed = (folded: string, before: Figure, number: PrintedFigure): boolean =>
  before.base === number.base && /^[、和及与]/u.test(folded.slice(before.end, number.start));

/** Whether the words of a number leave to the clauses before what is measured. */
function needsSubject(folded: string, { own, shared }: Pick<WordZone, 'own' | 'shared'>): boolean {
  const mine = dropRemarks(textOf(folded, own));
  const common = dropRemarks(textOf(folded, shared));
  return isThin(`${mine}${common}`) || isDependent(isThin(common) ? mine : common);
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
