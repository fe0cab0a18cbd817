import type { KnownReport } from '../knowledge/knowledge.ts';
import type { PrintedPlace } from '../knowledge/locate.ts';
import type { Period } from '../report/report.ts';

/** A verbatim stretch of a report: `seed.slice(start, end) === quote`. */
export type Quote = {
  /** Report id: the seed's file name without its extension. */
  readonly source: string;
  /** Heading path from the top, joined by `/`. */
  readonly section: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Page and paragraph in the file the report was received as; absent for text that was received as it is. */
  readonly printedAt?: PrintedPlace;
};

/** A number as the report prints it. */
export type PrintedNumber = {
  /** As printed, without unit and qualifier: `45.35`, `1∶0.76`, `第14位` has `14`. */
  readonly value: string;
  /** As printed: `亿元`, `万人次`, `%`. Empty for bare ratios. */
  readonly unit: string;
  /** Words that bound or blur the number, as printed: `余`, `以上`, `不低于`. Empty when exact. */
  readonly qualifier: string;
};

/** One operand of a computation, quoted like any answer. */
export type Operand = PrintedNumber &
  Quote & {
    readonly period: Period | null;
    /** Where the printed number itself stands; inside `[start, end)`. Equal numbers of one quote are told apart by it. */
    readonly valueStart: number;
    readonly valueEnd: number;
  };

type AnswerBase = Quote & {
  /** One sentence a person reads. Every digit in it stands in `quote`, or is declared by `computed`. */
  readonly text: string;
  readonly period: Period | null;
};

/** A number of the report. `value` is empty when one clause answers with parallel numbers; `text` has them all. */
export type FigureAnswer = AnswerBase &
  PrintedNumber & {
    readonly kind: 'figure';
    /** Where the printed number (or each of the parallel ones) stands; inside `[start, end)`. */
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  };

/** A sentence or clause that answers in words. */
export type PassageAnswer = AnswerBase & { readonly kind: 'passage' };

/** What the report aims at, in numbers (then `value` is filled) or in words. */
export type TargetAnswer = AnswerBase &
  PrintedNumber & {
    readonly kind: 'target';
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  };

/** A whole section or item with each of its points, complete and in order. */
export type SectionAnswer = AnswerBase & {
  readonly kind: 'section';
  readonly points: readonly Quote[];
};

/** A declared computation: every operand is quoted, the result is shown with its rounding. */
export type ComparisonAnswer = AnswerBase & {
  readonly kind: 'comparison';
  /** The result with its unit, for example `136元` or `0.751`. */
  readonly computed: string;
  /** How it was computed, for a person: `546元 − 410元`. */
  readonly formula: string;
  readonly inputs: readonly Operand[];
  /** Why the numbers may not be comparable without thought, or empty. */
  readonly caveat: string;
};

export type AnswerItem = FigureAnswer | PassageAnswer | TargetAnswer | SectionAnswer | ComparisonAnswer;

/** A place worth reading when there is no answer; with a quote when the same thing stands there for another period. */
export type NearPlace = {
  readonly source: string;
  readonly section: string;
  readonly start: number;
  readonly end: number;
  /** A sentence about what stands there; every digit of it lies in `quote`. Absent for plain references. */
  readonly text?: string;
  readonly quote?: string;
  readonly printedAt?: PrintedPlace;
};

/** One reading of an ambiguous question: what to show, and the full question that asks exactly that. */
export type Choice = {
  readonly label: string;
  readonly question: string;
};

/** Why a question was not answered; the wording for people is made from it in one place. */
export type AbstainReason =
  | 'empty'
  | 'not-a-question'
  | 'instruction'
  | 'not-covered'
  | 'no-number'
  | 'other-period'
  | 'other-region'
  | 'procedure'
  | 'units-differ'
  | 'too-long';

/** The answer to one question, as data: what `ask --json` prints and what the Slack blocks are built from. */
export type Answer = {
  /** As asked. */
  readonly question: string;
  readonly status: 'answered' | 'abstained' | 'clarify';
  /** Content hash of the reports and reviewed files that were searched. */
  readonly knowledgeVersion: string;
  /** Best first; empty unless answered. */
  readonly answers: readonly AnswerItem[];
  /** Terms of the question the report does not contain. */
  readonly missing: readonly string[];
  readonly nearest: readonly NearPlace[];
  /** The readings to choose from; empty unless status is `clarify`. */
  readonly choices: readonly Choice[];
  /** Given when abstained. */
  readonly reason?: AbstainReason;
  /** The sentence a person reads when there is no answer (abstained or clarify). */
  readonly message?: string;
  /** The complete question a follow-up was taken for, when it was completed from the conversation. */
  readonly understoodAs?: string;
};

/** A heading of the outline with what stands under it. */
export type OutlineNode = {
  readonly source: string;
  /** Stable within one knowledge version; opaque to callers. */
  readonly id: string;
  readonly heading: string;
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly OutlineNode[];
};

/** A number of a report where it is printed, and what it is called. */
export type NumberPlace = {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly name: string;
};

/** The core as the edges see it. Pure: the same question gives the same answer. */
/** What is known of a report without opening it: what the catalogue says, and the years it speaks of. */
export type CataloguedReport = Pick<
  KnownReport,
  'title' | 'places' | 'years' | 'kind' | 'collection' | 'received'
> & {
  readonly id: string;
  /** The year it looks ahead to, or is of; 0 where it says none. */
  readonly year: number;
  readonly periods: readonly Period[];
};

export type Answerer = {
  readonly knowledgeVersion: string;
  /** Reports searched, for “what do you cover”: what the catalogue says of them and the years they speak of. */
  readonly reports: readonly CataloguedReport[];
  /** Questions the loaded reports can answer, for help texts; at least one when there is any content. */
  readonly examples: readonly string[];
  /**
   * Answers a question. `earlier` are the last complete questions of the same conversation, newest first, for follow-ups;
   * `scope` the ids of the reports to keep to, unless the question names another.
   */
  answer(question: string, earlier?: readonly string[], scope?: readonly string[]): Answer;
  /** The numbers printed within a span, in order; none for a span that is in no report. */
  figuresIn(source: string, start: number, end: number): readonly NumberPlace[];
  /** The outline of every report: reports, parts, sections, items. */
  outline(): readonly OutlineNode[];
  /** The whole paragraph around a span, for “show the context”; null when the span is in no point of the report. */
  contextOf(source: string, start: number, end: number): Quote | null;
};
