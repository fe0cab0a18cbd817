import type { KnownReport } from '../../knowledge/knowledge.ts';
import { normalizeText } from '../../search/normalize.ts';

/** The reports a text names, and the text without the names of their places. */
export type NamedReports = {
  readonly reports: readonly KnownReport[];
  /** The text without those names. */
  readonly rest: string;
};

/** A place by its own name, which `全市` or `本地` is not. */
export const isOwnName = (place: string): boolean =>
  place.length > 1 && !/^(?:[全我本咱当]|自治区)|[里们]/u.test(place);

type Name = { readonly text: string; readonly known: KnownReport };
type Mention = { readonly start: number; readonly end: number; readonly reports: readonly KnownReport[] };

/** Creates the function that reads which reports a normalised text names, by title, by place, or by place and year. */
export function createReportNames(reports: readonly KnownReport[]): (text: string) => NamedReports {
  const titles = reports.map((known): Name => ({ text: normalizeText(known.title), known }));
  const byPlace = new Map<string, KnownReport[]>();
  for (const known of reports)
    for (const place of new Set(known.places.filter(isOwnName).map(normalizeText)))
      byPlace.set(place, [...(byPlace.get(place) ?? []), known]);
  const longest = [...byPlace.keys()].sort((a, b) => b.length - a.length);

  /** Where places are named, the longer name before the shorter one it holds (`青山湖区`, `青山`). */
  function findPlaces(text: string): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const place of longest)
      for (let start = text.indexOf(place); start >= 0; start = text.indexOf(place, start + 1)) {
        const end = start + place.length;
        if (mentions.some((other) => other.start < end && start < other.end)) continue;
        mentions.push({ start, end, reports: byPlace.get(place) ?? [] });
      }
    return mentions.sort((a, b) => a.start - b.start);
  }

  return (text) => {
    const titled = titles.filter((name) => text.includes(name.text)).map(({ known }) => known);
    if (titled.length > 0) return { reports: titled, rest: text };
    const mentions = findPlaces(text);
    const named = [...new Set(mentions.flatMap((mention) => mention.reports))];
    const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
    return { reports: ofYear(named, text), rest };
  };
}

/** A report is named by the year it is of, too (`2025年的报告`). */
const REPORT_OF_YEAR = /(?<year>(?:19|20)\d{2})年?(?:度)?的?(?:\p{Script=Han}{0,6})(?:报告|公报|年鉴)/u;

function ofYear(reports: readonly KnownReport[], text: string): readonly KnownReport[] {
  const year = REPORT_OF_YEAR.exec(text)?.groups?.year;
  if (year === undefined || reports.length < 2) return reports;
  const titled = reports.filter(({ title }) => title.includes(year));
  return titled.length > 0 ? titled : reports;
}
