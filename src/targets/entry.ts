import type { LocalDate } from './local-date.ts';

export const MILESTONE_STATES = ['not-started', 'in-progress', 'blocked', 'done'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** How sure the person is that the target will be reached by its due date. */
export type Confidence = (typeof CONFIDENCES)[number];

/** In the order of urgency a digest shows them. */
export const STATUSES = ['overdue', 'behind', 'at-risk', 'unreported', 'on-track', 'paused', 'done'] as const;
export type Status = (typeof STATUSES)[number];

/** Who wrote an entry, where, and how it came in; the same for every kind. */
type EntryBase = {
  readonly targetId: string;
  /** The day the statement is true for; for undo, override, pause and resume the day they were made. */
  readonly asOf: LocalDate;
  /** In people's words; a reason for override and pause. May be empty otherwise. */
  readonly note: string;
  /** User id; `import` or `sample` data name who ran it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Channel id or other place where it was said; empty when nowhere in particular. */
  readonly saidIn: string;
  readonly origin: 'slack' | 'import' | 'sample';
  /** Unique per act of a person, so that a repeated delivery records nothing twice. */
  readonly requestKey: string;
};

type Evidenced = {
  /** Web address, or empty. */
  readonly evidence: string;
  readonly confidence: Confidence;
  /** Number of the entry this one puts right, or null. */
  readonly corrects: number | null;
};

export type NewEntry =
  | (EntryBase &
      Evidenced & {
        readonly kind: 'value' /** In the target's unit: `126`, `1∶0.75`. */;
        readonly value: string;
      })
  | (EntryBase & Evidenced & { readonly kind: 'state'; readonly state: MilestoneState })
  | (EntryBase & { readonly kind: 'override'; readonly status: Status })
  | (EntryBase & { readonly kind: 'pause' })
  | (EntryBase & { readonly kind: 'resume' })
  | (EntryBase & { readonly kind: 'undo'; readonly undoes: number });

/** An entry as the ledger keeps it: never changed, never removed. `seq` counts up over the whole ledger. */
export type Entry = NewEntry & { readonly seq: number };

export type EntryKind = Entry['kind'];
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;
/** An entry that says how far a target has come. */
export type Measurement = EntryOf<'value'> | EntryOf<'state'>;

/** Whether an entry reports a number. */
export function isValue(entry: Entry): entry is EntryOf<'value'> {
  return entry.kind === 'value';
}

/** The append-only record of everything said about progress. */
export type Ledger = {
  /**
   * Records entries, all or none, durable when the promise resolves. An entry whose `requestKey` is already there is
   * not recorded again; the one kept is returned in its place.
   *
   * @param references For entries written elsewhere, where numbers were others: `requestKey` of the entry that is
   * undone or corrected, by the `requestKey` of the entry that does so. Its number here is put in.
   */
  append(entries: readonly NewEntry[], references?: ReadonlyMap<string, string>): Promise<readonly Entry[]>;
  /** The whole history of one target, in the order of recording, undone entries included. */
  entriesOf(targetId: string): Promise<readonly Entry[]>;
  /** Every entry, in the order of recording. */
  allEntries(): Promise<readonly Entry[]>;
};
