import type { Knowledge } from '../knowledge/knowledge.ts';
import { keepForEach } from '../search/remember-lately.ts';
import type { FigureContext } from './ranking/figure-context.ts';

/** How many known questions ask for a number: what people come for first. None are known of a new report. */
export function countAsked(knowledge: Knowledge, { known, figure }: FigureContext): number {
  return countAnswers(knowledge).get(`figure:${known.report.id}:${figure.start}-${figure.end}`) ?? 0;
}

/** Counted once for each knowledge: there are thousands of known questions. */
const countAnswers = keepForEach(({ asked }: Knowledge): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of asked.flatMap(({ answers }) => answers)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
});
