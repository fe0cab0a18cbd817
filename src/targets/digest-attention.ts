import type { Digest, DigestAttention, DigestTarget } from './digest.ts';
import {
  DIGEST_WORDS,
  dayText,
  entryText,
  exceptionText,
  latestAndGoalText,
  levelText,
  type ShowPerson,
  STATUS_LABELS,
  shareText,
  staleText,
} from './digest-wording.ts';
import { inQuotes } from './in-quotes.ts';

/** Owners named with the number of targets they have not reported. */
const MAX_OWNERS = 8;

/** Names in the first line; the rest are counted. */
const MAX_NAMES = 3;

const PERIOD_WORDS = { week: '本周', month: '本月', quarter: '本季度' } as const;

/** The attention list as people read it. */
export type AttentionLines = {
  /** What was reported and needs a look, one by one, the most urgent first. */
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  /** Who owns what nobody has ever reported: many and alike, so counted in one line. */
  readonly silent: readonly string[];
  /** How many have nobody to answer for them, said once; empty when each has somebody. */
  readonly ownerless: readonly string[];
};

/** @param markSample what is put behind what a sample entry says */
export function attentionLines(digest: Digest, showPerson: ShowPerson, markSample = ''): AttentionLines {
  const targets = new Map(digest.targets.map((target) => [target.id, target]));
  const { loud, silent } = splitAttention(digest);
  return {
    lines: loud.flatMap((item) => {
      const target = targets.get(item.id);
      return target ? [{ id: item.id, text: attentionText(item, target, { showPerson, markSample }) }] : [];
    }),
    silent: silentOwners(silent, showPerson),
    ownerless: ownerlessLines(digest),
  };
}

/**
 * What a director must know, in one line: `本周2项滞后：甲、乙；1项有风险；未填报：量化目标9项、工作任务120项。3项完成，6项正常。`
 */
export function headlineText(digest: Digest): string {
  const { period } = digest;
  const when = period.isOver ? PERIOD_WORDS[period.every] : '目前';
  if (digest.targets.length === 0) return DIGEST_WORDS.noTargets;
  if (isOfDone(digest))
    return DIGEST_WORDS.done(period.to, digest.targets.length, digest.since, countNewlyDone(digest));
  if (isUnheard(digest)) return DIGEST_WORDS.nothing(countsText(digest, 'total'));
  const bad = (['overdue', 'behind', 'at-risk'] as const).flatMap((status) => {
    const names = namesOf(digest, status);
    return names.length === 0 ? [] : [{ status, names }];
  });
  const worst = bad.map(({ status, names }, index) => {
    const named = index === 0 || status === 'behind' ? `：${shortList(names)}` : '';
    return `${names.length}项${STATUS_LABELS[status].word}${named}`;
  });
  const unreported = countsText(digest, 'unreported');
  const told = [...worst, ...(unreported === '' ? [] : [`未填报：${unreported}`])];
  const good = (['done', 'on-track', 'paused'] as const).flatMap((status) => {
    const count = digest.counts.numeric[status] + digest.counts.milestone[status];
    return count === 0 ? [] : [`${count}项${STATUS_LABELS[status].word}`];
  });
  const { statuses } = digest.selection;
  // Of what was left out nothing is said.
  const showsBad =
    statuses.length === 0 ||
    ['behind', 'at-risk'].every((each) => statuses.some((status) => status === each));
  const calm = showsBad ? `${when}没有滞后和有风险的。` : when;
  const first = told.length > 0 ? `${when}${told.join('；')}。` : calm;
  return `${first}${good.length > 0 ? `${good.join('，')}。` : ''}`;
}

/** Whether it shows only what is done, so that whoever reads it asks since when. */
const isOfDone = ({ selection: { statuses } }: Digest): boolean =>
  statuses.length > 0 && statuses.every((status) => status === 'done');

const countNewlyDone = ({ changes }: Digest): number =>
  changes.filter(({ fromStatus, toStatus }) => toStatus === 'done' && fromStatus !== 'done').length;

/** Whether nobody has ever reported anything of what the digest shows. */
export function isUnheard({ targets }: Digest): boolean {
  return targets.every(({ status, latest }) => latest === null && status === 'unreported');
}

function namesOf(
  { attention, targets }: Digest,
  status: 'overdue' | 'behind' | 'at-risk',
): readonly string[] {
  const standing = new Map(targets.map(({ id, status: shown }) => [id, shown]));
  return attention.filter(({ id }) => standing.get(id) === status).map(({ name }) => name);
}

function shortList(names: readonly string[]): string {
  return `${names.slice(0, MAX_NAMES).join('、')}${names.length > MAX_NAMES ? '等' : ''}`;
}

function countsText({ counts }: Digest, status: 'total' | 'unreported'): string {
  return [
    ...(counts.numeric[status] > 0 ? [`量化目标${counts.numeric[status]}项`] : []),
    ...(counts.milestone[status] > 0 ? [`工作任务${counts.milestone[status]}项`] : []),
  ].join('、');
}

/** What was reported and needs a look, and what only was never reported. */
export function splitAttention({ attention }: Digest): {
  readonly loud: readonly DigestAttention[];
  readonly silent: readonly DigestAttention[];
} {
  const isSilent = ({ reasons }: DigestAttention): boolean =>
    reasons.every((reason) => reason === 'unreported');
  return {
    loud: attention.filter((item) => !isSilent(item)),
    silent: attention.filter(isSilent),
  };
}

/** What needs somebody, on one line with what is wrong and its owners. */
function attentionText(
  { name, reasons, owners }: DigestAttention,
  target: DigestTarget,
  { showPerson, markSample }: { readonly showPerson: ShowPerson; readonly markSample: string },
): string {
  const { sign, word } = STATUS_LABELS[target.status];
  const mark = target.latest?.isSample ? markSample : '';
  const parts = [
    reasons.includes('overdue') ? word : '',
    standingText(target, mark),
    staleText(target),
    reasons.includes('low-confidence') ? DIGEST_WORDS.unsure : '',
  ].filter((part) => part !== '');
  const who = owners.length > 0 ? `（${owners.map(showPerson).join('、')}）` : '';
  return `${sign} ${name}：${parts.join('，')}${exceptionText(target, showPerson)}${noteText(target)}${who}`;
}

function standingText(target: DigestTarget, mark: string): string {
  const { latest } = target;
  if (!latest) return '没有填报';
  if (target.kind === 'milestone') {
    const when = target.isStale ? '' : `（${dayText(latest.asOf)}）`;
    return `${entryText(latest, '')}${mark}${when}`;
  }
  const due = levelText(target) || shareText(target);
  return `${latestAndGoalText(target, mark)}${due === '' ? '' : `，${due}`}`;
}

/** What whoever reported said beside the value; of a sample there is nothing to say. */
const noteText = ({ latest }: DigestTarget): string =>
  latest === null || latest.note === '' || latest.isSample ? '' : inQuotes(latest.note);

function silentOwners(items: readonly DigestAttention[], showPerson: ShowPerson): string[] {
  const counts = new Map<string, number>();
  for (const owner of items.flatMap(({ owners }) => owners)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  if (counts.size === 0) return [];
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, MAX_OWNERS).map(([owner, count]) => `${showPerson(owner)} ${count}项`);
  return [DIGEST_WORDS.silentOwners(shown.join('、'), sorted.length - shown.length)];
}

function ownerlessLines({ targets }: Digest): string[] {
  const count = targets.filter(({ owners }) => owners.length === 0).length;
  if (count === 0) return [];
  return [count === targets.length ? DIGEST_WORDS.noOwners : DIGEST_WORDS.someWithoutOwners(count)];
}
