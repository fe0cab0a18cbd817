import type { NearPlace } from '../answer.ts';
import type { Explained } from '../outcome.ts';
import { sectionAt } from '../quotes.ts';

const MAX_NEAREST = 3;

/** Sections that hold the best passages, each once. */
export function findNearest({ passages }: Explained): NearPlace[] {
  const places = new Map<string, NearPlace>();
  for (const { context } of passages) {
    const section = sectionAt(context.known, context.sentence);
    if (!section) continue;
    const key = `${context.known.report.id}:${section.id}`;
    if (!places.has(key)) {
      places.set(key, {
        source: context.known.report.id,
        section: section.path,
        start: section.start,
        end: section.end,
      });
    }
    if (places.size >= MAX_NEAREST) break;
  }
  return [...places.values()];
}
