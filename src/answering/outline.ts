import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Section } from '../report/report.ts';
import { type Span, sliceSpan } from '../report/span.ts';
import type { OutlineNode } from './answer.ts';
import { WORDING } from './wording.ts';

/** The outline of a report: its title, parts, sections, and the points that have a name. */
export function describeOutline(known: KnownReport): OutlineNode {
  const { report, title } = known;
  type Place = Pick<OutlineNode, 'id' | 'section' | 'start' | 'end'>;
  const nodeOf = ({ id, section, start, end }: Place, heading: Span, children: readonly OutlineNode[]) => ({
    ...{ source: report.id, id: `${report.id}#${id}`, section, start, end, children },
    heading: sliceSpan(report.source, heading) || WORDING.opening,
  });
  const node = (section: Section): OutlineNode =>
    nodeOf({ ...section, section: section.path }, section.heading, [
      ...report.sections.filter(({ parentId }) => parentId === section.id).map(node),
      ...report.items.flatMap((item) =>
        item.lead && item.sectionId === section.id
          ? [nodeOf({ ...item, section: section.path }, item.lead, [])]
          : [],
      ),
    ]);
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
