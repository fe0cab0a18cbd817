import type { KnownReport, NamedFigure } from '../../knowledge/knowledge.ts';
import { readOwnStretch } from '../../knowledge/places.ts';
import type { Clause, Sentence } from '../../report/report.ts';
import { contains, type Span, sliceSpan } from '../../report/span.ts';
import { stripThinWords } from '../../report/thin-words.ts';
import { hanOf } from '../../search/grams.ts';
import { createNormalizer, normalizeText } from '../../search/normalize.ts';

/** The words around a number, from those that are its own to those that merely stand above it. All normalised. */
export type FigureContext = {
  readonly known: KnownReport;
  readonly figure: NamedFigure;
  /** Its own words, its owner, and its reviewed name and aliases: what it measures. */
  readonly own: string;
  /** Its own words alone, as printed. */
  readonly printedOwn: string;
  /** What of them stands before the number, and what after it. */
  readonly printedBefore: readonly string[];
  readonly printedAfter: readonly string[];
  /** The Han characters of its own words, or of the shared ones where it has none: what a question may leave unasked. */
  readonly ownHan: string;
  /** Whether its report tells of a part of a year (`一季度`), and it is not said to be of the whole. */
  readonly isOfPartYear: boolean;
  /** Reviewed name and aliases. */
  readonly names: readonly string[];
  /** Words shared with parallel numbers of its clause, or carried over from the clause before. */
  readonly shared: string;
  /** For multiples and shares: what it is a multiple or share of. */
  readonly reference: string;
  /** Its clause without the words owned by neighbouring numbers. */
  readonly clause: string;
  /** What its sentence is about: the first clause and those that lead up to the number, if they hold no number. */
  readonly opening: string;
  /** The whole sentence. */
  readonly sentence: string;
  /** What leads its sentence, up to the first number: the subject of what follows. */
  readonly topic: string;
  /** What leads the sentence before and the first one of its paragraph. */
  readonly before: string;
  /** The name of its point and the headings above it. */
  readonly heading: string;
};

/** Takes away the names of the report's own place and time, which no question needs to say. */
function stripPlaces(words: string, places: readonly string[]): string {
  return places.reduce((rest, place) => rest.replaceAll(normalizeText(place), ''), words);
}

/** Describes every figure of a report for searching. */
export function describeFigures(known: KnownReport): FigureContext[] {
  const { report, figures } = known;
  const bySentence = Map.groupBy(figures, ({ sentenceId }) => sentenceId);
  // Figures of one sentence have most of their words in common.
  const normalize = createNormalizer();
  const text = (spans: readonly Span[]): string =>
    normalize(spans.map((span) => sliceSpan(report.source, span)).join(' '));
  const sentences = new Map(report.sentences.map((sentence) => [sentence.id, sentence]));
  const items = new Map(report.items.map((item) => [item.id, item]));
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  const isPartYear = readOwnStretch(report).length > 0;
  const leadIns = readLeadIns(known);
  return figures.map((figure) => {
    const sentence = sentences.get(figure.sentenceId);
    const beside = bySentence.get(figure.sentenceId) ?? [];
    const neighbours = beside.filter((other) => other !== figure && contains(figure.clause, other));
    // `318户1127人全部脱贫`: one thing counted twice.
    const coupled = neighbours.filter(({ start, end }) => start === figure.end || end === figure.start);
    const foreign = [
      ...neighbours.filter((other) => !coupled.includes(other)).flatMap(({ own }) => own),
      ...(figure.reference ? [figure.reference] : []),
    ].filter((span) => !figure.own.some((mine) => contains(mine, span)));
    const lead = items.get(figure.itemId)?.lead;
    const opening = findOpening(figure, sentence?.clauses ?? [], beside, report.source);
    const names = [figure.name, ...figure.aliases].filter((name) => name !== '').map(normalizeText);
    const printedOwn = text(figure.own);
    return {
      known,
      figure,
      own: [
        printedOwn,
        normalizeText(figure.owner),
        figure.owner === '城市' ? '城镇' : '',
        text([figure]),
        ...names,
      ].join('\n'),
      printedOwn,
      printedBefore: figure.own.filter(({ end }) => end <= figure.start).map((span) => text([span])),
      printedAfter: figure.own.filter(({ start }) => start >= figure.end).map((span) => text([span])),
      ownHan: hanOf(
        stripPlaces(stripThinWords(printedOwn || text([...figure.shared, ...figure.carried])), known.places),
      ),
      isOfPartYear: isPartYear && !WHOLE_YEAR.test(sentence ? sliceSpan(report.source, sentence) : ''),
      names,
      shared: text([...figure.shared, ...figure.carried, ...coupled.flatMap(({ own }) => own)]),
      reference: figure.reference ? text([figure.reference]) : '',
      clause: text(cutOut(figure.clause, foreign)),
      opening: text(opening),
      sentence: sentence ? text([sentence]) : '',
      topic: text(leadIns.get(figure.sentenceId)?.own ?? []),
      before: text(leadIns.get(figure.sentenceId)?.before ?? []),
      heading: normalize(
        `${lead ? sliceSpan(report.source, lead) : ''}\n${sections.get(figure.sectionId)?.path ?? ''}`,
      ),
    };
  });
}

