import { Decimal } from 'decimal.js';
import { formatAmountLike, parseAmount } from './amount.ts';
import type {
  AttentionReason,
  Digest,
  DigestChange,
  DigestEntry,
  DigestTarget,
  StatusCounts,
} from './digest.ts';
import type { Confidence, MilestoneState, Status } from './entry.ts';

/**
 * How a digest reads in Chinese, for every surface: words for statuses and states, and the lines made of them.
 * Pure text; a surface adds its own layout. People are named by `showPerson`, because only the surface knows how.
 */

export type ShowPerson = (userId: string) => string;

/** A sign and a word each: never colour alone. */
export const STATUS_LABELS = {
  done: { sign: '✅', word: '已完成', short: '完成' },
  'on-track': { sign: '🟢', word: '进展正常', short: '正常' },
  'at-risk': { sign: '🟡', word: '有风险', short: '有风险' },
  behind: { sign: '🔴', word: '滞后', short: '滞后' },
  overdue: { sign: '⛔', word: '已过期', short: '已过期' },
  unreported: { sign: '⚪', word: '未填报', short: '未填报' },
  paused: { sign: '⏸', word: '暂停', short: '暂停' },
} as const satisfies Record<Status, { sign: string; word: string; short: string }>;

export const STATE_WORDS = {
  'not-started': '未启动',
  'in-progress': '进行中',
  blocked: '受阻',
  done: '已完成',
} as const satisfies Record<MilestoneState, string>;

export const CONFIDENCE_WORDS = {
  high: '有把握',
  medium: '基本有把握',
  low: '没有把握',
} as const satisfies Record<Confidence, string>;

export const ATTENTION_WORDS = {
  overdue: '已过期',
  behind: '滞后',
  'at-risk': '有风险',
  unreported: '未填报',
  stale: '久未填报',
  'low-confidence': '填报人没有把握',
} as const satisfies Record<AttentionReason, string>;

export function statusText(status: Status): string {
  return `${STATUS_LABELS[status].sign} ${STATUS_LABELS[status].word}`;
}

/** `2019-06-24` as `6月24日`. */
export function dayText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

export function titleText(digest: Digest): string {
  const year = digest.week.slice(0, 4);
  const number = Number(digest.week.slice(6));
  return `${year}年第${number}周目标进度（${dayText(digest.weekFrom)}至${dayText(digest.weekTo)}）`;
}

