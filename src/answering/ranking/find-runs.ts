import type { KnownReport } from '../../knowledge/knowledge.ts';
import { readNumeral } from '../../report/chinese-numerals.ts';
import { isSalutation } from '../../report/items.ts';
import { findPeriodMentions } from '../../report/periods.ts';
import type { Item, Period } from '../../report/report.ts';
import { contains, type Span, sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Described } from './describe-sections.ts';
import { agreedPeriod } from './matches-period.ts';

/** Fewer points are no outline. */
const MIN_POINTS = 3;

/** How a point opens: the style of its mark, and its number where it has one. */
type Mark = { readonly style: string; readonly count: number | null };

const COUNTED =
  /^(?:(?<is>[一二三四五六七八九十]{1,3})是|第(?<th>[一二三四五六七八九十]{1,3})(?=[,、是])|[(](?<bracketed>[一二三四五六七八九十\d]{1,3})[)]|(?<digit>\d{1,2})(?:、|\.(?!\d)))/u;
const DASHED = /^[—–―─\-●•·◆▪■]+/u;

/**
 * Describes the runs of points of a report that are marked alike: `一是……`, `第一,……`, `1、……`, `——……`, or paragraphs opened by the
 * same years. Those that no sentence announces, by a colon or by their number (`八大任务`), are nameless.
 */
export function describeRuns(known: KnownReport): Described[] {
  const { items } = known.report;
  const runs: Described[] = [];
  const marks = items.map((item) => readMark(known, item));
  let at = 0;
  while (at < items.length) {
    const members = collectRun(known, marks, at);
    if (members.length >= MIN_POINTS) runs.push(...describeRun(known, members));
    at = members.length < MIN_POINTS ? at + 1 : (members.at(-1) ?? at) + 1;
  }
  return runs;
}

function describeRun(known: KnownReport, members: readonly number[]): Described[] {
  const { report, folded } = known;
  const points = members.map((index, order): Span => {
    const start = report.items[index]?.start ?? 0;
    // What stands between two points belongs to the one before.
    const last = report.items[(members[order + 1] ?? index + 1) - 1];
    return { start, end: last?.end ?? start };
  });
  const [opening = 0] = members;
  const section = report.sections.find(({ id }) => id === report.items[opening]?.sectionId);
  const [first, last] = [points[0], points.at(-1)];
  if (!section || !first || !last) return [];
  const before = report.items[opening - 1];
  const introduction =
    before?.sectionId === section.id
      ? report.sentences.findLast(
          (sentence) => contains(before, sentence) && !isSalutation(slice(folded, sentence)),
        )
      : undefined;
  const isAnnounced = introduction !== undefined && announces(slice(folded, introduction), points.length);
  const title = introduction ?? (section.level > 0 ? section.heading : first);
  const span = { start: title.start, end: last.end };
  return [
    {
      known,
      span,
      period: periodAt(known, points),
      name: normalizeText(sliceSpan(report.source, title)),
      above: normalizeText(section.path),
      body: normalizeText(sliceSpan(report.source, span)),
      points,
      outline: '',
      title,
      depth: section.level + 1,
      ...(isAnnounced ? { isIntroduction: true } : { isNameless: true }),
    },
  ];
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end).trimEnd();

/** The indices of the items of the run that begins at an item. */
function collectRun(known: KnownReport, marks: readonly (Mark | null)[], from: number): number[] {
  const { items } = known.report;
  const first = marks[from];
  if (!first || (first.count ?? 1) !== 1) return [];
  const members = [from];
  for (let at = from + 1; at < items.length; at += 1) {
    if (items[at]?.sectionId !== items[from]?.sectionId) break;
    const mark = marks[at];
    if (mark?.style === first.style && (mark.count === null || mark.count === members.length + 1))
      members.push(at);
    // Between counted points there may be paragraphs that go on with one.
    else if (first.count === null || mark?.style === first.style) break;
  }
  return members;
}

function readMark({ report, folded }: KnownReport, item: Item): Mark | null {
  const text = slice(folded, item);
  const counted = COUNTED.exec(text)?.groups;
  for (const [style, numeral] of Object.entries(counted ?? {}))
    if (numeral) return { style, count: readNumeral(numeral) };
  if (DASHED.test(text)) return { style: 'dash', count: null };
  const opening = /^[^,。:;]{2,10}(?=,)/u.exec(text)?.[0] ?? '';
  const [mention] = findPeriodMentions(opening, report.years);
  const isWhole = mention?.start === 0 && mention.end === opening.length && mention.period.fromYear;
  return isWhole ? { style: opening, count: null } : null;
}

const NUMERALS = '[一二两三四五六七八九十]{1,3}|\\d{1,2}';

/** Whether a sentence leads up to so many points. */
export function announces(text: string, count: number): boolean {
  if (text.endsWith(':')) return true;
  // A name of its own (“三个确保”) counts no points.
  const said = text.replace(/[“"][^”"]*[”"]/gu, ' ');
  return [...said.matchAll(new RegExp(`(?<numeral>${NUMERALS})(?:大|个|项|件|条|方面|点)`, 'gu'))].some(
    ({ groups }) => readNumeral(groups?.numeral ?? '') === count,
  );
}

/** The time all points are about, or null where they differ. */
const periodAt = ({ report }: KnownReport, points: readonly Span[]): Period | null =>
  agreedPeriod(
    points.map(
      (point) => report.sentences.find((sentence) => contains(point, sentence))?.clauses[0]?.period ?? null,
    ),
  );
