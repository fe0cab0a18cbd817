import {
  ADDED_BY_PEOPLE,
  type AskedExample,
  type Knowledge,
  type KnownReport,
} from '../knowledge/knowledge.ts';
import type { ReportYears } from '../report/periods.ts';
import type { Period } from '../report/report.ts';
import { normalizeText } from '../search/normalize.ts';
import { readLate } from '../search/remember-lately.ts';
import type { Tokenizer } from '../search/tokenize.ts';
import { describeWhole, type Listable, readListables } from './lists/list-index.ts';
import { describePassages } from './ranking/describe-passages.ts';
import { describeSections, type ListableContext } from './ranking/describe-sections.ts';
import { describeFigures, type FigureContext } from './ranking/figure-context.ts';
import { createAskedIndex } from './retrieval/asked-index.ts';
import { createCandidateIndex, type SavedIndex } from './retrieval/candidate-index.ts';
import { type AskedClassifier, openAskedClassifier } from './scoring/asked-classifier.ts';
import { ASSOCIATIONS, FORMS, MODELS, OPERATIONS } from './scoring/fitted-model.ts';
import type { Weigher } from './scoring/weigh.ts';
import { createLexicon, type Lexicon } from './understanding/lexicon.ts';
import { createTaughtWords } from './understanding/taught-words.ts';
import { createVocabulary, type Vocabulary } from './understanding/vocabulary.ts';

/** Everything of a knowledge that is prepared once so that a question takes a millisecond. */
export type Library = {
  readonly knowledge: Knowledge;
  readonly tokenizer: Tokenizer;
  readonly lexicon: Lexicon;
  readonly figures: readonly FigureContext[];
  /** Finds and weighs what may answer. */
  readonly weigher: Weigher;
  /** Reads words that people taught as the printed ones they stand for. */
  readTaught(text: string): string;
  readonly listables: readonly ListableContext[];
  /** The same with the whole of each report, read for being weighed at the first question that may ask for a list. */
  listIndex(): readonly Listable[];
  /** The years of the newest report: what 今年 and 去年 mean. */
  readonly years: ReportYears | null;
  /** Every period some statement is about, each once, oldest first. */
  readonly periods: readonly Period[];
  /** What the report looks back on and ahead to, as far as some statement is about it; of all reports of a series. */
  readonly told: readonly Period[];
  /** Whether it speaks for older reports, too. */
  readonly isOfSeries?: boolean;
};

/** Prepares a knowledge for answering: index, contexts of figures, sentences and sections. */
export function createLibrary(
  knowledge: Knowledge,
  vocabulary: Vocabulary = createVocabulary(knowledge),
  saved?: SavedIndex,
): Library {
  const { tokenizer } = vocabulary;
  const figures = knowledge.reports.flatMap((known) => describeFigures(known));
  const asked = createAskedIndex(knowledge.asked.map(normalizeAsked));
  const listables = knowledge.reports.flatMap((known) => describeSections(known));
  const [years, periods] = [findNewestYears(knowledge), collectPeriods(knowledge.reports)];
  const index = createCandidateIndex(figures, knowledge.reports.flatMap(describePassages), saved);
  return {
    knowledge,
    tokenizer,
    weigher: {
      index,
      asked,
      classifiers: new Map(
        knowledge.reports.flatMap((known): [string, AskedClassifier][] => {
          const model = knowledge.models.get(known.report.id);
          return model ? [[known.report.id, openAskedClassifier(model, known)]] : [];
        }),
      ),
      associations: ASSOCIATIONS,
      operations: OPERATIONS,
      forms: FORMS,
      models: MODELS,
    },
    readTaught: createTaughtWords(knowledge, asked.has),
    lexicon: createLexicon(knowledge, vocabulary),
    figures,
    listables,
    listIndex: readLate(() =>
      readListables([...listables, ...knowledge.reports.flatMap(describeWhole)], { index, tokenizer }),
    ),
    years,
    periods,
    told: readTold(years, periods),
  };
}

/** The year before and the year of a report. It may look back on no year before its own. */
function readTold(years: ReportYears | null, periods: readonly Period[]): Period[] {
  const read: readonly Period[] = years
    ? [
        { year: years.lastYear, kind: 'actual' },
        { year: years.thisYear, kind: 'target' },
      ]
    : [];
  return read.filter(({ year }) => coversYear(periods, year));
}

/** Whether some statement is about a year. */
export const coversYear = (periods: readonly Period[], year: number): boolean =>
  periods.some((period) => (period.fromYear ?? period.year) <= year && year <= period.year);

/** What people added is kept as they wrote it. */
function normalizeAsked(example: AskedExample): AskedExample {
  return example.from === ADDED_BY_PEOPLE
    ? { ...example, question: normalizeText(example.question) }
    : example;
}

/** The years of the newest report. */
export function findNewestYears({ reports }: Knowledge): ReportYears | null {
  return reports
    .flatMap(({ report }) => report.years ?? [])
    .reduce<ReportYears | null>(
      (newest, next) => (newest && newest.thisYear >= next.thisYear ? newest : next),
      null,
    );
}

export function collectPeriods(reports: readonly KnownReport[]): Period[] {
  const byKey = new Map<string, Period>();
  for (const { report, figures } of reports) {
    const periods = [
      ...figures.map(({ period }) => period),
      ...report.sections.map(({ period }) => period),
      ...report.sentences.flatMap(({ clauses }) => clauses.map(({ period }) => period)),
    ];
    for (const period of periods)
      if (period) byKey.set(`${period.fromYear ?? ''}-${period.year}-${period.kind}`, period);
  }
  return [...byKey.values()].sort(
    (a, b) =>
      a.year - b.year || (a.fromYear ?? a.year) - (b.fromYear ?? b.year) || (a.kind < b.kind ? -1 : 1),
  );
}
