import { Decimal } from 'decimal.js';
import { formatAmountLike, parseAmount } from './amount.ts';
import type { Digest, DigestChange, DigestEntry, DigestTarget, StatusCounts } from './digest.ts';
import type { Confidence, MilestoneState, Status } from './entry.ts';
import { inQuotes } from './in-quotes.ts';
import { AT_RISK_GAP, ON_TRACK_GAP } from './judgement.ts';
import { weekOf } from './local-date.ts';
import type { NumericTarget } from './target.ts';

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

/** A line that begins with the sign of a status, with its word in place of the sign: for paper, which has no colours. */
export function spellSign(line: string): string {
  const label = Object.values(STATUS_LABELS).find(({ sign }) => line.startsWith(`${sign} `));
  return label ? `【${label.word}】${line.slice(label.sign.length + 1)}` : line;
}

export function statusText(status: Status): string {
  return `${STATUS_LABELS[status].sign} ${STATUS_LABELS[status].word}`;
}

/** `2019-06-24` as `6月24日`. */
export function dayText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

const QUARTER_WORDS = ['一', '二', '三', '四'] as const;

/** What the digest reports on: a week, month or quarter that is over, or how things stand so far. */
export function titleText({ period }: Pick<Digest, 'period'>): string {
  const { every, isOver, from, to } = period;
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7));
  // A week that is going on has a number that few would know.
  if (!isOver && every === 'week') return `目标进度（截至${to.slice(0, 4)}年${dayText(to)}）`;
  const upTo = isOver ? '' : `（截至${dayText(to)}）`;
  switch (every) {
    case 'week': {
      const { id, number } = weekOf(from);
      return `${id.slice(0, 4)}年第${number}周目标进度（${dayText(from)}至${dayText(to)}）`;
    }
    case 'month':
      return `${year}年${month}月目标进度${upTo}`;
    case 'quarter':
      return `${year}年第${QUARTER_WORDS[(month - 1) / 3]}季度目标进度${upTo}`;
  }
}

