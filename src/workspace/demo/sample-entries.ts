import type { NewEntry } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { NumericTarget, Target } from '../../targets/target.ts';

/** Days of the target year for which samples exist, and how much of the way lies behind then, at even progress. */
const DAYS = [
  { day: '03-31', elapsed: 0.25 },
  { day: '05-31', elapsed: 0.42 },
  { day: '06-14', elapsed: 0.46 },
  { day: '06-19', elapsed: 0.47 },
] as const;

/** Faster and slower than even progress in turn; zero leaves the target without an entry. Made up. */
const PACES = [1.15, 0.55, 0, 2.2, 0.9] as const;

const STATES = ['in-progress', 'done', 'not-started', 'blocked'] as const;

/** Milestones with a sample entry: enough to see every state, few enough to leave most to the visitor. */
const MILESTONES = 8;

export type SampleRun = {
  /** Samples dated later than this are left out: nobody reports the future. */
  readonly today: LocalDate;
  readonly now: Date;
  readonly recordedBy: string;
};

/**
 * Made-up progress for the targets of a report: counted targets at different paces, a few milestones. Every
 * entry has the origin `sample`, which the bot shows as 示例 wherever it shows the entry.
 */
export function sampleEntries(targets: readonly Target[], run: SampleRun): readonly NewEntry[] {
  const counted = targets.filter(isCounted);
  const milestones = targets.filter(({ kind }) => kind === 'milestone').slice(0, MILESTONES);
  return [
    ...counted.flatMap((target, index) => sampleCounts(target, PACES[index % PACES.length] ?? 1, run)),
    ...milestones.map(
      (target, index): NewEntry => ({
        ...common(target, `${target.year}-${DAYS[index % DAYS.length]?.day}`, run),
        kind: 'state',
        state: STATES[index % STATES.length] ?? 'in-progress',
      }),
    ),
  ].filter(({ asOf }) => asOf <= run.today);
}

function isCounted(target: Target): target is NumericTarget & { goal: NonNullable<NumericTarget['goal']> } {
  return (
    target.kind === 'numeric' &&
    target.measure === 'cumulative' &&
    target.goal !== null &&
    Number.isInteger(Number(target.goal.amount))
  );
}

function sampleCounts(
  target: NumericTarget & { goal: NonNullable<NumericTarget['goal']> },
  pace: number,
  run: SampleRun,
): readonly NewEntry[] {
  if (pace === 0) return [];
  const goal = Number(target.goal.amount);
  return DAYS.map(({ day, elapsed }) => ({
    ...common(target, `${target.year}-${day}`, run),
    kind: 'value',
    value: String(Math.min(goal, Math.round(goal * elapsed * pace))),
  }));
}

function common(target: Target, asOf: LocalDate, run: SampleRun) {
  return {
    targetId: target.id,
    asOf,
    note: '示例数据，不是真实进展',
    evidence: '',
    confidence: 'medium',
    corrects: null,
    recordedBy: run.recordedBy,
    recordedAt: run.now,
    saidIn: '',
    origin: 'sample',
    // The ledger keeps every load apart, so that samples can come back after they were removed.
    requestKey: `sample:${run.now.toISOString()}:${target.id}:${asOf}`,
  } as const;
}
