import type { Figure } from '../report/figures.ts';
import type { Report } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';

/** Why a drafted figure deserves a closer look than the others. */
export type Doubt = 'no-words' | 'no-unit' | 'no-period' | 'same-name' | 'short-name' | 'long-name';

export type DraftedFigure = {
  readonly figure: Figure;
  readonly printed: string;
  /** Which of the equal numbers of the quote, from 1. */
  readonly nth: number;
  /** What its own words propose; `?` where they propose nothing. */
  readonly name: string;
  readonly doubts: readonly Doubt[];
};

/** A quote that stands in the report exactly once, with the figures that were found in its clause. */
export type DraftedClause = {
  readonly quote: Span;
  readonly sectionId: string;
  readonly figures: readonly DraftedFigure[];
};

/** What stands where no name can be proposed. */
const NAMELESS = '?';

/** Names shorter than this are verbs, or nouns that could mean anything. */
const MIN_NAME_CHARS = 3;

/** Names longer than this are clauses rather than names. */
const MAX_NAME_CHARS = 24;

/**
 * Drafts the reviewed names of a report: every figure under the clause it stands in, named by its own words, in the
 * order of the report. What the draft says is accepted by `applyReview` as it stands.
 */
export function draftFigures(report: Report, figures: readonly Figure[]): DraftedClause[] {
  const byClause = new Map<number, Figure[]>();
  for (const figure of figures) {
    byClause.set(figure.clause.start, [...(byClause.get(figure.clause.start) ?? []), figure]);
  }
  const names = new Map(figures.map((figure) => [figure, proposeName(report, figure)]));
  const uses = new Map<string, number>();
  const keyOf = (figure: Figure): string =>
    [names.get(figure), figure.base, ...Object.values(figure.period ?? {})].join('|');
  for (const figure of figures) uses.set(keyOf(figure), (uses.get(keyOf(figure)) ?? 0) + 1);
  return [...byClause.values()].map((inClause) => {
    const quote = findAnchor(report, inClause[0]);
    const inQuote = figures.filter((figure) => contains(quote, figure));
    return {
      quote,
      sectionId: inClause[0]?.sectionId ?? '',
      figures: inClause.map((figure): DraftedFigure => {
        const printed = sliceSpan(report.source, figure);
        const name = names.get(figure) ?? NAMELESS;
        return {
          figure,
          printed,
          nth: inQuote.filter(
            (other) => other.start <= figure.start && sliceSpan(report.source, other) === printed,
          ).length,
          name,
          doubts: findDoubts(figure, name, uses.get(keyOf(figure)) ?? 0),
        };
      }),
    };
  });
}

function findDoubts({ dimension, period }: Figure, name: string, uses: number): Doubt[] {
  const doubts: Doubt[] = [];
  if (name === NAMELESS) doubts.push('no-words');
  else if (uses > 1) doubts.push('same-name');
  if (name !== NAMELESS && name.length < MIN_NAME_CHARS) doubts.push('short-name');
  if (name.length > MAX_NAME_CHARS) doubts.push('long-name');
  if (dimension === 'none') doubts.push('no-unit');
  if (period === null) doubts.push('no-period');
  return doubts;
}

/** The shortest of clause, sentence, point and ever more around it that stands in the report exactly once. */
function findAnchor(report: Report, figure: Figure | undefined): Span {
  const whole = { start: 0, end: report.source.length };
  if (!figure) return whole;
  const candidates: readonly (Span | undefined)[] = [
    figure.clause,
    report.sentences.find(({ id }) => id === figure.sentenceId),
    report.items.find(({ id }) => id === figure.itemId),
  ];
  const found = candidates.find((span) => span !== undefined && standsOnce(report.source, span));
  if (found) return { start: found.start, end: found.end };
  const { end } = figure.clause;
  for (let start = figure.clause.start - 1; start >= 0; start -= 1) {
    if (standsOnce(report.source, { start, end })) return { start, end };
  }
  return whole;
}

/** Quotes are read without the white space around them, so one that begins or ends with some is none. */
function standsOnce(source: string, span: Span): boolean {
  const text = sliceSpan(source, span);
  return text === text.trim() && source.indexOf(text) === source.lastIndexOf(text);
}

/** Proposes a name from the words before a number, its owner put in their place, or from those after it. */
function proposeName(report: Report, figure: Figure): string {
  const join = (spans: readonly Span[]): string =>
    spans.map((span) => sliceSpan(report.source, span).trim()).join('');
  const spans = [...figure.carried, ...figure.shared, ...figure.own].sort((a, b) => a.start - b.start);
  const before = putOwner(join(spans.filter(({ end }) => end <= figure.start)), figure);
  const start = figure.role === null ? before : before.replace(/[由从][^由从]{0,14}$/u, '');
  const after = tidy(join(figure.own.filter((span) => span.start >= figure.end)));
  const head = tidy(start);
  // A lone verb (`出台9项……`) names nothing without what follows the number.
  const name = head.length < MIN_NAME_CHARS ? head + after : head;
  if (name === '') return NAMELESS;
  return figure.role === null ? name : `${name}(${figure.role === 'before' ? '变动前' : '变动后'})`;
}

function putOwner(words: string, { owner, carried }: Figure): string {
  if (owner === '' || carried.length > 0) return words;
  const replaced = words.replace(/城乡|城镇(?:和|与|、)农村|男女/u, owner);
  return replaced === words ? words.replace(/^.*?(?=分别|各)/u, owner) : replaced;
}

/** Drops what leads to the number and says nothing about what it measures. */
function tidy(words: string): string {
  return words
    .replace(/\[\d{1,2}\]|^(?:[-—–·•●■◆▪*]+|[\u2460-\u2473])/gu, '')
    .replace(/^(?:全年|累计|共计|共|其中|先后)+/u, '')
    .replace(/分别|其中/gu, '')
    .replace(/(?:每人每月|每人每年|人均|[“‘《(])$/u, '')
    .replace(
      /(?:(?:提高|增加|增长|上升|下降|降低|减少|缩小|缩短|控制|保持|稳定)?(?:到|至|为|在)|达到?)$/u,
      '',
    )
    .trim();
}
