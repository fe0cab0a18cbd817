import type { KnownReport } from '../knowledge/knowledge.ts';
import type { ReportYears } from '../report/periods.ts';
import { normalizeText } from '../search/normalize.ts';
import { collectPeriods, findNewestYears, type Library } from './library.ts';
import { isOwnName } from './scoring/weigh.ts';

/**
 * The library of some reports only, by their ids: what a channel keeps to. A question that names another report, by its
 * place or title, is asked of all; so is everything where none of the ids is a report.
 */
export function scopeLibrary(library: Library, ids: readonly string[], question: string): Library {
  const { knowledge, weigher } = library;
  const isIn = ({ report }: KnownReport): boolean => ids.includes(report.id);
  const reports = knowledge.reports.filter(isIn);
  if (reports.length === 0 || reports.length === knowledge.reports.length) return library;
  const text = normalizeText(question);
  const others = knowledge.reports.filter((known) => !isIn(known));
  if (others.some((known) => isNamed(known, text)) && !reports.some((known) => isNamed(known, text)))
    return library;
  const scoped = { ...knowledge, reports };
  const years: ReportYears | null = findNewestYears(scoped);
  return {
    ...library,
    knowledge: scoped,
    figures: library.figures.filter(({ known }) => isIn(known)),
    listables: library.listables.filter(({ known }) => isIn(known)),
    weigher: {
      ...weigher,
      index: {
        ...weigher.index,
        candidates: weigher.index.candidates.filter(({ known }) => isIn(known)),
        get(id) {
          const candidate = weigher.index.get(id);
          return candidate && isIn(candidate.known) ? candidate : undefined;
        },
        search: (grams, limit) =>
          weigher.index
            .search(grams, weigher.index.candidates.length)
            .filter(({ candidate }) => isIn(candidate.known))
            .slice(0, limit),
      },
    },
    years,
    periods: collectPeriods(reports),
    findPassages: (terms, limit) =>
      library
        .findPassages(terms, library.weigher.index.candidates.length)
        .filter(({ context }) => isIn(context.known))
        .slice(0, limit),
  };
}

function isNamed({ title, places }: KnownReport, text: string): boolean {
  return (
    text.includes(normalizeText(title)) ||
    places.some((place) => isOwnName(place) && text.includes(normalizeText(place)))
  );
}
