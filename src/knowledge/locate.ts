import type { Span } from '../report/span.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReportLayout } from './report-map.ts';

/** Where a person finds a quote in the report as printed. */
export type PrintedPlace = {
  /** Page of the original; absent where it has none (a web page, a text file). */
  readonly page?: number;
  /** Which paragraph or table of that page, from 1; of the report where no page is known. */
  readonly paragraph: number;
  /** Which row of that table, headings not counted. */
  readonly row?: number;
};

/** Finds where a span of a report begins in print; null for a report or place that does not exist. */
export function locate(knowledge: Knowledge, reportId: string, span: Span): PrintedPlace | null {
  const known = knowledge.reports.find(({ report }) => report.id === reportId);
  return known ? locateIn(known.layout, span) : null;
}

function locateIn({ pages, paragraphs }: ReportLayout, span: Span): PrintedPlace | null {
  const at = paragraphs.findIndex(({ start, end }) => span.start < end && span.end > start);
  const found = paragraphs[at];
  if (!found) return null;
  const begin = Math.max(span.start, found.start);
  const page = pages.find(({ start, end }) => start <= begin && begin < end);
  // A paragraph that goes on from the page before is the first of its page.
  const first = page ? paragraphs.findIndex(({ end }) => end > page.start) : 0;
  const before = paragraphs.slice(first, at + 1);
  const paragraph = before.filter(
    ({ kind }, index) => kind === 'paragraph' || before[index - 1]?.kind !== 'row',
  ).length;
  const lastText = before.findLastIndex(({ kind }) => kind === 'paragraph');
  return {
    ...(page ? { page: page.page } : {}),
    paragraph,
    ...(found.kind === 'row' ? { row: before.length - 1 - lastText } : {}),
  };
}

/** Where a span of a report begins in the file it was received as; null for a text that was received as it is. */
export function locateInOriginal(layout: ReportLayout, span: Span): PrintedPlace | null {
  return layout.hasOriginal ? locateIn(layout, span) : null;
}

/** `第3页第2段`, `第3页第2段第4行`, `第12段`. */
export function placeText({ page, paragraph, row }: PrintedPlace): string {
  return `${page === undefined ? '' : `第${page}页`}第${paragraph}段${row === undefined ? '' : `第${row}行`}`;
}