/** The line that says it all: `11个量化目标:2 完成 · 5 正常 · 3 滞后 · 1 未填报`. */
export function summaryText(counts: StatusCounts, noun: string): string {
  const order: readonly Status[] = [
    'done',
    'on-track',
    'at-risk',
    'behind',
    'overdue',
    'unreported',
    'paused',
  ];
  const parts = order
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${STATUS_LABELS[status].short}`);
  return `${counts.total}${noun}：${parts.join(' · ')}`;
}

export const NUMERIC_NOUN = '个量化目标';
export const MILESTONE_NOUN = '项工作任务';

/** The goal with what it asks: `400个`, `不低于1∶0.76`, `高于2018年的58.27亿元`. */
export function goalText(target: DigestTarget): string {
  const goal = `${target.goal ?? ''}${target.unit}`;
  switch (target.comparator) {
    case 'at-least':
      return target.goal !== null && isWhole(target.goal) ? goal : `不低于${goal}`;
    case 'at-most':
      return `不高于${goal}`;
    case 'reach':
      return goal;
    case 'increase':
      return target.baseline?.comparability === 'same-measure'
        ? `高于上年的${target.baseline.printed}${target.baseline.unit}`
        : '比原来提高';
    case null:
      return '完成';
  }
}

function isWhole(printed: string): boolean {
  return /^\d+$/.test(printed);
}

/** What the year before says: `上年1∶0.751`, `上年200所(口径不同:…)`; empty without a baseline. */
export function baselineText(target: DigestTarget): string {
  const { baseline } = target;
  if (!baseline) return '';
  const amount = parseAmount(baseline.printed);
  // Two printed numbers put in relation are shown the way the goal is printed.
  const isQuotient = /\d{2,}∶\d{2,}/.test(baseline.printed) && amount !== null;
  const shown = isQuotient
    ? `${formatAmountLike(new Decimal(amount), target.goal ?? '', 3)}${target.unit}（由${baseline.printed}算得）`
    : `${baseline.printed}${baseline.unit}`;
  const note = baseline.comparability === 'similar-measure' ? `（仅供参考：${baseline.note}）` : '';
  return `上年${shown}${note}`;
}

/** A value with its unit or a state in words; `未填报` for none. */
export function entryText(entry: DigestEntry | null, unit: string): string {
  if (!entry) return '未填报';
  const sample = entry.isSample ? '[示例]' : '';
  return entry.state ? `${sample}${STATE_WORDS[entry.state]}` : `${sample}${entry.value ?? ''}${unit}`;
}

/** `应到192个`, or empty where there is no line. */
export function expectedText(target: DigestTarget): string {
  return target.expected === null ? '' : `按进度应到${target.expected}${target.unit}`;
}

/** One target on one line, sign first. */
export function targetText(target: DigestTarget, showPerson: ShowPerson): string {
  const facts = factsOf(target).join('；');
  return `${statusText(target.status)} ${target.name}：${facts}${exceptionText(target, showPerson)}`;
}

/** Why the status is not the rule's, or that nobody has reported for long; empty otherwise. */
export function exceptionText(target: DigestTarget, showPerson: ShowPerson): string {
  if (target.override) {
    const rule = STATUS_LABELS[target.byRule].word;
    return `（人工判定，${showPerson(target.override.by)}：“${target.override.reason}”；按规则为${rule}）`;
  }
  if (target.status === 'paused' && target.pause) {
    return `（${showPerson(target.pause.by)}：“${target.pause.reason}”）`;
  }
  return target.isStale ? '（久未填报）' : '';
}

/** What changed, on one line. */
export function changeText(change: DigestChange, showPerson: ShowPerson): string {
  const before = entryText(change.before, change.unit);
  const after = entryText(change.after, change.unit);
  const values = before === after ? after : change.before ? `${before} → ${after}` : after;
  const to = `${statusText(change.toStatus)}${change.isOverridden ? '（人工判定）' : ''}`;
  const status = change.fromStatus === change.toStatus ? to : `${statusText(change.fromStatus)} → ${to}`;
  const who = change.after ? `（${dayText(change.after.asOf)}，${showPerson(change.after.recordedBy)}）` : '';
  const note = change.after?.note ? `：“${change.after.note}”` : '';
  if (change.after && isSameEntry(change.before, change.after)) {
    // Nobody said anything new: time alone, or a decision, has changed where it stands.
    return `${change.name}：没有新的填报（${after}，${dayText(change.after.asOf)}）；${status}`;
  }
  return `${change.name}：${values}${who}${note}；${status}`;
}

function isSameEntry(before: DigestEntry | null, after: DigestEntry): boolean {
  return (
    before !== null &&
    before.asOf === after.asOf &&
    before.value === after.value &&
    before.state === after.state &&
    before.note === after.note
  );
}

/** A numeric target on one line with its share of the way and last year's value, unless the goal names that already. */
export function numberText(target: DigestTarget, showPerson: ShowPerson): string {
  const isNamed = target.comparator === 'increase' && target.baseline?.comparability === 'same-measure';
  return [targetText(target, showPerson), shareText(target), isNamed ? '' : baselineText(target)]
    .filter((part) => part !== '')
    .join('；');
}

/** The latest entry, the goal and what would be expected, as far as there are any. */
export function factsOf(target: DigestTarget): string[] {
  const latest = target.latest
    ? `${entryText(target.latest, target.unit)}，${dayText(target.latest.asOf)}`
    : entryText(null, target.unit);
  if (target.kind === 'milestone') return [latest];
  return [latest, `目标${goalText(target)}`, expectedText(target)].filter((fact) => fact !== '');
}

/**
 * How much of the way is covered beside what would be expected by now: `完成46.3%,应有47.9%`. Empty where there is no line
 * or nothing was reported. The same numbers as the bars of a chart.
 */
export function shareText(target: DigestTarget): string {
  const shares = sharesOf(target);
  return shares ? `完成${shares.achieved}%，应有${shares.expected}%` : '';
}

/** Shares in per cent with one decimal; beyond 150 % a bar would only make the others small. */
export function sharesOf(
  target: DigestTarget,
): { readonly achieved: number; readonly expected: number } | null {
  const { achievedShare, expectedShare } = target;
  if (achievedShare === null || expectedShare === null) return null;
  const toPercent = (share: number): number => Math.round(Math.min(1.5, Math.max(0, share)) * 1000) / 10;
  return { achieved: toPercent(achievedShare), expected: toPercent(expectedShare) };
}

export function ownersText(owners: readonly string[], showPerson: ShowPerson): string {
  return owners.length > 0 ? `负责人 ${owners.map(showPerson).join('、')}` : '没有负责人';
}

export const DIGEST_WORDS = {
  late: '补发：本期应更早发出，因故晚发。',
  changes: (since: string): string => `变化（${dayText(since)}以来）`,
  noChanges: '没有新的填报，状态也没有变化。',
  attention: '需要关注',
  noAttention: '填报过的目标都在进度上。',
  unheard: '还没有任何填报。',
  more: (count: number): string => `另有${count}项未列出。`,
  numbers: '量化目标',
  chart: '完成进度与应有进度（%）',
  achieved: '完成进度',
  achievedWithSamples: '完成进度（含示例）',
  expected: '应有进度',
  columns: ['目标', '状态', '最新', '目标值', '应到', '完成/应有', '上年', '原文'],
  quote: '原文',
  basis: (asOf: string, version: string): string =>
    `数据截至${dayText(asOf)}；状态由规则判定；知识版本 ${version.slice(0, 12)}`,
} as const;
