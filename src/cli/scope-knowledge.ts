import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { narrowKnowledge } from '../knowledge/narrow-knowledge.ts';
import { normalizeText } from '../search/normalize.ts';

/**
 * Narrows a knowledge to one report, by its id, or to the reports of a place; without a scope it stays whole.
 *
 * @throws AppError `input_invalid` for a scope that is neither, naming the reports there are.
 */
export function scopeKnowledge(knowledge: Knowledge, scope: string | undefined): Knowledge {
  if (scope === undefined) return knowledge;
  const byId = knowledge.reports.filter(({ report }) => report.id === scope);
  const place = normalizeText(scope);
  const byPlace = knowledge.reports.filter(({ places }) =>
    places.some((name) => normalizeText(name) === place),
  );
  const reports = byId.length > 0 ? byId : byPlace;
  if (reports.length > 0) return narrowKnowledge(knowledge, reports);
  const known = knowledge.reports.map(({ report, places }) => [report.id, ...places.slice(0, 1)].join(' / '));
  throw new AppError(
    'input_invalid',
    `scope “${scope}” is neither the id of a report nor a place; there are: ${known.join(', ') || 'no reports'}`,
  );
}
