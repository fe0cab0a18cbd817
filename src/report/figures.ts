import type { Basis } from './basis.ts';
import type { Statement } from './figure-statement.ts';
import { foldWidth } from './fold-width.ts';
import { joinText, moveFigure, moveReport } from './joined-text.ts';
import { type ExcludedNumber, findNumbers, type PrintedFigure } from './numbers.ts';
import { readSentence } from './read-sentence.ts';
import type { Period, Report } from './report.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { shareUnits } from './share-units.ts';
import { type Span, sliceSpan } from './span.ts';
import type { Dimension } from './units.ts';

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

/** What a table or picture is called: `图8 2017-2021年彩票销售情况`, with no end of a sentence and no number told of it. */
const CAPTION = /^(?:[附续]?[表图]|专栏)\s*(?:[\d一二三四五六七八九十]+[-.\d]*|[::])[^。;,]*$/u;

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

/** Every number of a text that is no report (normalised), each read as it would be in one. */
export function readFigures(text: string): readonly Figure[] {
  const sentences = splitSentences(text, { start: 0, end: text.length }).map((sentence) => ({
    ...sentence,
    id: `s${sentence.start}`,
    sectionId: '',
    itemId: '',
    clauses: splitClauses(text, sentence).map((clause) => ({ ...clause, period: null })),
  }));
  return extractJoined({ source: text, sentences, years: null }).figures;
}

function extractJoined(report: Pick<Report, 'source' | 'sentences' | 'years'>): FigureExtraction {
  const folded = foldWidth(report.source);
  const figures: Figure[] = [];
  const excluded: ExcludedNumber[] = [];
  let last: { readonly itemId: string; readonly subject: readonly Span[] } = { itemId: '', subject: [] };
  for (const sentence of report.sentences) {
    const numbers = findNumbers(sliceSpan(folded, sentence)).map((number) => moveBy(number, sentence.start));
    excluded.push(...numbers.filter((number) => number.kind === 'excluded'));
    const isCaption = CAPTION.test(sliceSpan(folded, sentence));
    const facts = numbers.filter((number) => number.kind === 'figure');
    if (isCaption)
      excluded.push(
        ...facts.map(({ start, end }) => ({ start, end, kind: 'excluded', reason: 'name' }) as const),
      );
    const printed = isCaption ? [] : shareUnits(folded, facts);
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
