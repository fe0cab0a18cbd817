import type { Entry, EntryOf, Measurement } from './entry.ts';
import type { LocalDate } from './local-date.ts';

/** What counts of one target's history on a day, after undo and correction. */
export type EffectiveEntries = {
  /** Oldest statement first: by the day it is true for, then by order of recording. */
  readonly measurements: readonly Measurement[];
  /** The override in force: nothing was recorded after it. */
  readonly override: EntryOf<'override'> | null;
  /** The pause in force. */
  readonly pause: EntryOf<'pause'> | null;
};

/** Which part of the ledger to look at: what is true up to a day, as known at an instant. */
export type View = {
  readonly asOf: LocalDate;
  /** Entries recorded at or after this instant were not known yet; null when everything recorded counts. */
  readonly knownBefore: Date | null;
};

/**
 * Applies undo and correction to the history of one target, given in the order of recording. Undoing an undo brings
 * the entry back; undoing a correction brings back what it corrected.
 */
export function selectEffective(history: readonly Entry[], view: View): EffectiveEntries {
  const known = history.filter((entry) => view.knownBefore === null || entry.recordedAt < view.knownBefore);
  // An undo counts as soon as it is known, whatever day is looked at: a mistake was never true.
  const cancelled = findCancelled(known);
  const standing = known.filter(
    (entry) => !cancelled.has(entry.seq) && entry.kind !== 'undo' && entry.asOf <= view.asOf,
  );
  const measurements = standing
    .filter(isMeasurement)
    .toSorted((a, b) => (a.asOf === b.asOf ? a.seq - b.seq : a.asOf < b.asOf ? -1 : 1));
  const newest = standing.at(-1);
  const switches = standing.filter((entry) => entry.kind === 'pause' || entry.kind === 'resume').at(-1);
  return {
    measurements,
    override: newest?.kind === 'override' ? newest : null,
    pause: switches?.kind === 'pause' ? switches : null,
  };
}

/** Numbers of the entries of one target's history that were undone or corrected. */
export function findCancelled(history: readonly Entry[]): ReadonlySet<number> {
  const cancelled = new Set<number>();
  // From the newest back, so that whether an undo itself stands is settled before it is applied.
  for (const entry of history.toReversed()) {
    if (cancelled.has(entry.seq)) continue;
    if (entry.kind === 'undo') cancelled.add(entry.undoes);
    if (isMeasurement(entry) && entry.corrects !== null) cancelled.add(entry.corrects);
  }
  return cancelled;
}

export function isMeasurement(entry: Entry): entry is Measurement {
  return entry.kind === 'value' || entry.kind === 'state';
}
