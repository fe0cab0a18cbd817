import { extractFigures } from '../report/figures.ts';
import { foldWidth } from '../report/fold-width.ts';
import { parseReport } from '../report/parse-report.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import { readPlaces } from './places.ts';
import type { CatalogueEntry } from './reviewed-files.ts';

/** What was found in a text that is to become a report, for whoever confirms it. */
export type FoundInReport = {
  /** What the catalogue would say; empty where the text does not tell. */
  readonly entry: Omit<CatalogueEntry, 'id' | 'received'>;
  /** The headings of the highest level, in order. */
  readonly headings: readonly string[];
  readonly sections: number;
  readonly sentences: number;
  /** Numbers that say something, and those left out because they state no fact. */
  readonly figures: number;
  readonly excluded: number;
};

/** Sorts of reports, by the word of the title that tells; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/政府工作报告/u, '政府工作报告'],
  [/年鉴/u, '年鉴'],
  [/统计公报/u, '统计公报'],
  [/规划/u, '规划'],
  [/决算|预算/u, '预决算报告'],
  [/计划/u, '计划报告'],
  [/总结/u, '工作总结'],
  [/报告/u, '工作报告'],
];

/**
 * Reads a text as a report and says what was found.
 *
 * @throws AppError `report_invalid` when it holds no paragraph.
 */
export function describeReceived(id: string, text: string): FoundInReport {
  const report = parseReport(id, text);
  const { figures, excluded } = extractFigures(report);
  const title = report.titles.map((span) => sliceSpan(report.source, span).trim()).join('·');
  const places = listOwnPlaces(report);
  const top = Math.min(...report.sections.flatMap(({ level }) => (level > 0 ? [level] : [])));
  const kind = KINDS.find(([pattern]) => pattern.test(foldWidth(title)))?.[1];
  return {
    entry: {
      ...(title === '' ? {} : { title: withPlace(title, places) }),
      places,
      years: report.years ? [report.years.lastYear, report.years.thisYear] : [],
      ...(kind === undefined ? {} : { kind }),
    },
    headings: report.sections
      .filter(({ level }) => level === top)
      .map(({ heading }) => sliceSpan(report.source, heading)),
    sections: report.sections.filter(({ level }) => level > 0).length,
    sentences: report.sentences.length,
    figures: figures.length,
    excluded: excluded.length,
  };
}

/** `政府工作报告` of 青岚县 is proposed as 青岚县政府工作报告: below an answer its title alone says whose it is. */
function withPlace(title: string, places: readonly string[]): string {
  const [full] = places.toSorted((a, b) => b.length - a.length);
  return full === undefined || places.some((place) => foldWidth(title).includes(place))
    ? title
    : `${full}${title}`;
}

/** Names of the place itself, without the words by which every report speaks of its own (`全市`, `本地`, `自治区`). */
function listOwnPlaces(report: Report): string[] {
  return readPlaces(report).filter(
    (place) => place.length > 1 && !/^(?:[全我本咱当]|自治区$)|[里们]$/u.test(place),
  );
}
