import type { Digest, DigestAttention, DigestTarget } from './digest.ts';
import {
  ATTENTION_WORDS,
  exceptionText,
  factsOf,
  ownersText,
  type ShowPerson,
  STATUS_LABELS,
} from './digest-wording.ts';

/** Names in one line of what nobody has reported; the rest are counted. */
const MAX_NAMES = 12;

/** Owners named with the number of tasks they have not reported. */
const MAX_OWNERS = 8;

/** The attention list as people read it. */
export type AttentionLines = {
  /** What was reported and needs a look, one by one, the most urgent first. */
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  /** What nobody has ever reported: many and alike, so numbers by name and owner in one line, tasks counted in one. */
  readonly silent: readonly string[];
};

/** @param mayName which silent targets may be called by name: those whose sentence stands elsewhere in the digest */
export function attentionLines(
  digest: Digest,
  showPerson: ShowPerson,
  mayName: (id: string) => boolean = () => true,
): AttentionLines {
  const targets = new Map(digest.targets.map((target) => [target.id, target]));
  const isSilent = ({ reasons }: DigestAttention): boolean =>
    reasons.every((reason) => reason === 'unreported');
  const silent = digest.attention.filter(isSilent);
  return {
    lines: digest.attention.flatMap((item) => {
      const target = targets.get(item.id);
      return target && !isSilent(item)
        ? [{ id: item.id, text: attentionText(item, target, showPerson) }]
        : [];
    }),
    silent: [
      ...silentNumbers(
        silent.filter(({ kind }) => kind === 'numeric'),
        { showPerson, mayName },
      ),
      ...silentTasks(
        silent.filter(({ kind }) => kind === 'milestone'),
        showPerson,
      ),
    ],
  };
}

/** What needs somebody, on one line with the numbers behind it and its owners. */
function attentionText(item: DigestAttention, target: DigestTarget, showPerson: ShowPerson): string {
  const reasons = item.reasons.map((reason) => ATTENTION_WORDS[reason]).join('、');
  const facts = target.latest ? factsOf(target).join('，') : '';
  const { sign } = STATUS_LABELS[target.status];
  const override = target.override ? exceptionText(target, showPerson) : '';
  const shown = facts === '' ? '' : `（${facts}）`;
  return `${sign} ${item.name}：${reasons}${shown}${override}；${ownersText(item.owners, showPerson)}`;
}

const SIGN = STATUS_LABELS.unreported.sign;

function silentNumbers(
  items: readonly DigestAttention[],
  show: { readonly showPerson: ShowPerson; readonly mayName: (id: string) => boolean },
): string[] {
  if (items.length === 0) return [];
  const named = items.filter(({ id }) => show.mayName(id)).slice(0, MAX_NAMES);
  const rest = items.length - named.length;
  const groups = groupByOwners(named, show.showPerson).map(
    ([owners, mine]) => `${owners}——${mine.map(({ name }) => name).join('、')}`,
  );
  const parts = [...groups, ...(rest > 0 && groups.length > 0 ? [`另有${rest}项`] : [])];
  return [`${SIGN} 从未填报的量化目标${items.length}项${parts.length > 0 ? '：' : ''}${parts.join('；')}`];
}

function silentTasks(items: readonly DigestAttention[], showPerson: ShowPerson): string[] {
  if (items.length === 0) return [];
  const groups = groupByOwners(items, showPerson).toSorted((a, b) => b[1].length - a[1].length);
  const shown = groups.slice(0, MAX_OWNERS).map(([owners, mine]) => `${owners} ${mine.length}项`);
  const rest = groups.length - shown.length;
  return [
    `${SIGN} 从未填报的工作任务${items.length}项：${shown.join('、')}${rest > 0 ? `，另有${rest}人` : ''}`,
  ];
}

function groupByOwners(
  items: readonly DigestAttention[],
  showPerson: ShowPerson,
): readonly (readonly [string, readonly DigestAttention[]])[] {
  const groups = new Map<string, DigestAttention[]>();
  for (const item of items) {
    const owners =
      item.owners.length > 0 ? item.owners.map(showPerson).join('、') : ownersText([], showPerson);
    const group = groups.get(owners) ?? [];
    group.push(item);
    groups.set(owners, group);
  }
  return [...groups];
}
