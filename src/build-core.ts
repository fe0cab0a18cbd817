import type { Answerer, CataloguedReport, NumberPlace, Quote } from './answering/answer.ts';
import { createAnswerer, type ExplainingAnswerer } from './answering/create-answerer.ts';
import { createShelfAnswerer } from './answering/create-shelf-answerer.ts';
import { type ReportShelf, toShelve } from './answering/reports/report-shelf.ts';
import {
  assembleKnowledge,
  hashReportSource,
  planKnowledge,
  readReport,
} from './knowledge/build-knowledge.ts';
import { groupIssues } from './knowledge/file-problems.ts';
import { fingerprintReader } from './loading/fingerprint-reader.ts';
import { buildTargets, type LoadedTargets, readAims } from './loading/load-targets.ts';
import type { ReadFiles } from './loading/read-knowledge-files.ts';

/** All the bot knows before anybody speaks to it. */
export type Core = LoadedTargets & { readonly answerer: ExplainingAnswerer };

/** Builds the knowledge of files that have been read and makes ready to answer: most of what a start costs. */
export function buildCore(files: ReadFiles): Core {
  const built = buildTargets(files);
  return { ...built, answerer: createAnswerer(built.knowledge) };
}

/** What the answering thread serves, wherever its reports are. */
export type ServedCore = Omit<LoadedTargets, 'knowledge'> & {
  readonly answerer: {
    readonly knowledgeVersion: string;
    readonly reports: readonly CataloguedReport[];
    readonly outline: Answerer['outline'];
    answer(
      ...asked: Parameters<Answerer['answer']>
    ): ReturnType<Answerer['answer']> | Promise<ReturnType<Answerer['answer']>>;
    contextOf(source: string, start: number, end: number): Quote | null | Promise<Quote | null>;
    figuresIn(
      source: string,
      start: number,
      end: number,
    ): readonly NumberPlace[] | Promise<readonly NumberPlace[]>;
    /** An answerer of the reports a question is about, which can explain itself. */
    open(question: string): ExplainingAnswerer | Promise<ExplainingAnswerer>;
  };
};

/**
 * As `buildCore`, with the reports on a shelf that all replicas share: read by the first that needs them, and by none again
 * until they change.
 */
export async function buildShelfCore(
  { problems, decoded, ...files }: ReadFiles,
  shelf: ReportShelf,
  now: Date,
): Promise<ServedCore> {
  const issues: string[] = [];
  const plan = planKnowledge(files, issues);
  const reader = fingerprintReader();
  const sources = new Map(plan.reports.map((source) => [source.id, source]));
  const versions = plan.reports.map((source) => ({
    id: source.id,
    version: `${reader}:${hashReportSource(source)}`,
  }));
  await shelf.fill(
    versions,
    (id) => {
      const source = sources.get(id);
      const own: string[] = [];
      const known = source ? readReport(source, own) : null;
      if (!known) issues.push(...own);
      return known && toShelve(known, own);
    },
    now,
  );
  const entries = await shelf.list(versions);
  issues.push(...entries.flatMap((entry) => entry.issues));
  const loadOf = async (folder: string) => {
    const opened = await shelf.load(
      versions.filter(({ id }) => plan.files.some(({ name }) => name.startsWith(`${folder}/${id}.`))),
    );
    return opened.map(({ known }) => known);
  };
  const aims = readAims(files, await loadOf('targets'), issues);
  const knowledge = assembleKnowledge(plan, await loadOf('asked'), issues);
  return {
    ...aims,
    problems: [...problems, ...groupIssues(issues)],
    decoded,
    answerer: createShelfAnswerer({ knowledge, entries, shelf, versions }),
  };
}
