import type { KnownReport } from '../knowledge/knowledge.ts';
import { locateInOriginal, placeText } from '../knowledge/locate.ts';
import type { Section } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import type { Quote } from './answer.ts';

/** Makes the quote of a span: the slice of the source and its place. */
export function quoteSpan(known: KnownReport, span: Span): Quote {
  const printedAt = locateInOriginal(known.layout, span);
  return {
    source: known.report.id,
    section: sectionAt(known, span)?.path ?? '',
    quote: sliceSpan(known.report.source, span),
    start: span.start,
    end: span.end,
    ...(printedAt ? { printedAt } : {}),
  };
}

/** The place of what is quoted, as one worth reading. */
export const placeOf = ({ source, section, quote, start, end, printedAt }: Quote): Quote => ({
  ...{ source, section, quote, start, end },
  ...(printedAt ? { printedAt } : {}),
});

/** Where a person finds a quote in the report as printed, `第3页第2段`; empty where that is not known. */
export function printedPlace({ printedAt }: Pick<Quote, 'printedAt'>): string {
  return printedAt ? placeText(printedAt) : '';
}

/** The whole paragraphs a span stands in; line breaks that only the page made end none. */
export function paragraphsAround(
  { layout, report }: Pick<KnownReport, 'layout' | 'report'>,
  span: Span,
): Span {
  const touched = layout.paragraphs.filter(({ start, end }) => start < span.end && span.start < end);
  const around = {
    start: Math.min(span.start, ...touched.map(({ start }) => start)),
    end: Math.max(span.end, ...touched.map(({ end }) => end)),
  };
  const before = report.pageBreaks.findLast(({ start, end }) => start < around.start && around.start <= end);
  const after = report.pageBreaks.find(({ start, end }) => start <= around.end && around.end < end);
  if (!before && !after) return around;
  return paragraphsAround(
    { layout, report },
    { start: before ? before.start - 1 : around.start, end: after ? after.end + 1 : around.end },
  );
}

/** The innermost section that holds a span. */
export function sectionAt(known: KnownReport, span: Span): Section | undefined {
  return known.report.sections.filter((section) => contains(section, span)).at(-1);
}
