import type { Figure } from '../report/figures.ts';
import { lineNumberAt } from '../report/lines.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../report/span.ts';
import type { NamedFigure } from './knowledge.ts';
import type { ReadYaml } from './read-yaml.ts';
import type { ReviewedFigures } from './reviewed-files.ts';

type Review = {
  readonly report: Report;
  readonly figures: readonly Figure[];
  readonly fileName: string;
  readonly reviewed: ReadYaml<ReviewedFigures>;
  readonly issues: string[];
};

/**
 * Gives figures the names reviewers chose and drops those they excluded. Adds to `issues`, with file and line, every
 * anchor that does not match exactly one place and every number of the report that is neither named nor excluded.
 */
export function applyReview({ report, figures, fileName, reviewed, issues }: Review): NamedFigure[] {
  const names = new Map<Figure, { readonly name: string; readonly aliases: readonly string[] }>();
  const excluded = new Set<Figure>();
  for (const [index, clause] of reviewed.value.clauses.entries()) {
    const at = (path: readonly PropertyKey[]): string =>
      `${fileName}:${reviewed.lineOf(['clauses', index, ...path])}`;
    const quote = findOnce(report.source, clause.quote);
    if (typeof quote === 'string') {
      issues.push(`${at(['quote'])}: quote “${clause.quote}” ${quote}`);
      continue;
    }
    /** The figure an entry of the clause speaks of; null, with the reason among the issues, when there is none. */
    const resolve = (list: 'figures' | 'excluded', position: number): Figure | null => {
      const entry = clause[list][position];
      const figure = entry && findPrinted(report, figures, { quote, printed: entry.printed, nth: entry.nth });
      if (figure && !names.has(figure) && !excluded.has(figure)) return figure;
      const problem = !figure
        ? 'is no number of its quote; copy it as printed'
        : list === 'figures' && names.has(figure)
          ? 'is named twice'
          : list === 'excluded' && excluded.has(figure)
            ? 'is excluded twice'
            : 'is named and excluded; decide for one';
      issues.push(`${at([list, position, 'printed'])}: “${entry?.printed}” ${problem}`);
      return null;
    };
    for (const [position, entry] of clause.figures.entries()) {
      const figure = resolve('figures', position);
      if (figure) names.set(figure, { name: entry.name ?? '', aliases: entry.aliases });
    }
    for (const position of clause.excluded.keys()) {
      const figure = resolve('excluded', position);
      if (figure) excluded.add(figure);
    }
  }
  for (const figure of reviewed.value.partial ? [] : figures) {
    if (names.has(figure) || excluded.has(figure)) continue;
    const line = lineNumberAt(report.source, figure.start);
    const printed = report.source.slice(figure.start, figure.end);
    issues.push(
      `seeds/${report.id}.txt:${line}: “${printed}” (offset ${figure.start}) is neither named nor excluded in ${fileName}`,
    );
  }
  return figures
    .filter((figure) => !excluded.has(figure))
    .map((figure) => ({ ...figure, reportId: report.id, name: '', aliases: [], ...names.get(figure) }));
}

function findOnce(
  source: string,
  quote: string,
): Span | 'does not stand in the seed' | 'stands in the seed more than once; make it longer' {
  const start = source.indexOf(quote);
  if (start < 0) return 'does not stand in the seed';
  if (source.includes(quote, start + 1)) return 'stands in the seed more than once; make it longer';
  return { start, end: start + quote.length };
}

function findPrinted(
  report: Report,
  figures: readonly Figure[],
  wanted: { readonly quote: Span; readonly printed: string; readonly nth: number },
): Figure | undefined {
  const { quote, printed, nth } = wanted;
  return figures.filter(
    (figure) =>
      quote.start <= figure.start &&
      figure.end <= quote.end &&
      report.source.slice(figure.start, figure.end) === printed,
  )[nth - 1];
}
