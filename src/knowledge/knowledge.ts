import type { Figure } from '../report/figures.ts';
import type { ExcludedNumber } from '../report/numbers.ts';
import type { Report } from '../report/report.ts';
import type { PackedModel } from './asked-model.ts';
import type { ReportLayout } from './report-map.ts';
import type { WordLists } from './word-lists.ts';

/** A figure with what reviewers added: the name and aliases are empty for a figure nobody reviewed. */
export type NamedFigure = Figure & {
  readonly reportId: string;
  /** What the number is called in the office: `城市低保标准`. */
  readonly name: string;
  /** Other wordings people use for it. */
  readonly aliases: readonly string[];
};

/** A report with its figures, as the answering searches it. */
export type KnownReport = {
  readonly report: Report;
  /** The source with widths folded; offsets are those of the source. */
  readonly folded: string;
  readonly title: string;
  /** The years it looks back on and ahead to, or those of the catalogue; empty when neither says. */
  readonly years: readonly number[];
  /** Where its paragraphs and pages stand. */
  readonly layout: ReportLayout;
  /**
   * Names under which people speak of the place, and of the part of a year, the report is about (`重庆`, `全市`, `一季度`);
   * a question may name them freely.
   */
  readonly places: readonly string[];
  readonly figures: readonly NamedFigure[];
  readonly excluded: readonly ExcludedNumber[];
  /** What sort of report the catalogue calls it, and the collection it belongs to; empty where it does not say. */
  readonly kind: string;
  readonly collection: string;
  /** The day it was added, where the catalogue says. */
  readonly received: string | null;
};

/** The collection of questions that people added, as `from` of an example. */
export const ADDED_BY_PEOPLE = 'people';

/** A question known to ask for something printed, or for nothing that is. */
export type AskedExample = {
  /** Normalised; as written where people added it. */
  readonly question: string;
  /** The collection it came from: fitting leaves out those of the question it looks at. */
  readonly from: string;
  /** The report whose file it stands in; absent for what people added, and in fitting. */
  readonly report?: string;
  /** What answers it, as `figure:REPORT:START-END` or `sentence:REPORT:START-END`; empty when the report does not say. */
  readonly answers: readonly string[];
};

/** Everything the bot answers from. Immutable; made once at start. */
export type Knowledge = {
  /** Hash of every seed and reviewed file, in hexadecimal: what was searched, exactly. */
  readonly version: string;
  readonly reports: readonly KnownReport[];
  /** Groups of words that mean the same in this field; each word may be asked for by any other of its group. */
  readonly synonyms: readonly (readonly string[])[];
  /** What people taught while the bot ran: groups of these, and names of a number with the one it is known by. */
  readonly taught: readonly (readonly string[])[];
  /** Everyday Chinese, whatever the field. */
  readonly words: WordLists;
  /** Questions known for the reports, in the order of their files. */
  readonly asked: readonly AskedExample[];
  /** What these questions teach, by report id; reports nobody has asked about have none. */
  readonly models: ReadonlyMap<string, PackedModel>;
};

/** A file as read at the border. `name` is its path below the seeds or knowledge folder, with `/` between folders. */
export type SourceFile = { readonly name: string; readonly text: string };
