import type { Knowledge } from '../knowledge/knowledge.ts';
import { narrowKnowledge } from '../knowledge/narrow-knowledge.ts';
import type { Answer, CataloguedReport, NumberPlace, OutlineNode, Quote } from './answer.ts';
import { answerFromLibrary, createAnswerer, type ExplainingAnswerer, refuseLong } from './create-answerer.ts';
import { guardAnswer } from './guard.ts';
import {
  type Asked,
  type AskedOfReports,
  createReportsAnswerer,
  MAX_FOUND,
} from './reports/answer-from-reports.ts';
import { createLibraries, type OpenedReport } from './reports/libraries.ts';
import type { ReportShelf, ShelvedEntry, ShelvedId } from './reports/report-shelf.ts';

/** Answers from reports of which those that are asked are fetched first; otherwise like an `Answerer`. */
export type ShelfAnswerer = {
  readonly knowledgeVersion: string;
  readonly reports: readonly CataloguedReport[];
  outline(): readonly OutlineNode[];
  answer(question: string, earlier?: readonly string[], scope?: readonly string[]): Promise<Answer>;
  contextOf(source: string, start: number, end: number): Promise<Quote | null>;
  figuresIn(source: string, start: number, end: number): Promise<readonly NumberPlace[]>;
  /** An answerer of the reports alone that a question is about. */
  open(question: string): Promise<ExplainingAnswerer>;
};

export type ShelfAnswererParts = {
  /** What holds for several reports; its own reports are those that are kept at hand. */
  readonly knowledge: Knowledge;
  readonly entries: readonly ShelvedEntry[];
  readonly shelf: Pick<ReportShelf, 'load' | 'findCandidates'>;
  /** Of each report that is shelved. */
  readonly versions: readonly ShelvedId[];
};

/** What libraries may take beside what the catalogue says of a thousand reports. */
const MOST_BYTES = 50e6;

/**
 * Creates the answerer of shelved reports. Which reports a question is about, and what they answer, is decided by the same code
 * as for reports in the process; only finding and fetching them takes a while.
 */
export function createShelfAnswerer({
  knowledge,
  entries,
  shelf,
  versions,
}: ShelfAnswererParts): ShelfAnswerer {
  const libraries = createLibraries(knowledge, MOST_BYTES);
  const reports = entries.map(({ report }) => report);
  const shelved = new Map(versions.map((each) => [each.id, each]));
  const kept = new Map(knowledge.reports.map((known) => [known.report.id, known]));
  for (const known of knowledge.reports) libraries.of(known);
  const fromReports = createReportsAnswerer({
    knowledge,
    reports,
    tokenizer: libraries.tokenizer,
    answerFrom: answerFromLibrary,
  });

  /** The reports themselves: those kept, those that were asked lately, and the others from the shelf. */
  async function fetchReports(ids: readonly string[]): Promise<readonly OpenedReport[]> {
    const atHand = new Map(
      ids.flatMap((id): [string, OpenedReport][] => {
        const known = kept.get(id) ?? libraries.find(id)?.knowledge.reports[0];
        return known ? [[id, { known }]] : [];
      }),
    );
    const missing = ids.filter((id) => !atHand.has(id)).flatMap((id) => shelved.get(id) ?? []);
    for (const opened of await shelf.load(missing)) atHand.set(opened.known.report.id, opened);
    return ids.flatMap((id) => atHand.get(id) ?? []);
  }

  async function read(asked: Asked): Promise<readonly [AskedOfReports, readonly string[]]> {
    const read = fromReports.read(asked);
    if (!read.search) return [read, []];
    return [read, await shelf.findCandidates(read.search.query, read.search.filter, MAX_FOUND)];
  }

  const openReports = async (ids: readonly string[]): Promise<ExplainingAnswerer> =>
    createAnswerer(
      narrowKnowledge(
        knowledge,
        (await fetchReports(ids)).map(({ known }) => known),
      ),
      libraries,
    );

  return {
    knowledgeVersion: knowledge.version,
    reports,
    outline: () => entries.map(({ outline }) => outline),
    async answer(question, earlier, scope) {
      const refused = refuseLong(question, knowledge);
      if (refused) return refused;
      const [asked, found] = await read({ question, earlier, scope });
      const needed = await fetchReports(fromReports.listNeeded(asked, found).map(({ id }) => id));
      const answer = fromReports.answer(asked, found, libraries.among(needed));
      return guardAnswer(answer, { reports: needed.map(({ known }) => known) });
    },
    contextOf: async (source, start, end) => (await openReports([source])).contextOf(source, start, end),
    figuresIn: async (source, start, end) => (await openReports([source])).figuresIn(source, start, end),
    async open(question) {
      const asked = fromReports.listAsked(...(await read({ question })));
      return openReports(asked.map(({ id }) => id));
    },
  };
}
