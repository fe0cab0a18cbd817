import type { Status } from './entry.ts';
import type { LocalDate } from './local-date.ts';
import type { Target } from './target.ts';

/** Which targets a digest shows; an empty list leaves nothing out. */
export type TargetSelection = {
  /** Heading paths; what stands below them is shown. */
  readonly sections: readonly string[];
  /** User ids; targets of any of them are shown. */
  readonly owners: readonly string[];
  readonly statuses: readonly Status[];
};

export const ALL_TARGETS: TargetSelection = { sections: [], owners: [], statuses: [] };

/** Targets in the sections and of the owners of a selection. Where a target stands is for its judge to say. */
export function selectTargets(
  targets: readonly Target[],
  { sections, owners: wanted }: Pick<TargetSelection, 'sections' | 'owners'>,
  owners: ReadonlyMap<string, readonly string[]>,
): readonly Target[] {
  return targets.filter(
    ({ id, section }) =>
      (sections.length === 0 ||
        sections.some((chosen) => section === chosen || section.startsWith(`${chosen}/`))) &&
      (wanted.length === 0 || (owners.get(id) ?? []).some((owner) => wanted.includes(owner))),
  );
}

/** Whether a selection shows targets that stand there. */
export function showsStatus({ statuses }: Pick<TargetSelection, 'statuses'>, status: Status): boolean {
  return statuses.length === 0 || statuses.includes(status);
}

/** The targets that are owed on a day: those of its own year and of earlier ones. Nobody owes a later year's yet. */
export const owedOn = (targets: readonly Target[], day: LocalDate): readonly Target[] =>
  targets.filter(({ year }) => year <= Number(day.slice(0, 4)));
