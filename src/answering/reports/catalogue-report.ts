import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { CataloguedReport } from '../answer.ts';
import { collectPeriods } from '../library.ts';

/** What of a report tells whether a question is about it. */
export function catalogueReport(known: KnownReport): CataloguedReport {
  const { report, title, places, years, kind, collection, received } = known;
  return {
    id: report.id,
    title,
    places,
    years,
    kind,
    collection,
    received,
    year: report.years?.thisYear ?? Math.max(0, ...years),
    periods: collectPeriods([known]),
  };
}
