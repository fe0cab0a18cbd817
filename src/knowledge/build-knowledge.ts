import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { extractFigures, type FigureExtraction } from '../report/figures.ts';
import { foldWidth } from '../report/fold-width.ts';
import { parseReport } from '../report/parse-report.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import {
  type AddedName,
  type Additions,
  additionsFile,
  addNames,
  mergeSeeds,
  NO_ADDITIONS,
} from './additions.ts';
import { applyReview } from './apply-review.ts';
import { type PackedModel, readAskedModel } from './asked-model.ts';
import {
  ADDED_BY_PEOPLE,
  type AskedExample,
  type Knowledge,
  type KnownReport,
  type NamedFigure,
  type SourceFile,
} from './knowledge.ts';
import { readOwnStretch, readPlaces } from './places.ts';
import { readAsked } from './read-asked.ts';
import { readYaml } from './read-yaml.ts';
import { readLayout } from './report-map.ts';
import {
  type CatalogueEntry,
  CatalogueSchema,
  FiguresSchema,
  NotInReportsSchema,
  SynonymsSchema,
} from './reviewed-files.ts';
import { readWordLists } from './word-lists.ts';

/** What was read of the two folders. `knowledge` may be empty: everything works from the seeds alone. */
export type KnowledgeFiles = {
  readonly seeds: readonly SourceFile[];
  readonly knowledge: readonly SourceFile[];
  /** Maps of pages and paragraphs (`<report id>.map.json`), for reports that were received in another format. */
  readonly maps?: readonly SourceFile[];
  /** What people added while the bot ran. */
  readonly additions?: Additions;
};

/**
 * Builds what the bot answers from and checks that no reviewed file has drifted from its report.
 *
 * @throws AppError `knowledge_invalid` listing every problem as `file:line: what is wrong`, one a line.
 */
export function buildKnowledge(files: KnowledgeFiles): Knowledge {
  const { knowledge, issues } = readKnowledge(files);
  if (issues.length > 0) throw new AppError('knowledge_invalid', issues.join('\n'));
  return knowledge;
}

/** As `buildKnowledge`, but returns the problems beside what could be read in spite of them. */
export function readKnowledge(files: KnowledgeFiles): {
  readonly knowledge: Knowledge;
  readonly issues: readonly string[];
} {
  const issues: string[] = [];
  const plan = planKnowledge(files, issues);
  const reports = plan.reports.flatMap((source) => readReport(source, issues) ?? []);
  return { knowledge: assembleKnowledge(plan, reports, issues), issues };
}

/** All a report is made of: its seed, and what was reviewed or added about it. */
export type ReportSource = {
  readonly id: string;
  readonly seed: SourceFile;
  readonly map: SourceFile | undefined;
  readonly entry: CatalogueEntry | undefined;
  /** The file of its reviewed figures. */
  readonly figures: SourceFile | undefined;
  readonly names: readonly AddedName[];
};

/** What a knowledge is made of, before any report is read. */
export type KnowledgePlan = {
  /** Hash of every file. */
  readonly version: string;
  readonly reports: readonly ReportSource[];
  readonly files: readonly SourceFile[];
  readonly additions: Additions;
};

/** Sorts files by the reports they are about. Problems are added to `issues`. */
export function planKnowledge(files: KnowledgeFiles, issues: string[]): KnowledgePlan {
  const additions = files.additions ?? NO_ADDITIONS;
  const catalogue = readFile(files.knowledge, 'catalogue.yaml', CatalogueSchema, issues);
  const merged = mergeSeeds(files.seeds, files.maps ?? [], additions);
  const maps = new Map(merged.maps.map((file) => [file.name.replace(/\.map\.json$/u, ''), file]));
  const byName = new Map(files.knowledge.map((file) => [file.name, file]));
  const seeds = [...merged.seeds].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ids = new Set(seeds.map(idOf));
  const isKnown = (id: string): boolean => ids.has(id) || additions.withdrawn.includes(id);
  for (const [index, entry] of (catalogue?.value.reports ?? []).entries()) {
    if (isKnown(entry.id)) continue;
    issues.push(
      `catalogue.yaml:${catalogue?.lineOf(['reports', index, 'id']) ?? 1}: there is no seed “${entry.id}”`,
    );
  }
  for (const { name } of files.knowledge) {
    const id = /^figures\/(.+)\.yaml$/.exec(name)?.[1];
    if (id !== undefined && !isKnown(id))
      issues.push(`${name}:1: there is no seed “${id}”; name the file after its report`);
  }
  if (seeds.length === 0) issues.push('seeds: there is no report; put at least one .txt file there');
  const entries = [
    ...(catalogue?.value.reports ?? []),
    ...additions.reports.map((added) => added.entry),
  ].toReversed();
  // Of two entries for one report the first stands.
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    version: hashFiles([...seeds, ...files.knowledge, ...merged.maps, ...additionsFile(additions)]),
    reports: seeds.map((seed): ReportSource => {
      const id = idOf(seed);
      return {
        id,
        seed,
        map: maps.get(id),
        entry: entryOf.get(id),
        figures: byName.get(`figures/${id}.yaml`),
        names: additions.names.filter(({ reportId }) => reportId === id),
      };
    }),
    files: files.knowledge,
    additions,
  };
}

