import { STATUS_LABELS } from '../../targets/digest-wording.ts';
import { STATUSES, type Status } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import type { TargetRow } from '../../targets/target-rows.ts';

/** What a list of targets shows. Words that are no keyword are looked for in names, sections and quotes. */
export type TargetFilter = {
  readonly words: readonly string[];
  readonly statuses: readonly Status[];
  readonly kind: Target['kind'] | null;
  /** Only targets of this owner. */
  readonly ownerId: string | null;
  readonly isStale: boolean;
  readonly isWithoutOwner: boolean;
};

export const NO_FILTER: TargetFilter = {
  words: [],
  statuses: [],
  kind: null,
  ownerId: null,
  isStale: false,
  isWithoutOwner: false,
};

const STALE_WORDS: ReadonlySet<string> = new Set(['久未填报', '很久没有填报', '逾期未报']);
const WITHOUT_OWNER_WORDS: ReadonlySet<string> = new Set(['没有负责人', '无负责人']);
const KIND_WORDS: ReadonlyMap<string, Target['kind']> = new Map([
  ['量化', 'numeric'],
  ['任务', 'milestone'],
]);

/** Reads the words after `目标`: 我的, a status, 久未填报, 没有负责人, 量化, 任务, a person (<@U…>), or words to look for. */
export function readFilter(words: readonly string[], userId: string): TargetFilter {
  const read = words.map((word) => readWord(word, userId));
  return {
    words: read.flatMap((part) => part.words ?? []),
    statuses: read.flatMap((part) => part.statuses ?? []),
    kind: read.find((part) => part.kind)?.kind ?? null,
    ownerId: read.find((part) => part.ownerId)?.ownerId ?? null,
    isStale: read.some((part) => part.isStale),
    isWithoutOwner: read.some((part) => part.isWithoutOwner),
  };
}

function readWord(word: string, userId: string): Partial<TargetFilter> {
  const status = STATUSES.find(
    (code) => STATUS_LABELS[code].word === word || STATUS_LABELS[code].short === word,
  );
  if (status) return { statuses: [status] };
  const person =
    /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(word)?.[1] ?? (word === '我的' ? userId : undefined);
  if (person) return { ownerId: person };
  const kind = KIND_WORDS.get(word);
  if (kind) return { kind };
  if (STALE_WORDS.has(word)) return { isStale: true };
  return WITHOUT_OWNER_WORDS.has(word) ? { isWithoutOwner: true } : { words: [word] };
}

export function matchesFilter({ target, standing, owners }: TargetRow, filter: TargetFilter): boolean {
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(standing.status)) &&
    (filter.kind === null || target.kind === filter.kind) &&
    (filter.ownerId === null || owners.includes(filter.ownerId)) &&
    (!filter.isStale || standing.isStale || standing.status === 'unreported') &&
    (!filter.isWithoutOwner || owners.length === 0) &&
    filter.words.every((word) =>
      [target.name, target.section, target.quote].some((text) => text.includes(word)),
    )
  );
}
