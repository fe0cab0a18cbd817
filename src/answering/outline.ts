import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Section } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import type { OutlineNode } from './answer.ts';

/** The outline of a report: its title, parts, sections, and the points that have a name. */
export function describeOutline(known: KnownReport): OutlineNode {
  const { report, title } = known;
  const node = (section: Section): OutlineNode => ({
    source: report.id,
    id: `${report.id}#${section.id}`,
    heading: sliceSpan(report.source, section.heading),
    section: section.path,
    start: section.start,
    end: section.end,
    children: [
      ...report.sections.filter(({ parentId }) => parentId === section.id).map(node),
      ...report.items.flatMap((item): OutlineNode[] =>
        item.lead && item.sectionId === section.id
          ? [
              {
                source: report.id,
                id: `${report.id}#${item.id}`,
                heading: sliceSpan(report.source, item.lead),
                section: section.path,
                start: item.start,
                end: item.end,
                children: [],
              },
            ]
          : [],
      ),
    ],
  });
  const tops = report.sections.filter(({ parentId }) => parentId === null);
  return {
    source: report.id,
    id: report.id,
    heading: title,
    section: '',
    start: tops[0]?.start ?? 0,
    end: tops.at(-1)?.end ?? 0,
    children: tops.map(node),
  };
}
