import { joinText } from '../../report/joined-text.ts';
import type { Span } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Tokenizer } from '../../search/tokenize.ts';
import type { CataloguedReport } from '../answer.ts';

/** The reports a text names, and the text without the names of their places. */
export type NamedReports = {
  readonly reports: readonly CataloguedReport[];
  /** The names of places as they stand in it, in order. */
  readonly names: readonly string[];
  /** The text without those names. */
  readonly rest: string;
};

/** Reads what texts name. */
export type ReportNames = {
  /** Reads which reports a normalised text names, by title, by place, or by place and year. */
  read(text: string): NamedReports;
  /** A normalised text about one report without the words for its own place (`全国`, `我市`), of which all of it is. */
  withoutPlace(text: string, known: CataloguedReport): string;
};

/** A place by its own name, which `全市` or `本地` is not. */
export const isOwnName = (place: string): boolean =>
  place.length > 1 && !/^(?:[全我本咱当]|自治区)|[里们]/u.test(place);

/** What a report's place is called where it stands beside others; empty for one that names none. */
export const ownPlace = ({ places }: Pick<CataloguedReport, 'places'>): string =>
  places.find(isOwnName) ?? (places[0] === '全国' && !places.includes('全市') ? places[0] : '');

/**
 * Says of which place an answer's numbers are, where reports on several are there or the question names it. Empty where
 * that goes without saying.
 */
export function namePlaces(
  reports: readonly CataloguedReport[],
): (source: string, question: string) => string {
  const areSeveral = new Set(reports.map(ownPlace)).size > 1;
  return (source, question) => {
    const known = reports.find(({ id }) => id === source);
    const isSaid = known?.places.some((place) => isOwnName(place) && question.includes(place));
    return known && (areSeveral || isSaid) ? ownPlace(known) : '';
  };
}

type Name = { readonly text: string; readonly known: CataloguedReport };

/** A report's own place as a whole (`全国`, `我市`). */
const WHOLE_PLACE = /^[全我]\p{Script=Han}$/u;
/** The place whoever asks is of, which is that of the bot (`我市`, `咱们县`). */
const OUR_PLACE = /^(?:[我本咱]|我们|咱们)[^们地]$/u;

/** Creates what reads the names of some reports. */
export function createReportNames(reports: readonly CataloguedReport[], tokenizer: Tokenizer): ReportNames {
  const titles = reports.map((known): Name => ({ text: normalizeText(known.title), known }));
  const byPlace = new Map<string, CataloguedReport[]>();
  for (const known of reports)
    for (const place of new Set(known.places.filter(isOwnName).map(normalizeText)))
      byPlace.set(place, [...(byPlace.get(place) ?? []), known]);
  // `我市` is what the report that was there first is about, of whichever place one that was added later says it.
  const [first] = reports.toSorted((a, b) => (a.received ?? '').localeCompare(b.received ?? ''));
  const home = new Set(
    first?.places.filter(isOwnName).flatMap((place) => byPlace.get(normalizeText(place)) ?? []),
  );
  for (const place of first?.places ?? [])
    if (home.size > 0 && OUR_PLACE.test(place)) byPlace.set(place, [...home]);
  const longest = [...byPlace.keys()].sort((a, b) => b.length - a.length);

  /** Where names of a list, longest first, stand in a text, from left to right (`青山湖区` before the `青山` it holds). */
  function findNames(text: string, names: readonly string[]): readonly Span[] {
    const words = tokenizer
      .segment(text)
      .filter((word) => word.text.length > 1 && tokenizer.isWord(word.text));
    // `中山|城镇` names no 山城; `三亚机场` names 三亚, though it is one word.
    const isTorn = (at: number): boolean => words.some(({ start, end }) => start < at && at < end);
    const found: Span[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const name = names.find(
        (each) => text.startsWith(each, start) && !(isTorn(start) && isTorn(start + each.length)),
      );
      if (name === undefined) continue;
      found.push({ start, end: start + name.length });
      start += name.length - 1;
    }
    return found;
  }

  return {
    read(text) {
      const titled = titles.filter((name) => text.includes(name.text)).map(({ known }) => known);
      if (titled.length > 0) return { reports: titled, names: [], rest: text };
      const mentions = findNames(text, longest);
      const together = mentions.length === 0 ? readTogether(text, reports) : null;
      if (together) return together;
      const named = new Set(mentions.flatMap(({ start, end }) => byPlace.get(text.slice(start, end)) ?? []));
      return {
        reports: ofYear([...named], text),
        names: mentions.map(({ start, end }) => text.slice(start, end)),
        rest: joinText(text, mentions).text,
      };
    },
    withoutPlace(text, { places }) {
      const words = places.filter((place) => isOwnName(place) || WHOLE_PLACE.test(place)).map(normalizeText);
      const spans = findNames(
        text,
        words.toSorted((a, b) => b.length - a.length),
      );
      return joinText(
        text,
        spans.filter((span) => !isOfMore(text, span)),
      ).text;
    },
  };
}

/** Places that are named together by their kind (`三个市`, `哪个县`), or as places of any kind (`两地`). */
const TOGETHER =
  /(?:(?<=哪一?个)|(?<![\d十百])[两二三四五六七八九十]个?)(?<kind>[省市州县区旗镇乡地])(?![场民域级省市州县区镇乡方”"])/u;

/** The reports on places of a kind that several of them are named by together; null where none are. */
function readTogether(text: string, reports: readonly CataloguedReport[]): NamedReports | null {
  const found = TOGETHER.exec(text);
  const kind = found?.groups?.kind;
  if (!found || kind === undefined) return null;
  const meant = reports.filter(({ places }) =>
    places.some((place) => isOwnName(place) && (kind === '地' || place.endsWith(kind))),
  );
  const names = [...new Set(meant.map(ownPlace))];
  const span = { start: found.index, end: found.index + found[0].length };
  return names.length > 1 ? { reports: meant, names, rest: joinText(text, [span]).text } : null;
}

/** Whether the name of a place is a part of another (`杭州市区`), or stands beside another thing (`防城港和中小港`). */
const isOfMore = (text: string, { start, end }: Span): boolean =>
  /^[区县和与及跟、]/u.test(text.slice(end)) || /[和与及跟、]$/u.test(text.slice(0, start));

/** A report is named by the year it is of, too (`2025年的报告`). */
const REPORT_OF_YEAR = /(?<year>(?:19|20)\d{2})年?(?:度)?的?(?:\p{Script=Han}{0,6})(?:报告|公报|年鉴)/u;

function ofYear(reports: readonly CataloguedReport[], text: string): readonly CataloguedReport[] {
  const year = REPORT_OF_YEAR.exec(text)?.groups?.year;
  if (year === undefined || reports.length < 2) return reports;
  const titled = reports.filter(({ title }) => title.includes(year));
  return titled.length > 0 ? titled : reports;
}
