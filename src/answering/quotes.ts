import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Section } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import type { Quote } from './answer.ts';

/** Makes the quote of a span: the slice of the source and its place. */
export function quoteSpan(known: KnownReport, span: Span): Quote {
  return {
    source: known.report.id,
    section: sectionAt(known, span)?.path ?? '',
    quote: sliceSpan(known.report.source, span),
    start: span.start,
    end: span.end,
  };
}

/** The innermost section that holds a span. */
export function sectionAt(known: KnownReport, span: Span): Section | undefined {
  return known.report.sections.filter((section) => contains(section, span)).at(-1);
}
