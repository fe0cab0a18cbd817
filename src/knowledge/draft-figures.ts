import type { Figure } from '../report/figures.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import type { ReviewedFigures } from './reviewed-files.ts';

/**
 * Drafts the reviewed file of a report: every figure under the clause it stands in, named by its own words. A clause
 * that does not stand in the report exactly once is replaced by its sentence.
 */
export function draftFigures(report: Report, figures: readonly Figure[]): ReviewedFigures {
  const byQuote = new Map<string, Figure[]>();
  for (const figure of figures) {
    const quote = findAnchor(report, figure);
    byQuote.set(quote, [...(byQuote.get(quote) ?? []), figure]);
  }
  return {
    clauses: [...byQuote].map(([quote, inQuote]) => ({
      quote,
      figures: inQuote.map((figure, index) => {
        const printed = sliceSpan(report.source, figure);
        const nth = inQuote
          .slice(0, index + 1)
          .filter((other) => sliceSpan(report.source, other) === printed).length;
        return { printed, nth, name: nameByWords(report, figure), aliases: [] };
      }),
      excluded: [],
    })),
  };
}

/** Whether a figure needs a closer look: nothing says what it measures, or its unit is unknown. */
export function isDoubtful(figure: Figure): boolean {
  const words = [...figure.own, ...figure.shared, ...figure.carried];
  return figure.dimension === 'none' || words.reduce((chars, { start, end }) => chars + end - start, 0) < 2;
}

function findAnchor(report: Report, figure: Figure): string {
  const clause = sliceSpan(report.source, figure.clause);
  const isUnique = report.source.indexOf(clause) === report.source.lastIndexOf(clause);
  const sentence = report.sentences.find(({ id }) => id === figure.sentenceId);
  return isUnique || !sentence ? clause : sliceSpan(report.source, sentence);
}

function nameByWords(report: Report, figure: Figure): string {
  const words = [...figure.carried, ...figure.shared, ...figure.own].sort((a, b) => a.start - b.start);
  const text = words
    .map((span) => sliceSpan(report.source, span))
    .join('')
    .trim();
  const name = figure.owner === '' || text.includes(figure.owner) ? text : `${figure.owner}:${text}`;
  return name === '' ? '?' : name;
}
