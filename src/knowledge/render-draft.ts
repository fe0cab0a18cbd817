import { Document, isMap, isSeq } from 'yaml';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import type { Doubt, DraftedClause } from './draft-figures.ts';

/** What a reviewer reads beside a doubtful figure. */
export const DOUBTS: Readonly<Record<Doubt, string>> = {
  'no-words': 'no words say what it measures',
  'no-unit': 'no unit is printed',
  'no-period': 'the report does not say which year it is about',
  'same-name': 'another number of that year and unit would have the same name',
  'short-name': 'too short to say what it measures',
  'long-name': 'a whole clause rather than a name',
};

const HEADER = ` Draft of the names of figures, to be reviewed: give each number its name in the office and, as aliases, other noun
 phrases people use for it. Numbers that state no fact go to \`excluded: [{ printed, reason }]\` of their quote.
 A quote must stand in the seed exactly once; \`nth\` tells equal numbers of one quote apart.`;

/** Renders a draft as the YAML of `figures/<report id>.yaml`, headings and doubts as comments. */
export function renderDraft(report: Report, clauses: readonly DraftedClause[]): string {
  const document = new Document({
    clauses: clauses.map(({ quote, figures }) => ({
      quote: sliceSpan(report.source, quote),
      figures: figures.map(({ printed, nth, name }) => ({
        printed,
        ...(nth > 1 ? { nth } : {}),
        name,
        aliases: [],
      })),
    })),
  });
  document.commentBefore = HEADER;
  let sectionId = '';
  for (const [index, clause] of clauses.entries()) {
    const node = document.getIn(['clauses', index], true);
    const section = report.sections.find(({ id }) => id === clause.sectionId);
    if (isMap(node) && section && section.id !== sectionId) node.commentBefore = ` ${section.path}`;
    sectionId = clause.sectionId;
    for (const [position, { doubts }] of clause.figures.entries()) {
      const figure = document.getIn(['clauses', index, 'figures', position], true);
      const aliases = document.getIn(['clauses', index, 'figures', position, 'aliases'], true);
      if (isSeq(aliases)) aliases.flow = true;
      if (isMap(figure) && doubts.length > 0)
        figure.commentBefore = ` doubtful: ${doubts.map((doubt) => DOUBTS[doubt]).join('; ')}`;
    }
  }
  return document.toString({ lineWidth: 0 });
}
