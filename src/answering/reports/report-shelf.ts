import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { CataloguedReport, OutlineNode } from '../answer.ts';
import { describeOutline } from '../outline.ts';
import { describePassages } from '../ranking/describe-passages.ts';
import { describeFigures } from '../ranking/figure-context.ts';
import { type SavedIndex, saveCandidateIndex } from '../retrieval/candidate-index.ts';
import { catalogueReport } from './catalogue-report.ts';
import type { OpenedReport } from './libraries.ts';
import { type FindCandidates, type FoundSentence, readFoundSentences } from './report-finder.ts';

/** A report as it is shelved: what tells of it without opening it, itself, and what it is found by. */
export type ReportToShelve = {
  readonly entry: ShelvedEntry;
  readonly known: KnownReport;
  readonly saved: SavedIndex;
  readonly sentences: readonly FoundSentence[];
};

/** What tells of a report without opening it. */
export type ShelvedEntry = {
  readonly report: CataloguedReport;
  readonly outline: OutlineNode;
  /** What was wrong with what was reviewed about it. */
  readonly issues: readonly string[];
};

/** A report by what it was read from. */
export type ShelvedId = { readonly id: string; readonly version: string };

/** Reports outside of the process, shared by all that answer from them. */
export type ReportShelf = {
  /**
   * Sees to it that these reports stand on the shelf and no others: each that is missing is read by `read`, by whichever
   * process comes first; null from it leaves a report out.
   */
  fill(wanted: readonly ShelvedId[], read: (id: string) => ReportToShelve | null, now: Date): Promise<void>;
  /** What tells of these reports, in their order; those that could not be read are left out. */
  list(wanted: readonly ShelvedId[]): Promise<readonly ShelvedEntry[]>;
  /** The reports themselves, in their order, also those that no longer stand. */
  load(wanted: readonly ShelvedId[]): Promise<readonly OpenedReport[]>;
  readonly findCandidates: FindCandidates<Promise<readonly string[]>>;
};

/** Makes ready a report for the shelf. What is saved depends on no words but its own. */
export const toShelve = (known: KnownReport, issues: readonly string[]): ReportToShelve => ({
  entry: { report: catalogueReport(known), outline: describeOutline(known), issues },
  known,
  saved: saveCandidateIndex(describeFigures(known), describePassages(known)),
  sentences: readFoundSentences(known),
});
