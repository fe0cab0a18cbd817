import type { LocalDate } from './local-date.ts';

/**
 * How a value is held against its goal. `reach` names a level to arrive at without saying from which side;
 * `increase` asks for more than before without a number.
 */
export type Comparator = 'at-least' | 'at-most' | 'reach' | 'increase';

/**
 * What an entry's value says. `cumulative`: everything done since the year began, so it never falls.
 * `level`: how things stand on that day, so it may go up and down.
 */
export type Measure = 'cumulative' | 'level';

/** A verbatim clause of a report: `seed.slice(start, end) === quote`. */
export type Anchor = {
  /** Report id: the seed's file name without its extension. */
  readonly source: string;
  /** Heading path from the top, joined by `/`. */
  readonly section: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};

/** A number as a report prints it, with its exact decimal value. */
export type PrintedAmount = {
  /** As printed: `400`, `1∶0.76`. Two printed numbers put in relation read `546∶410`. */
  readonly printed: string;
  /** Decimal text; of a ratio the second term divided by the first, so that 1∶0.76 is 0.76. */
  readonly amount: string;
};

/** What the year before says about the same or a similar thing. */
export type Baseline = PrintedAmount &
  Anchor & {
    readonly unit: string;
    /** Only the same measure is a starting point for progress; a similar one is shown beside it and nothing more. */
    readonly comparability: 'same-measure' | 'similar-measure';
    /** In Chinese, for people: how the measures differ. Empty for the same measure. */
    readonly note: string;
  };

type TargetBase = Anchor & {
  /** Stable for as long as the ledger is kept: entries point here. Unique over all reports. */
  readonly id: string;
  /** What the office calls it, in Chinese. */
  readonly name: string;
  /** The year the report sets it for. */
  readonly year: number;
  /** The last day on which reaching it counts; the year's last unless the report says otherwise. */
  readonly dueOn: LocalDate;
};

export type NumericTarget = TargetBase & {
  readonly kind: 'numeric';
  readonly comparator: Comparator;
  readonly measure: Measure;
  /** Null exactly when the comparator is `increase`. */
  readonly goal: PrintedAmount | null;
  /** As printed; empty for a bare ratio. */
  readonly unit: string;
  readonly baseline: Baseline | null;
};

/** Something to be made, issued, started or held; there or not there. */
export type Milestone = TargetBase & {
  readonly kind: 'milestone';
  /** What has to exist at the end, in Chinese. */
  readonly deliverable: string;
};

export type Target = NumericTarget | Milestone;
