import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { extractFigures, type FigureExtraction } from '../report/figures.ts';
import { foldWidth } from '../report/fold-width.ts';
import { parseReport } from '../report/parse-report.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import { type Additions, additionsFile, addNames, mergeSeeds, NO_ADDITIONS } from './additions.ts';
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
import { CatalogueSchema, FiguresSchema, NotInReportsSchema, SynonymsSchema } from './reviewed-files.ts';
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
  const byName = new Map(files.knowledge.map((file) => [file.name, file]));
  const read = <T>(
    name: string,
    schema: Parameters<typeof readYaml<T>>[1],
  ): ReturnType<typeof readYaml<T>> => {
    const file = byName.get(name);
    return file ? readYaml(file, schema, issues) : null;
  };
  const catalogue = read('catalogue.yaml', CatalogueSchema);
  const synonyms = read('synonyms.yaml', SynonymsSchema);
  const notInReports = read('not-in-reports.yaml', NotInReportsSchema);
  const additions = files.additions ?? NO_ADDITIONS;
  const merged = mergeSeeds(files.seeds, files.maps ?? [], additions);
  const maps = new Map(merged.maps.map((file) => [file.name.replace(/\.map\.json$/u, ''), file]));
  const seeds = [...merged.seeds].sort((a, b) => (a.name < b.name ? -1 : 1));
  const isKnown = (id: string): boolean => ids.includes(id) || additions.withdrawn.includes(id);
  const ids = seeds.map(({ name }) => name.replace(/\.[^.]+$/, ''));
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
  const reports = seeds.flatMap((seed, index): KnownReport[] => {
    const id = ids[index] ?? seed.name;
    const parsed = parseSeed(id, seed, issues);
    if (!parsed) return [];
    const { report, figures, excluded } = parsed;
    const fileName = `figures/${id}.yaml`;
    const reviewed = read(fileName, FiguresSchema);
    const named: NamedFigure[] = reviewed
      ? applyReview({ report, figures, fileName, reviewed, issues })
      : figures.map((figure) => ({ ...figure, reportId: id, name: '', aliases: [] }));
    const entry = [
      ...(catalogue?.value.reports ?? []),
      ...additions.reports.map((added) => added.entry),
    ].find((candidate) => candidate.id === id);
    return [
      {
        report,
        folded: foldWidth(report.source),
        title:
          entry?.title ?? (report.titles.map((title) => sliceSpan(report.source, title)).join('·') || id),
        years: entry && entry.years.length > 0 ? entry.years : readYears(report),
        layout: readLayout(report.source, maps.get(id), issues),
        places: [...new Set([...(entry?.places ?? []), ...readPlaces(report), ...readOwnStretch(report)])],
        figures: addNames(named, additions.names),
        excluded,
        kind: entry?.kind ?? '',
        collection: entry?.collection ?? '',
        received: entry?.received ?? null,
      },
    ];
  });
  if (seeds.length === 0) issues.push('seeds: there is no report; put at least one .txt file there');
  const version = hashFiles([...seeds, ...files.knowledge, ...merged.maps, ...additionsFile(additions)]);
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
  const groups = [...(synonyms?.value.groups ?? []), ...additions.words];
  return {
    knowledge: {
      version,
      reports,
      synonyms: groups,
      words: readWordLists(files.knowledge, issues),
      asked: [...asked, ...[...absent].map(askedInVain)],
      models: new Map(models),
    },
    issues,
  };
}

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