/** What the targets were narrowed to: `只看：养老；@U1负责的；滞后、有风险`; empty for all of them. */
export function selectionText(
  { selection: { sections, owners, statuses }, narrowedTo = [] }: Pick<Digest, 'selection' | 'narrowedTo'>,
  showPerson: ShowPerson,
): string {
  const parts = [
    sections.map((section) => section.split('/').at(-1) ?? section).join('、'),
    owners.length > 0 ? `${owners.map(showPerson).join('、')}负责的` : '',
    statuses.map((status) => STATUS_LABELS[status].word).join('、'),
    narrowedTo.join('、'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `只看：${parts.join('；')}`;
}

/** How many stand where: `13个量化目标：1项完成，2项正常，9项未填报`. */
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
    .map((status) => `${counts[status]}项${STATUS_LABELS[status].short}`);
  return `${counts.total}${noun}：${parts.join('，')}`;
}

export const NUMERIC_NOUN = '个量化目标';
export const MILESTONE_NOUN = '项工作任务';

/** What a target asks for. */
type AskedOf = Pick<DigestTarget, 'comparator' | 'goal' | 'unit'> & {
  readonly baseline: Pick<NonNullable<DigestTarget['baseline']>, 'printed' | 'unit' | 'comparability'> | null;
};

/** The goal with what it asks: `400个`, `不低于1∶0.76`, `高于上年的58.27亿元`. */
export function goalText(target: AskedOf): string {
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

/** The same of a target of the report. */
export const targetGoalText = (target: NumericTarget): string => goalText(askedOf(target));

/** A value of a target of the report beside its goal. */
export const targetValueText = (value: string, target: NumericTarget): string =>
  valueAndGoalText(value, askedOf(target));

/** What is left of a total to what is asked of it: `还差30个`; empty of a level, and where nothing is left. */
export function leftText(value: string, target: NumericTarget): string {
  const { measure, comparator, goal, unit, baseline } = target;
  const amount = parseAmount(value);
  const aim = goal ?? (namesBaseline(askedOf(target)) ? baseline : null);
  if (measure !== 'cumulative' || comparator === 'at-most' || amount === null || aim === null) return '';
  const left = new Decimal(aim.amount).minus(amount);
  if (!left.isPositive() || left.isZero()) return '';
  return `${goal === null ? `离上年的${aim.printed}${unit}` : ''}还差${left.toFixed()}${unit}`;
}

const askedOf = ({ comparator, goal, unit, baseline }: NumericTarget): AskedOf => ({
  comparator,
  goal: goal?.printed ?? null,
  unit,
  baseline,
});

function isWhole(printed: string): boolean {
  return /^\d+$/.test(printed);
}

/** What the year before says: `上年1∶0.751`, `上年200所（仅供参考：…）`; empty without a baseline. */
export function baselineText(target: DigestTarget): string {
  const { baseline } = target;
  // A goal of more than last year names last year's value already.
  if (!baseline || namesBaseline(target)) return '';
  const amount = parseAmount(baseline.printed);
  // Two printed numbers put in relation are shown the way the goal is printed.
  const isQuotient = /\d{2,}∶\d{2,}/.test(baseline.printed) && amount !== null;
  const shown = isQuotient
    ? `${formatAmountLike(new Decimal(amount), target.goal ?? '', 3)}${target.unit}（由${baseline.printed}算得）`
    : `${baseline.printed}${baseline.unit}`;
  const note = baseline.comparability === 'similar-measure' ? `（仅供参考：${baseline.note}）` : '';
  return `上年${shown}${note}`;
}

/** Who has judged: the rule, and people where they did. */
export const judgedText = ({ targets }: Pick<Digest, 'targets'>): string =>
  targets.some(({ override }) => override !== null)
    ? '状态由规则判定，注明人工判定的除外。'
    : '状态由规则判定。';

/** Up to when the ledger was read, and that it goes on: `数据截至10月1日（之后填报的2项不算在内）`. */
export function upToText({ targets }: Pick<Digest, 'targets'>, day: string): string {
  const later = targets.filter(({ isReportedLater }) => isReportedLater).length;
  return `数据截至${day}${later === 0 ? '' : `（之后填报的${later}项不算在内）`}`;
}

/** A value with its unit or a state in words; `未填报` for none. */
export function entryText(entry: DigestEntry | null, unit: string): string {
  if (!entry) return '未填报';
  return entry.state ? STATE_WORDS[entry.state] : `${entry.value ?? ''}${unit}`;
}

export const SAMPLE_MARK = '（示例）';

/** `216/400个`, `13.2/高于58.27亿元`: the latest beside the goal, with their unit once. */
export function latestAndGoalText(target: DigestTarget, mark = ''): string {
  const { latest, unit } = target;
  return target.kind === 'milestone' || latest?.value === undefined
    ? `${entryText(latest, unit)}${mark}`
    : valueAndGoalText(latest.value, target, mark);
}

/** A value beside what is asked of it: `216/400个`, `63%/不高于60%`. */
export function valueAndGoalText(value: string, target: AskedOf, mark = ''): string {
  const { unit, goal } = target;
  const asked = goalText(target);
  // “58/不高于60%” would leave the first number without its unit.
  if (goal !== null) return `${value}${asked.startsWith(goal) ? '' : unit}${mark}/${asked}`;
  return namesBaseline(target)
    ? `${value}${mark}/高于${target.baseline?.printed}${unit}`
    : `${value}${unit}${mark}/${goalText(target)}`;
}

/** Whether the goal is to pass the value of the year before, in the same unit: then both are shown together. */
function namesBaseline({ comparator, baseline, unit }: AskedOf): boolean {
  return comparator === 'increase' && baseline?.comparability === 'same-measure' && baseline.unit === unit;
}

/** Why the status is not the rule's; empty otherwise. */
export function exceptionText(target: DigestTarget, showPerson: ShowPerson): string {
  if (target.override) {
    const rule = STATUS_LABELS[target.byRule].word;
    return `（人工判定，${showPerson(target.override.by)}：${inQuotes(target.override.reason)}；按规则为${rule}）`;
  }
  if (target.status === 'paused' && target.pause) {
    return `（${showPerson(target.pause.by)}：${inQuotes(target.pause.reason)}）`;
  }
  return '';
}

/** `久未填报：3月31日以后没有再填报`; empty where somebody has reported lately. */
export function staleText({ isStale, latest }: DigestTarget): string {
  return isStale && latest ? `${dayText(latest.asOf)}以后没有再填报` : '';
}

/** What says where a number should be by now. */
type Line = Pick<
  DigestTarget,
  'expected' | 'expectedShare' | 'firstReport' | 'isLevelMet' | 'comparator' | 'unit'
>;

/** What would be on the line by now, with its unit; null where there is no line, or only the first report of one. */
export function expectedText({
  expected,
  expectedShare,
  firstReport,
  isLevelMet,
  unit,
}: Line): string | null {
  const saysNothing = firstReport !== null && (isLevelMet || expectedShare === 0);
  return expected === null || saysNothing ? null : `${expected}${unit}`;
}

/**
 * How a level stands that no share of a way can be told of, because it is where it has to be or because nobody knows where
 * it started: `应到62.6%（没有上年的数，从首次填报的65%算起）`. Empty for everything else.
 */
export function levelText(target: Line): string {
  if (target.isLevelMet) return target.comparator === 'at-most' ? '已在要求以内' : '已达到要求';
  const { firstReport, unit } = target;
  if (firstReport === null) return '';
  const expected = expectedText(target);
  return expected === null
    ? '还没有达到要求；没有上年的数，还算不出应到多少'
    : `应到${expected}（没有上年的数，从首次填报的${firstReport.value}${unit}算起）`;
}

/**
 * How much of the way is covered beside what would be by now: `完成43.3%，应到47.9%`. Empty where there is no line, and
 * where it only begins.
 */
export function shareText(target: DigestTarget): string {
  const shares = sharesOf(target);
  return shares && shares.achieved + shares.expected > 0
    ? `完成${shares.achieved}%，应到${shares.expected}%`
    : '';
}

/** Shares in per cent with one decimal; beyond 150 % a bar would only make the others small. */
export function sharesOf(
  target: DigestTarget,
): { readonly achieved: number; readonly expected: number } | null {
  const { achievedShare, expectedShare } = target;
  if (achievedShare === null || expectedShare === null || levelText(target) !== '') return null;
  const toPercent = (share: number): number => Math.round(Math.min(1.5, Math.max(0, share)) * 1000) / 10;
  return { achieved: toPercent(achievedShare), expected: toPercent(expectedShare) };
}

/**
 * Why a light has the colour it has, where the rule measured a distance: `完成43.3%，应到47.9%，差4.6个百分点，在允许的10个百分点以内`,
 * or where it is because of a doubt: `完成83.3%，应到46.8%，填报人没有把握`. Empty where neither is so, or people decided.
 */
export function reasonText(target: DigestTarget): string {
  const isDoubt = target.status === 'at-risk' && !target.override && target.isUnsure;
  return [distanceText(target), isDoubt ? DIGEST_WORDS.unsure : ''].filter((part) => part !== '').join('，');
}

function distanceText(target: DigestTarget): string {
  const level = levelText(target);
  if (level !== '') return target.override || target.status === 'paused' ? '' : level;
  const shares = sharesOf(target);
  if (!shares || target.override || target.lag === null) return '';
  const distance = `${Math.round(Math.abs(shares.expected - shares.achieved) * 10) / 10}个百分点`;
  const known = shareText(target);
  const [allowed, late] = [ON_TRACK_GAP, AT_RISK_GAP].map((gap) => `${gap * 100}个百分点`);
  switch (target.status) {
    case 'on-track':
      return target.lag > 0 ? `${known}，差${distance}，在允许的${allowed}以内` : known;
    case 'at-risk':
      return target.lag > ON_TRACK_GAP ? `${known}，差${distance}，超过允许的${allowed}` : known;
    case 'behind':
      return target.lag > AT_RISK_GAP ? `${known}，差${distance}，超过${late}` : known;
    case 'paused':
      return '';
    default:
      return known;
  }
}

/** Whether a target counts as in order although it is behind its line: what a reader would wonder at. */
export function isWithinTolerance(target: DigestTarget): boolean {
  return target.status === 'on-track' && !target.override && (target.lag ?? 0) > 0.001;
}

/** What changed, on one line. */
export function changeText(change: DigestChange, showPerson: ShowPerson, mark = ''): string {
  const { before, after, broughtBy, unit, toStatus } = change;
  const isNew = after !== null && !isSameEntry(before, after);
  const brought = broughtBy ?? after;
  const told = isNew && brought !== null ? toldBy(brought, showPerson) : '';
  const isAgain = isNew && brought !== null && !isSameEntry(brought, after) && !after.isSample;
  // Whoever said the same again may have said why.
  const again =
    isAgain && after.note !== '' ? `，仍为${entryText(after, unit)}${toldBy(after, showPerson)}` : '';
  const { sign } = STATUS_LABELS[toStatus];
  const said = `${movedText(change, isNew)}${isNew && after.isSample ? mark : ''}`;
  return `${sign} ${change.name}：${said}${told}${again}${statusMoveText(change, brought)}`;
}

/** Of which day a report is, whose, and what it says beside its value: `（6月20日，@U1）“新开30个”`. */
function toldBy({ asOf, recordedBy, note, isSample }: DigestEntry, showPerson: ShowPerson): string {
  if (isSample) return `（${dayText(asOf)}）`;
  return `（${dayText(asOf)}，${showPerson(recordedBy)}）${note === '' ? '' : inQuotes(note)}`;
}

function movedText({ before, after, unit, isFirst }: DigestChange, isNew: boolean): string {
  if (!after) return '填报已撤销';
  // Nobody said anything new: time alone, or a decision, has changed where it stands.
  if (!isNew) return `没有新的填报（${entryText(after, unit)}，${dayText(after.asOf)}）`;
  const [from, to] = [entryText(before, unit), entryText(after, unit)];
  if (isFirst) return `首次填报${to}`;
  return from === to ? `仍为${to}` : `${from}→${to}`;
}

function statusMoveText(change: DigestChange, brought: DigestEntry | null): string {
  const { fromStatus, toStatus, isOverridden, before, after, turnedOn } = change;
  const people = isOverridden ? '（人工判定）' : '';
  const to = `${STATUS_LABELS[toStatus].word}${people}`;
  if (fromStatus === toStatus) return people === '' ? '' : `，${to}`;
  // Said where another report made the turn than the one whose day is said already.
  const when = turnedOn === null || turnedOn === brought?.asOf ? '' : dayText(turnedOn);
  if (before) return `，${when}由${STATUS_LABELS[fromStatus].word}变为${to}`;
  // A first report has left “not reported” by saying so, and one of a task that is done says that too.
  return after?.state === 'done' && toStatus === 'done' && people === '' ? '' : `，${to}`;
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

/** A numeric target on one line: `🟡 有风险 市级示范社区养老服务中心：10/40个，应到19个`. */
export function numberText(target: DigestTarget, mark = ''): string {
  const due = expectedText(target);
  const expected = due === null ? '' : `，应到${due}`;
  return `${statusText(target.status)} ${target.name}：${latestAndGoalText(target, mark)}${expected}`;
}

/** Targets named of those that were reported again; more would be a list. */
const MAX_UNCHANGED_NAMES = 5;

export const DIGEST_WORDS = {
  ahead: '这一天还没有到：下面是假定到那天都没有新的填报时的样子，不是实际进度。',
  late: '补发：本期应更早发出，因故晚发。',
  attention: '需要关注',
  noAttention: '填报过的目标都在进度上。',
  noAttentionButPaused: '填报过的目标，除了暂停的，都在进度上。',
  allPaused: '填报过的目标都暂停了。',
  moreAttention: (count: number): string => `另有${count}项需要关注，见下面的按钮。`,
  changes: (since: string): string => `有什么变化（${dayText(since)}以来）`,
  unchanged: (names: readonly string[]): string => {
    const named = names.slice(0, MAX_UNCHANGED_NAMES).join('、');
    return `另有${names.length}项又填报过，数没有变：${named}${names.length > MAX_UNCHANGED_NAMES ? '等' : ''}。`;
  },
  noChanges: (since: string): string => `${dayText(since)}以来没有新的填报，状态也没有变化。`,
  more: (count: number): string => `另有${count}项没有列出。`,
  /** Title of the rest, which opens below it; what does not fit in there either is in the files. */
  moreChanges: (count: number): string => `另有${count}项变化`,
  moreInFiles: (count: number): string => `另有${count}项没有列出，“导出”的文件里有。`,
  numbers: '量化目标',
  unreportedNumbers: (count: number): string => `未填报的${count}项没有列出。`,
  chart: '完成进度与应到进度（%）',
  achieved: '完成',
  expected: '应到',
  columns: ['目标', '状态', '最新/目标', '应到'],
  samples: '填报都是示例，不是实际进度。',
  noOwners: '全部目标都还没有指定负责人。',
  someWithoutOwners: (count: number): string => `${count}项目标还没有指定负责人。`,
  silentOwners: (owners: string, rest: number): string =>
    `未填报的负责人：${owners}${rest > 0 ? `，另有${rest}人` : ''}`,
  nothing: (targets: string): string => `${targets}都还没有填报。`,
  done: (day: string, count: number, since: string, recent: number): string =>
    `到${dayText(day)}共${count}项已完成，${recent === 0 ? `${dayText(since)}以来没有新完成的` : `其中${dayText(since)}以来新完成${recent}项`}。`,
  noTargets: '没有符合条件的目标。',
  tolerated: (name: string, reason: string): string => `${name}：${reason}，算进展正常。`,
  unsure: '填报人没有把握',
  quote: '原文',
  basis: (digest: Pick<Digest, 'asOf' | 'targets'>): string =>
    `${upToText(digest, dayText(digest.asOf))}，${judgedText(digest)}`,
} as const;