const idOf = ({ name }: SourceFile): string => name.replace(/\.[^.]+$/, '');

function readFile<T>(
  files: readonly SourceFile[],
  name: string,
  schema: Parameters<typeof readYaml<T>>[1],
  issues: string[],
): ReturnType<typeof readYaml<T>> {
  const file = files.find((each) => each.name === name);
  return file ? readYaml(file, schema, issues) : null;
}

/** Reads one report with all that is known about it; null, with the reason among the issues, for one that cannot be read. */
export function readReport(source: ReportSource, issues: string[]): KnownReport | null {
  const { id, seed, map, entry, names } = source;
  const parsed = parseSeed(id, seed, issues);
  if (!parsed) return null;
  const { report, figures, excluded } = parsed;
  const reviewed = source.figures ? readYaml(source.figures, FiguresSchema, issues) : null;
  const named: NamedFigure[] = reviewed
    ? applyReview({ report, figures, fileName: `figures/${id}.yaml`, reviewed, issues })
    : figures.map((figure) => ({ ...figure, reportId: id, name: '', aliases: [] }));
  return {
    report,
    folded: foldWidth(report.source),
    title: entry?.title ?? (report.titles.map((title) => sliceSpan(report.source, title)).join('·') || id),
    years: entry && entry.years.length > 0 ? entry.years : readYears(report),
    layout: readLayout(report.source, map, issues),
    places: [...new Set([...(entry?.places ?? []), ...readPlaces(report), ...readOwnStretch(report)])],
    figures: addNames(named, names),
    excluded,
    kind: entry?.kind ?? '',
    collection: entry?.collection ?? '',
    received: entry?.received ?? null,
  };
}

/** Hash of all a report is made of: what was read of the same is the same. */
export function hashReportSource({ seed, map, entry, figures, names }: ReportSource): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, map ?? null, entry ?? null, figures ?? null, names]))
    .digest('hex');
}

/** Joins reports that were read with all that holds for several of them. */
export function assembleKnowledge(
  { version, files, additions }: KnowledgePlan,
  reports: readonly KnownReport[],
  issues: string[],
): Knowledge {
  const byName = new Map(files.map((file) => [file.name, file]));
  const synonyms = readFile(files, 'synonyms.yaml', SynonymsSchema, issues);
  const notInReports = readFile(files, 'not-in-reports.yaml', NotInReportsSchema, issues);
  const asked = reports.flatMap((known) => {
    const file = byName.get(`asked/${known.report.id}.jsonl`);
    return file ? readAsked(file, known, issues) : [];
  });
  const models = reports.flatMap((known): [string, PackedModel][] => {
    const file = byName.get(`asked/${known.report.id}.model.json`);
    const model = file ? readAskedModel(file, known, issues) : null;
    return model ? [[known.report.id, model]] : [];
  });
  const absent = new Set([...(notInReports?.value.questions ?? []), ...additions.absent]);
  return {
    version,
    reports,
    synonyms: [...(synonyms?.value.groups ?? []), ...additions.words],
    taught: [...additions.words, ...additions.names.flatMap((name) => readAsNamed(name, reports))],
    words: readWordLists(files, issues),
    asked: [...asked, ...[...absent].map(askedInVain)],
    models: new Map(models),
  };
}

/** The name that people gave a number, and the one it is known by; nothing where that is its only one. */
const readAsNamed = (
  { reportId, start, end, name }: AddedName,
  reports: readonly KnownReport[],
): string[][] =>
  reports
    .flatMap(({ figures }) => figures)
    .filter((figure) => figure.reportId === reportId && figure.start === start && figure.end === end)
    .flatMap((figure) => (figure.name === '' ? [] : [[name, figure.name]]));

/** A question that people found no report answers, as one that is known. */
const askedInVain = (question: string): AskedExample => ({
  question,
  from: ADDED_BY_PEOPLE,
  answers: [],
});

const readYears = ({ years }: Report): number[] => (years ? [years.lastYear, years.thisYear] : []);

/** A report with its numbers; null, with the reason among the issues, for one that cannot be read. */
function parseSeed(
  id: string,
  seed: SourceFile,
  issues: string[],
): ({ readonly report: Report } & FigureExtraction) | null {
  try {
    const report = parseReport(id, seed.text);
    return { report, ...extractFigures(report) };
  } catch (error) {
    // Not even a defect of ours that one text brings to light keeps the other reports out.
    const detail = error instanceof Error ? error.message : String(error);
    issues.push(
      error instanceof AppError
        ? `seeds/${seed.name}${detail.slice(id.length)}`
        : `seeds/${seed.name}: cannot be read: ${detail}`,
    );
    return null;
  }
}

/** Twelve hexadecimal digits are enough to tell versions apart and short enough to be read out. */
const VERSION_CHARS = 12;

function hashFiles(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\0${text.length}\0${text}\0`);
  }
  return hash.digest('hex').slice(0, VERSION_CHARS);
}
