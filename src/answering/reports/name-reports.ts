import { normalizeText } from '../../search/normalize.ts';
import type { Tokenizer } from '../../search/tokenize.ts';
import type { CataloguedReport } from '../answer.ts';

/** The reports a text names, and the text without the names of their places. */
export type NamedReports = {
  readonly reports: readonly CataloguedReport[];
  /** The text without those names. */
  readonly rest: string;
};

/** A place by its own name, which `全市` or `本地` is not. */
export const isOwnName = (place: string): boolean =>
  place.length > 1 && !/^(?:[全我本咱当]|自治区)|[里们]/u.test(place);

type Name = { readonly text: string; readonly known: CataloguedReport };
type Mention = {
  readonly start: number;
  readonly end: number;
  readonly reports: readonly CataloguedReport[];
};

/** Creates the function that reads which reports a normalised text names, by title, by place, or by place and year. */
export function createReportNames(
  reports: readonly CataloguedReport[],
  tokenizer: Tokenizer,
): (text: string) => NamedReports {
  const titles = reports.map((known): Name => ({ text: normalizeText(known.title), known }));
  const byPlace = new Map<string, CataloguedReport[]>();
  for (const known of reports)
    for (const place of new Set(known.places.filter(isOwnName).map(normalizeText)))
      byPlace.set(place, [...(byPlace.get(place) ?? []), known]);
  const longest = [...byPlace.keys()].sort((a, b) => b.length - a.length);

  /** Where places are named, from left to right, the longer name before the shorter one it holds (`青山湖区`, `青山`). */
  function findPlaces(text: string): readonly Mention[] {
    const words = tokenizer
      .segment(text)
      .filter((word) => word.text.length > 1 && tokenizer.isWord(word.text));
    // `中山|城镇` names no 山城; `三亚机场` names 三亚, though it is one word.
    const isTorn = (at: number): boolean => words.some(({ start, end }) => start < at && at < end);
    const mentions: Mention[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const place = longest.find(
        (name) => text.startsWith(name, start) && !(isTorn(start) && isTorn(start + name.length)),
      );
      if (place === undefined) continue;
      mentions.push({ start, end: start + place.length, reports: byPlace.get(place) ?? [] });
      start += place.length - 1;
    }
    return mentions;
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

function ofYear(reports: readonly CataloguedReport[], text: string): readonly CataloguedReport[] {
  const year = REPORT_OF_YEAR.exec(text)?.groups?.year;
  if (year === undefined || reports.length < 2) return reports;
  const titled = reports.filter(({ title }) => title.includes(year));
  return titled.length > 0 ? titled : reports;
}
