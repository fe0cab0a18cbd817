import type { Entry } from './entry.ts';
import { judgeTarget, type Standing } from './judge-target.ts';
import type { LocalDate } from './local-date.ts';
import type { Target } from './target.ts';
import { owedOn } from './target-selection.ts';

/** A target with where it stands and who answers for it. */
export type TargetRow = {
  readonly target: Target;
  readonly standing: Standing;
  readonly owners: readonly string[];
};

/** Every target that is owed on a day with where it stands, in the order given. */
export function judgeTargets(input: {
  readonly targets: readonly Target[];
  readonly entries: readonly Entry[];
  readonly owners: ReadonlyMap<string, readonly string[]>;
  readonly asOf: LocalDate;
}): readonly TargetRow[] {
  const histories = groupByTarget(input.entries);
  const view = { asOf: input.asOf, knownBefore: null };
  return owedOn(input.targets, input.asOf).map((target) => ({
    target,
    standing: judgeTarget(target, histories.get(target.id) ?? [], view),
    owners: input.owners.get(target.id) ?? [],
  }));
}

/** The entries of each target, in the order of recording. */
export function groupByTarget(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.targetId);
    if (group) group.push(entry);
    else groups.set(entry.targetId, [entry]);
  }
  return groups;
}
