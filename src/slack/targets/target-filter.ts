import { findAttentionReasons } from '../../targets/digest.ts';
import { STATUS_LABELS } from '../../targets/digest-wording.ts';
import { STATUSES, type Status } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { holdsPart } from '../commands/find-targets.ts';

/** What a list of targets shows. Words that are no keyword are looked for in names, sections and quotes. */
export type TargetFilter = {
  readonly words: readonly string[];
  readonly statuses: readonly Status[];
  readonly kind: Target['kind'] | null;
  /** Only targets of this owner; {@link ME} for whoever looks. */
  readonly ownerId: string | null;
  readonly isStale: boolean;
  /** What the digest calls 需要关注, whatever the reason. */
  readonly needsAttention: boolean;
  readonly isWithoutOwner: boolean;
  /** Only the sections a subscription shows. */
  readonly subscriptionId: string | null;
};

export const NO_FILTER: TargetFilter = {
  words: [],
  statuses: [],
  kind: null,
  ownerId: null,
  isStale: false,
  needsAttention: false,
  isWithoutOwner: false,
  subscriptionId: null,
};

/** Stands for whoever presses the button: many people see the same one. */
export const ME = 'me';

/** A filter travels in the value of a button, so what a person typed is bounded. */
const MAX_WORDS = 6;
const MAX_WORD = 40;

/** Every status but the one: shown as 未完成. */
export const UNFINISHED: readonly Status[] = STATUSES.filter((code) => code !== 'done');

const STALE_WORDS: ReadonlySet<string> = new Set(['久未填报', '很久没有填报']);
const ATTENTION_WORDS: ReadonlySet<string> = new Set(['需要关注', '关注']);
const ALL_WORDS: ReadonlySet<string> = new Set(['全部', '所有', '全部目标', '所有目标']);
const MINE_WORDS: ReadonlySet<string> = new Set(['我的', '我']);
const WITHOUT_OWNER_WORDS: ReadonlySet<string> = new Set(['没有负责人', '无负责人']);
const KIND_WORDS: ReadonlyMap<string, Target['kind']> = new Map([
  ['量化', 'numeric'],
  ['量化目标', 'numeric'],
  ['任务', 'milestone'],
  ['工作任务', 'milestone'],
]);

/** Reads the words after `目标`: 我的, a status, 需要关注, 久未填报, 没有负责人, 量化, 任务, or words to look for. */
export function readFilter(words: readonly string[]): TargetFilter {
  const read = words.slice(0, MAX_WORDS).map(readWord);
  return {
    ...NO_FILTER,
    words: read.flatMap((part) => part.words ?? []),
    statuses: read.flatMap((part) => part.statuses ?? []),
    kind: read.find((part) => part.kind)?.kind ?? null,
    ownerId: read.find((part) => part.ownerId)?.ownerId ?? null,
    isStale: read.some((part) => part.isStale),
    needsAttention: read.some((part) => part.needsAttention),
    isWithoutOwner: read.some((part) => part.isWithoutOwner),
  };
}

/** What people say for a status, beside its own words. */
const STATUS_WORDS: ReadonlyMap<string, readonly Status[]> = new Map([
  ...STATUSES.flatMap((code) => {
    const { word, short } = STATUS_LABELS[code];
    return [[word, [code]] as const, [short, [code]] as const];
  }),
  ['落后', ['behind']],
  ['正常', ['on-track']],
  ...['没填报', '没有填报', '未填', '没填', '没报'].map((word) => [word, ['unreported']] as const),
  ...['过期', '逾期', '超期'].map((word) => [word, ['overdue']] as const),
  ...['未完成', '没完成', '没有完成'].map((word) => [word, UNFINISHED] as const),
]);

/** Whether a word is one of those that narrow a list by themselves, wherever it stands. */
export const isFilterWord = (word: string): boolean => readWord(word).words === undefined;

function readWord(word: string): Partial<TargetFilter> {
  const statuses = STATUS_WORDS.get(word) ?? STATUS_WORDS.get(word.replace(/^已|[的了]$/gu, ''));
  if (statuses) return { statuses };
  if (ALL_WORDS.has(word)) return {};
  if (ATTENTION_WORDS.has(word)) return { needsAttention: true };
  if (MINE_WORDS.has(word)) return { ownerId: ME };
  const kind = KIND_WORDS.get(word);
  if (kind) return { kind };
  if (STALE_WORDS.has(word)) return { isStale: true };
  return WITHOUT_OWNER_WORDS.has(word) ? { isWithoutOwner: true } : { words: [word.slice(0, MAX_WORD)] };
}

/** Whether nobody has said anything about a target for long, or ever. */
export function isSilent({ standing }: TargetRow): boolean {
  return standing.isStale || standing.status === 'unreported';
}

export function matchesFilter(row: TargetRow, filter: TargetFilter, viewerId: string): boolean {
  const { target, standing, owners } = row;
  const ownerId = filter.ownerId === ME ? viewerId : filter.ownerId;
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(standing.status)) &&
    (filter.kind === null || target.kind === filter.kind) &&
    (ownerId === null || owners.includes(ownerId)) &&
    (!filter.isStale || isSilent(row)) &&
    (!filter.needsAttention || findAttentionReasons(standing).length > 0) &&
    (!filter.isWithoutOwner || owners.length === 0) &&
    filter.words.every(
      (word) =>
        holdsPart(target.name, word) || [target.section, target.quote].some((text) => text.includes(word)),
    )
  );
}
