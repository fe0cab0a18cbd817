import type { Knowledge } from '../knowledge/knowledge.ts';
import type { FigureContext } from './ranking/figure-context.ts';

/** Counted once for each knowledge: there are thousands of known questions. */
const counted = new WeakMap<Knowledge, ReadonlyMap<string, number>>();

/** How many known questions ask for a number: what people come for first. None are known of a new report. */
export function countAsked(knowledge: Knowledge, { known, figure }: FigureContext): number {
  let counts = counted.get(knowledge);
  if (!counts) {
    counts = countAnswers(knowledge);
    counted.set(knowledge, counts);
  }
  return counts.get(`figure:${known.report.id}:${figure.start}-${figure.end}`) ?? 0;
}

function countAnswers({ asked }: Knowledge): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of asked.flatMap(({ answers }) => answers)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
