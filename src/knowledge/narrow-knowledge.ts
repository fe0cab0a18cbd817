import type { Knowledge, KnownReport } from './knowledge.ts';

/** The knowledge of some of its reports, with the questions known for them; what people added holds for all. */
export function narrowKnowledge(knowledge: Knowledge, reports: readonly KnownReport[]): Knowledge {
  const ids = new Set(reports.map(({ report }) => report.id));
  return {
    ...knowledge,
    reports,
    asked: knowledge.asked.filter(({ report }) => report === undefined || ids.has(report)),
  };
}
