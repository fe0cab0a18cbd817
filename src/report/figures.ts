import { countFirms } from './counted-firms.ts';
import { readOwnerPeriod, readOwnPeriod, readTime } from './figure-times.ts';
import { foldWidth } from './fold-width.ts';
import { joinText, moveFigure, moveReport } from './joined-text.ts';
import { type ExcludedNumber, findNumbers, type PrintedFigure } from './numbers.ts';
import { readParallel } from './parallel-numbers.ts';
import type { ReportYears } from './periods.ts';
import type { Period, Report, Sentence } from './report.ts';
import { contains, type Span, sliceSpan } from './span.ts';
import { isDependent, isThin } from './thin-words.ts';
import type { Dimension } from './units.ts';
import { assignWords, readRole, splitBrackets } from './word-zones.ts';

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
    const printed = numbers.filter((number) => number.kind === 'figure');
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
  const { folded, sentence, printed, firstId, years } = input;
  const figures: Figure[] = [];
  let lastSubject = input.before;
  for (const clause of sentence.clauses) {
    const inClause = printed.filter((number) => contains(clause, number));
    const stretches = splitBrackets(folded, clause, inClause);
    const zones = stretches.flatMap(({ span, numbers }) => assignWords(folded, span, numbers));
    const parallel = stretches.flatMap(({ span, numbers }) => {
      const members = readParallel({
        folded,
        clause: span,
        inClause: numbers,
        before: figures,
        clausesBefore: sentence.clauses.filter(({ end }) => end <= span.start),
      });
      return numbers.map((_, index) => members[index]);
    });
    const bracketed = new Set(stretches.slice(1).flatMap(({ numbers }) => numbers));
    for (const [index, number] of inClause.entries()) {
      const zone = zones[index] ?? { own: [], shared: [], reference: null };
      const words = dropRemarks(
        [...zone.own, ...zone.shared].map((span) => sliceSpan(folded, span)).join(''),
      );
      const member = parallel[index];
      const head = sliceSpan(folded, { start: clause.start, end: number.start });
      const role = member?.role ?? readRole(folded, inClause, index);
      const stated = readOwnPeriod(head, years) ?? readOwnerPeriod(member, folded, years);
      const carried =
        member?.carried ??
        (bracketed.has(number)
          ? wordsOfLast(figures, inClause, bracketed)
          : member?.own === undefined && (isThin(words) || isDependent(words))
            ? lastSubject
            : []);
      const said = [...carried, ...zone.own, ...zone.shared].map((span) => sliceSpan(folded, span)).join('');
      figures.push({
        ...countFirms(number, said),
        id: `f${firstId + figures.length}`,
        qualifier: number.qualifier || readDistantQualifier(head),
        hasOwnTime: stated !== null,
        ...readTime({
          stated,
          told: clause.period,
          role,
          head: sliceSpan(folded, { start: clause.start, end: number.value.start }),
          tail: sliceSpan(folded, { start: number.end, end: sentence.end }),
        }),
        clause: { start: clause.start, end: clause.end },
        sentenceId: sentence.id,
        itemId: sentence.itemId,
        sectionId: sentence.sectionId,
        own: member?.own ?? zone.own,
        shared: zone.shared,
        reference: zone.reference,
        carried,
        owner: member?.owner ?? '',
        role,
      });
    }
    const subject = inClause.length > 0 ? [...(zones[0]?.own ?? []), ...(zones[0]?.shared ?? [])] : [clause];
    const said = subject.map((span) => sliceSpan(folded, span)).join('');
    if (!isThin(said) && !isDependent(said)) lastSubject = subject;
  }
  return { figures, subject: lastSubject };
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
