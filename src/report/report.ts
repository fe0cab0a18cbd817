import type { ReportYears } from './periods.ts';
import type { Span } from './span.ts';

/**
 * The time a statement is about. `actual` is what was done or was so; `target` is what is aimed at.
 * `fromYear` is given only for periods of several years (“过去五年”): the first of them, `year` the last.
 */
export type Period = {
  readonly year: number;
  readonly fromYear?: number;
  readonly kind: 'actual' | 'target';
};

/** A heading and everything under it, down to the next heading of the same or a higher level. */
export type Section = Span & {
  readonly id: string;
  /** 1 for a part (一、), 2 for a section ((一)), deeper for finer numbering; 0 for a report without headings. */
  readonly level: number;
  /** The heading line, marker included. Empty span for level 0. */
  readonly heading: Span;
  /** The headings from the top down to this one, joined by `/`, as printed. */
  readonly path: string;
  readonly parentId: string | null;
  /** What its headings say about the time, or null where they say nothing. */
  readonly period: Period | null;
};

/** One point of a paragraph (`一是……`), or a whole paragraph where the text does not enumerate. */
export type Item = Span & {
  readonly id: string;
  readonly sectionId: string;
  /** The opening phrase that names the point (`一是政治建设持续加强。`), or null for plain paragraphs. */
  readonly lead: Span | null;
};

/** A sentence, closing punctuation included. */
export type Sentence = Span & {
  readonly id: string;
  readonly sectionId: string;
  readonly itemId: string;
  readonly clauses: readonly Clause[];
};

/** A stretch of a sentence between commas, semicolons or colons; punctuation after it is not part of it. */
export type Clause = Span & {
  readonly period: Period | null;
};

/** A line or phrase that is not content, and why it is never quoted or indexed. */
export type Exclusion = Span & {
  readonly reason:
    | 'title'
    | 'publisher'
    | 'byline'
    | 'advertisement'
    | 'author-note'
    | 'page-furniture'
    | 'blank'
    | 'front-matter';
};

/** A report as spans into its source. Nothing in it is text of its own. */
export type Report = {
  /** The seed's file name without its extension. */
  readonly id: string;
  /** The text exactly as received: byte-order mark, line ends and all. */
  readonly source: string;
  /** The lines of the title, outermost first (`重庆经济年鉴(2019)`, `民政工作`); empty when there is none. */
  readonly titles: readonly Span[];
  readonly publisher: Span | null;
  /** The year looked back on and the year targets are set for; null when the report names no year. */
  readonly years: ReportYears | null;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly sentences: readonly Sentence[];
  readonly exclusions: readonly Exclusion[];
  /**
   * White space that only the page made, in order: line breaks within paragraphs, words and numbers, and the blanks that are
   * set between digits and characters (`至 2023 年底`). It is left out when the text is
   * read; every other span of the report is one of the source and may hold some (`readSpan` leaves them out).
   */
  readonly pageBreaks: readonly Span[];
};
