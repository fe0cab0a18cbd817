import { normalizeText } from '../../search/normalize.ts';
import type { CataloguedReport } from '../answer.ts';
import { isOwnName } from './name-reports.ts';

/** Reports of one kind on one place, newest first: what is asked of them is answered by the newest that tells it. */
export type Series = readonly [CataloguedReport, ...CataloguedReport[]];

/** Groups reports into series, in the order of their first reports. */
export function groupSeries(reports: readonly CataloguedReport[]): readonly Series[] {
  const groups = new Map<string, CataloguedReport[]>();
  for (const known of reports) {
    const key = keyOf(known);
    groups.set(key, [...(groups.get(key) ?? []), known]);
  }
  return [...groups.values()].flatMap((group): Series[] => {
    const [first, ...rest] = group.toSorted((a, b) => b.year - a.year);
    return first ? [[first, ...rest]] : [];
  });
}

/** Place and kind of a report; a report without a place of its own is no part of a series. */
function keyOf({ id, title, places, kind, collection }: CataloguedReport): string {
  const names = places.filter(isOwnName).map(normalizeText);
  const [place] = names;
  if (place === undefined) return id;
  const short = names.toSorted((a, b) => a.length - b.length)[0];
  const named = kind === '' ? withoutYears(title, names) : kind;
  return [short, named, collection].join('\n');
}

/** Who gave a report or issued it, where its title was read from its first lines (`政府工作报告·王青`). */
const BYLINE = /(?<=报 ?告|公 ?报)[^·]*·.*$/u;

/** `2025年青禾县政府工作报告` and `青禾县政府工作报告(2026)` are of one kind. */
function withoutYears(title: string, places: readonly string[]): string {
  return places
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, place) => rest.replaceAll(place, ''), normalizeText(title))
    .replace(BYLINE, '')
    .replace(/[\d\p{P}\p{Z}年度]/gu, '');
}
