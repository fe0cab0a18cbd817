import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Item, Section } from '../report/report.ts';
import { type Span, sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import type { ListableContext } from './rank-sections.ts';

/** Fewer paragraphs of one opening are no list. */
const MIN_POINTS = 3;

/** What paragraphs of one list open with: a dash, or the time they all tell of (`五年来,……`). */
const OPENING =
  /^(?:(?<mark>[—–●•·◆▪]+)|(?<time>(?:过去|这|近|今后|未来)?(?:的)?(?:[一二三四五六七八九十]+|\d+)年(?:来|间|里)|一年来|过去一年|今年以来)[,,])/u;

/** Finds runs of paragraphs that open alike and are introduced by no colon: what several years brought, or will bring. */
export function describeRuns(known: KnownReport): ListableContext[] {
  const { report } = known;
  return report.sections.flatMap((section) => {
    const items = report.items.filter(({ sectionId }) => sectionId === section.id);
    return findRuns(known, items).flatMap((run) => describeRun(known, section, items, run));
  });
}

function findRuns(known: KnownReport, items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let opening = '';
  for (const item of items) {
    const { mark, time } = OPENING.exec(known.folded.slice(item.start, item.end))?.groups ?? {};
    const next = mark ?? time ?? '';
    if (next !== '' && next === opening) runs.at(-1)?.push(item);
    else if (next !== '') runs.push([item]);
    opening = next;
  }
  return runs.filter(({ length }) => length >= MIN_POINTS);
}

function describeRun(
  known: KnownReport,
  section: Section,
  items: readonly Item[],
  run: readonly Item[],
): ListableContext[] {
  const { report, folded } = known;
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const before = items[items.indexOf(first) - 1];
  // A colon makes an enumeration, which is described as such.
  if (before && /:\s*$/u.test(folded.slice(before.start, before.end))) return [];
  const sentence = report.sentences.find(({ itemId }) => itemId === first.id);
  const opens = sentence?.clauses[0];
  const intro = before && report.sentences.findLast(({ itemId }) => itemId === before.id);
  const title: Span = intro ?? (opens ? { start: opens.start, end: opens.end } : first);
  const text = (span: Span): string => normalizeText(sliceSpan(report.source, span));
  const span = { start: first.start, end: last.end };
  return [
    {
      known,
      span,
      period: sentence?.clauses[0]?.period ?? section.period,
      name: text(title),
      above: normalizeText(section.path),
      body: text(span),
      points: run.map(({ start, end }) => ({ start, end })),
      title: section.heading.start < section.heading.end && !intro ? section.heading : title,
      depth: section.level + 1,
      isIntroduction: true,
    },
  ];
}