/** What leads a sentence, and what leads those before it in its paragraph that it may go on about. */
export type LeadIns = { readonly own: readonly Span[]; readonly before: readonly Span[] };

/** A sentence that goes on this long before its first number says what it is about in its beginning. */
const MAX_LEAD_IN_CHARS = 40;

/**
 * Finds what leads each sentence of a report, up to its first number, by the sentence's id. A report names its subject once and
 * goes on about it behind semicolons and in the sentences that follow (`普通高中招生947.54万人；在校生2713.87万人`).
 */
export function readLeadIns({ report, figures }: KnownReport): ReadonlyMap<string, LeadIns> {
  const firsts = new Map<string, number>();
  for (const { sentenceId, start } of figures)
    firsts.set(sentenceId, Math.min(start, firsts.get(sentenceId) ?? start));
  const leadOf = ({ id, start, end }: Sentence): Span => ({
    start,
    end: Math.min(firsts.get(id) ?? end, start + MAX_LEAD_IN_CHARS, end),
  });
  const leadIns = new Map<string, LeadIns>();
  /** The first of the paragraph, the one that begins the printed sentence before or this one, and the last. */
  let first: Sentence | null = null;
  let head: Sentence | null = null;
  let last: Sentence | null = null;
  for (const sentence of report.sentences) {
    if (first?.itemId !== sentence.itemId) [first, head, last] = [null, null, null];
    const before = [...new Set([first, head, last])].flatMap((each) => each ?? []);
    leadIns.set(sentence.id, { own: [leadOf(sentence)], before: before.map(leadOf) });
    const goesOn: boolean = last !== null && /[;；]$/u.test(sliceSpan(report.source, last));
    [first, head, last] = [first ?? sentence, goesOn ? head : sentence, sentence];
  }
  return leadIns;
}

/** Names the whole of a year. */
export const WHOLE_YEAR = /全年|整年|年度|一年下来/u;

/** A total of the year is no outcome of the doings named before it. */
const STARTS_ANEW = /^(?:全年|累计|合计|共|全市|全省|全县|全区)/u;

function findOpening(
  { clause }: Span & { readonly clause: Span },
  clauses: readonly Clause[],
  figures: readonly NamedFigure[],
  source: string,
): Span[] {
  const before = clauses.filter(({ end }) => end <= clause.start);
  const holdsNumber = (span: Span): boolean => figures.some((other) => contains(span, other));
  const leading = before.slice(before.findLastIndex(holdsNumber) + 1);
  const first = before[0];
  const isLed = !STARTS_ANEW.test(sliceSpan(source, clause));
  return [...(first && !holdsNumber(first) ? [first] : []), ...(isLed ? leading : [])];
}

/** A span without the holes, as the pieces that remain. */
function cutOut(whole: Span, holes: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let start = whole.start;
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.start > start) pieces.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < whole.end) pieces.push({ start, end: whole.end });
  return pieces;
}
