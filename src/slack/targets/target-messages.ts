import { isDeepStrictEqual } from 'node:util';
import type { Every } from '../../targets/cadence.ts';
import type { Digest } from '../../targets/digest.ts';
import {
  dayText,
  leftText,
  STATE_WORDS,
  STATUS_LABELS,
  targetGoalText,
} from '../../targets/digest-wording.ts';
import { type Entry, STATUSES, type Status } from '../../targets/entry.ts';
import type { Turn } from '../../targets/find-turn.ts';
import { inQuotes } from '../../targets/in-quotes.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { ME, type TargetFilter, UNFINISHED } from './target-filter.ts';

/** Everything the bot says in Slack about targets and digests, apart from the digest itself. */

export const TARGET_BUTTONS = {
  details: '详情',
  cancel: '取消',
  more: (count: number): string => `再看${count}项`,
  record: '填报',
  recordStale: (count: number): string => `逐项填报（${count}项）`,
  skip: '跳过这一项',
  assign: '指定负责人',
  adjust: '调整状态',
  undo: '撤销这次填报',
  correctLatest: '更正最近一次',
  correct: '更正这次填报',
  undoLatest: '撤销最近一次',
  restore: '恢复这次填报',
  otherEntry: '更正另一次',
  history: '全部记录',
  accept: '采纳',
  decline: '不采纳',
  newSubscription: '新增订阅',
  change: '修改',
  pause: '暂停',
  resume: '恢复',
  remove: '删除',
  preview: '预览',
  postAgain: '再发一次',
  mine: '我的目标',
  all: '全部目标',
  attention: '需要关注的',
  /** Below a digest of a day that is past, whose count would be another. */
  attentionNow: '现在需要关注的',
  /** What needs a look, and how much of what is behind the button was only never reported. */
  attentionOf: (count: number, unreported: number): string => {
    if (unreported === 0) return `需要关注的${count}项`;
    return count === unreported ? `未填报的${count}项` : `需要关注和未填报的${count}项`;
  },
  allOf: (count: number): string => `全部${count}项`,
  /** Below a digest of a day that is past, when others may stand so by now. */
  listNow: '现在的名单',
  export: '导出',
} as const;

export const LIST = {
  none: '没有符合条件的目标。命令后面可以加：我的、需要关注、未填报、滞后、有风险、进展正常、已完成、未完成、已过期、久未填报、没有负责人、量化、任务，或名称、板块里的词，如 /policy 目标 养老；也可以在下面选。',
  noneLikeThat: '现在没有这样的目标。',
  count: (count: number, status: Status): string => `${count}项${STATUS_LABELS[status].word}`,
  others: (counts: readonly string[]): string => `其余的：${counts.join('，')}。`,
  noneOfTheirs: '还没有指定给这位同事的目标；负责人由管理员指定。',
  noneOfMine: '还没有指定给您的目标；负责人由管理员指定。全部目标用 /policy 目标。',
  shown: (from: number, to: number, total: number): string =>
    from === 1 && to === total ? `共${total}项` : `第${from}–${to}项，共${total}项`,
  titled: (filter: TargetFilter): string => {
    const owner = filter.ownerId === ME ? '我的目标' : filter.ownerId === null ? '目标' : '这位同事的目标';
    const parts = LIST.filtered(filter);
    return parts === '' ? owner : `${owner}：${parts}`;
  },
  filtered: (filter: TargetFilter): string =>
    [...LIST.statuses(filter.statuses), ...LIST.narrowedTo(filter)].join('、'),
  /** All but what is done has a word of its own. */
  statuses: (statuses: readonly Status[]): readonly string[] =>
    isDeepStrictEqual(statuses, UNFINISHED)
      ? ['未完成']
      : statuses.map((status) => STATUS_LABELS[status].word),
  /** What a list is narrowed to, beside whose targets of which status. */
  narrowedTo: (filter: TargetFilter): readonly string[] => [
    ...(filter.kind === null ? [] : [filter.kind === 'numeric' ? '量化目标' : '工作任务']),
    ...(filter.needsAttention ? ['需要关注'] : []),
    ...(filter.isStale ? ['未填报或久未填报'] : []),
    ...(filter.isWithoutOwner ? ['没有负责人'] : []),
    ...filter.words,
  ],
  stale: '（久未填报）',
  owns: (names: readonly string[], most: number): string =>
    `（${names.length}项）：${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}`,
  morePeople: (count: number): string => `另有${count}位负责人没有列出。`,
  ownerless: (count: number, total: number): string =>
    `${count === total ? '都' : `${count}项`}还没有指定负责人。`,
  subscribe: '要定期收到自己的目标，可以用 /policy 订阅 我的目标。',
  bySection: '按板块看',
  byStatus: '按状态看',
  byOwner: '按负责人看',
  choices: { stale: '久未填报', withoutOwner: '没有负责人', numeric: '量化目标', milestone: '工作任务' },
  gone: '这个目标已不在报告的目标清单里。',
} as const;

export const CARD = {
  goal: '目标值',
  aim: '目标',
  deliverable: '要完成：',
  owners: '负责人：',
  noOwner: '还没有指定',
  dueOn: (date: string): string => `期限${date.slice(0, 4)}年${dayText(date)}`,
  history: '填报记录（新的在前）',
  historyOf: (name: string): string => `${name}：全部记录（新的在前）`,
  noHistory: '还没有人填报。',
  waiting: '等负责人采纳、还不作数的填报：',
  waitingMore: (count: number): string => `；另有${count}条。`,
  older: (count: number): string => `更早的${count}条没有列出。`,
  oldest: (count: number): string => `更早的${count}条这里放不下，请管理员导出台账来看。`,
  undone: '（已撤销或更正，不作数）',
  chart: (unit: string): string => `填报与应到${unit === '' ? '' : `（${unit}）`}`,
  reported: '填报',
  line: '应到',
  alsoSample: '，示例',
  override: '人工判定',
  pausedSince: '暂停',
  resumed: '恢复按规则判定',
  undoOf: (seq: number): string => `撤销第${seq}号`,
  correctionOf: (seq: number): string => `更正第${seq}号`,
  entryHead: (entry: Entry): string => `第${entry.seq}号 ${dayText(entry.asOf)}`,
  evidence: '证据',
} as const;

export const ENTRY_FORM = {
  title: '填报进度',
  correctTitle: '更正填报',
  submit: '提交',
  cancel: '取消',
  target: '哪个目标？',
  choose: '选择目标',
  mine: '我的目标',
  known: (goal: string, said: string): string =>
    [...(goal === '' ? [] : [`目标值 ${goal}`]), said === '' ? '还没有人填报' : `最近填报 ${said}`].join(
      '；',
    ),
  correcting: (seq: number, content: string, day: string): string =>
    `更正第${seq}号：${content}（${day}）。原来的记录保留，标为已更正。`,
  value: (unit: string): string => (unit === '' ? '数值（写成比，如 1∶0.75）' : `数值（${unit}）`),
  cumulative: '填今年以来的累计数，不是本周新增数。',
  level: '填当天的水平。',
  state: '进展到哪一步？',
  asOf: '截至哪一天',
  confidence: '到期能完成吗？',
  note: '说明',
  evidence: '证据（网址）',
  proposalHint: '您没有直接填报的权限；提交后由负责人确认采纳。',
  left: (count: number): string => `这一项之后还有${count}项。关掉窗口就停在这里，已提交的都算数。`,
  confirmTitle: '请再确认',
  about: (name: string, content: string, asOf: string): string =>
    `${name}：${content}（截至${dayText(asOf)}）`,
  confirm: '确认提交',
  back: '返回修改',
  recorded: (name: string, value: string, asOf: string): string =>
    `已记录：${name} ${value}，截至${dayText(asOf)}。`,
  corrected: (name: string, value: string, asOf: string): string =>
    `已更正：${name} ${value}，截至${dayText(asOf)}。`,
  expected: (value: string): string => `按进度应到${value}`,
  now: (status: string, why: readonly string[]): string =>
    `现在是 ${status}${why.length === 0 ? '' : `（${why.join('，')}）`}。`,
  proposed: (name: string): string => `已把${inQuotes(name)}的填报交给负责人，采纳后才算数，到时告诉您。`,
  proposedNobody: (name: string): string =>
    `${inQuotes(name)}还没有可以联系的负责人，您的填报已记下；请管理员指定负责人，由他在应用主页采纳。`,
  correctedGone: '要更正的那条填报已经撤销或更正过了。',
  submittedBefore: (content: string): string =>
    `这张表单之前的提交已经记下了：${content}。要改，请关掉窗口，用“更正”。`,
  noneLeft: '没有需要填报的目标了。',
} as const;

export const PROPOSAL = {
  ask: (name: string): string => `提交了${inQuotes(name)}的填报：`,
  accepted: (name: string): string => `已采纳${inQuotes(name)}的填报并记录。`,
  declined: (name: string): string => `没有采纳${inQuotes(name)}的填报。`,
  decided: '这条填报已经有人处理过了。',
  notYours: '只有这个目标的负责人和有填报权限的人可以采纳。',
  tellAccepted: (name: string): string => `您提交的${inQuotes(name)}填报已被采纳。`,
  tellDeclined: (name: string): string => `您提交的${inQuotes(name)}填报没有被采纳，请和负责人联系。`,
} as const;

/** What is to be known of an entry before it is taken back. */
type UndoneEntry = {
  /** Whether it was recorded last. */
  readonly isLast: boolean;
  /** Whether it is the one that counts: one for an earlier day than another is not. */
  readonly counts: boolean;
};

export const UNDO = {
  /** What would be taken back, and what counts then. */
  ask: (name: string, said: string, left: string | null, { isLast, counts }: UndoneEntry): string => {
    const entry = `${inQuotes(name)}${isLast ? '最近的填报' : '的这次填报'}是${said}`;
    if (!counts && left !== null) return `${entry}，现在算数的不是它，是${left}；撤销后还是${left}算数。`;
    return `${entry}。撤销后${left === null ? '就没有填报了' : `算数的是${left}`}。`;
  },
  toCorrect: (name: string, said: string, corrected: string): string =>
    `${inQuotes(name)}最近的填报是${said}，还没有改成${inQuotes(corrected)}：请点“更正”，在表单里提交。`,
  confirm: '撤销这次填报？',
  done: (name: string, left: string | null, counted: boolean): string =>
    `已撤销${inQuotes(name)}的这次填报；记录仍在，标为已撤销。${left === null ? '现在这个目标没有填报了' : `${counted ? '现在' : ''}算数的${counted ? '' : '仍'}是${left}`}。撤错了，用 /policy 恢复 找回来。`,
  askToRestore: (name: string, said: string, { isOwn }: { readonly isOwn: boolean }): string =>
    `${isOwn ? '您' : '已'}撤销的${inQuotes(name)}的填报是${said}，记录还在。点“恢复这次填报”，它又算数。`,
  restored: (name: string, counted: string | null): string =>
    `已恢复${inQuotes(name)}的填报${counted === null ? '' : `；现在算数的是${counted}`}。`,
  nothingToRestore: '没有您撤销过、可以恢复的填报。要再报一次，用 /policy 填报 加目标名。',
  nothingToRestoreHere: '这个目标没有您可以恢复的填报。',
  other: '换一次填报',
  already: '这次填报已经撤销或更正过了。',
  gone: '找不到这次填报。',
  notYours: '只能撤销自己的或自己负责的目标的填报；其他的请管理员处理。',
} as const;

const turnText = (turn: Turn): string =>
  turn.from === null
    ? `从年初起就是${STATUS_LABELS[turn.to].word}`
    : `${dayText(turn.on)}由${STATUS_LABELS[turn.from].word}变为${STATUS_LABELS[turn.to].word}`;

/** Since when a target has stood so, judged day by day. */
export const TURNED = {
  /** Of those that need a look in a digest. */
  toldOfAll: (told: readonly { readonly name: string; readonly turn: Turn }[], left: number): string => {
    if (told.length === 0)
      return '这里没有填报过而又需要关注的。要看一个目标是什么时候变的，请把目标名也写上。';
    const lines = told.map(({ name, turn }) => `${name}：${turnText(turn)}`);
    const more = left === 0 ? '' : `；另有${left}项，请把目标名也写上`;
    return `${lines.join('；')}${more}（按现在的填报逐日推算）。`;
  },
  told: ({
    now,
    asked,
    last,
  }: {
    readonly now: Turn;
    readonly asked: Status | undefined;
    /** The last turn to the status that was asked. */
    readonly last: Turn | undefined;
  }): string => {
    const known = asked === undefined || asked === now.to ? turnText(now) : '';
    const other =
      last === undefined
        ? `今年没有变成过${asked === undefined ? '' : STATUS_LABELS[asked].word}；${turnText(now)}`
        : `上一次是${turnText(last)}；后来${turnText(now)}`;
    return `${known === '' ? other : known}（按现在的填报逐日推算）。`;
  },
} as const;

const outlook = (...parts: readonly string[]): string =>
  `不做预测：${parts.filter((part) => part !== '').join('，')}。`;

/** Asked whether it will be done: what is done by which day, and what is left. Nobody knows the rest. */
export const OUTLOOK = {
  ofOne: ({ target, standing: { latest, status, isLevelMet } }: TargetRow): string => {
    const due = CARD.dueOn(target.dueOn);
    const then = latest === null ? '还没有人填报' : `到${dayText(latest.asOf)}`;
    if (target.kind === 'milestone')
      return outlook(
        latest?.kind === 'state' ? `${then}是${inQuotes(STATE_WORDS[latest.state])}` : then,
        due,
      );
    const aim = `${CARD.aim}${targetGoalText(target)}`;
    if (latest?.kind !== 'value') return outlook(then, aim, due);
    const isTotal = target.measure === 'cumulative';
    const open = isTotal ? leftText(latest.value, target) : isLevelMet ? '' : '还没有达到';
    const met = status === 'done' ? '已经完成' : isLevelMet ? '现在达到了' : '';
    return outlook(
      `${then}${isTotal ? '完成' : '是'}${latest.value}${target.unit}`,
      aim,
      open === '' ? met : open,
    );
  },
  ofAll: ({ asOf, targets, counts }: Digest): string => {
    const open = STATUSES.filter((status) => status !== 'done').flatMap((status) => {
      const count = counts.numeric[status] + counts.milestone[status];
      return count === 0 ? [] : [LIST.count(count, status)];
    });
    const done = counts.numeric.done + counts.milestone.done;
    const left = targets.length - done;
    const rest = left === 0 ? '' : `，还差${left}项（${open.join('，')}）`;
    return `不做预测：到${dayText(asOf)}${targets.length}项里完成${done}项${rest}。`;
  },
} as const;

export const MANAGE = {
  notAllowed: '您没有这项权限，请联系管理员。',
  notYoursToAssign: '指定负责人要由管理员来做；现在由谁负责，见下面。',
  assignTitle: '指定负责人',
  assignLabel: '负责人',
  assignHint: '可以选几位；一位也不选，就是清空。',
  unknownPerson:
    '没认出写的是哪位同事，请在这里选人；要清空负责人，请先关掉窗口，从目标的“指定负责人”里清空。',
  pickPerson: (typed: string): string => `没认出${inQuotes(typed)}是哪位同事，请在下面选人。`,
  notPeople: '这里有不是同事的内容。请从名单里选人。',
  assigned: (name: string, people: readonly string[]): string =>
    people.length === 0
      ? `${inQuotes(name)}现在没有负责人。`
      : `${inQuotes(name)}现在由${people.join('、')}负责。`,
  nowYours: (name: string): string =>
    `现在由您负责${inQuotes(name)}。有了进展，用 /policy 填报 ${name} 填报；您负责的都在 /policy 我的目标。不归您负责的，请管理员改负责人，之后就不再提醒您。`,
  adjustTitle: '调整状态',
  adjustLabel: '改为',
  adjustReason: '原因',
  adjustedBefore: '这张表单之前的提交已经记下了。要改，请关掉窗口，重新调整。',
  adjusted: (name: string, said: string): string => `已调整${inQuotes(name)}：${said}。`,
  byRule: '按规则判定（取消暂停）',
  pause: '暂停',
  overrideTo: (word: string): string => `人工判定为${inQuotes(word)}`,
} as const;

export const COMMAND = {
  /** Of a day that is past, when nothing stood so. */
  noneThen: (day: string, filtered: string): string =>
    `到${dayText(day)}为止没有这样的目标${filtered === '' ? '' : `（${filtered}）`}。下面是现在的。`,
  chooseOne: '名字里有这些字的目标不止一个，请点要找的那一个的“详情”。',
  chooseToRecord: (said: string): string =>
    `名字里有这些字的目标不止一个，${inQuotes(said)}还没有记下。请点要填的那一个的“详情”，再点“填报”来填。`,
  noSuchTarget: '没有找到叫这个名字的目标，请从名单里选。',
  nothingToUndo:
    '没有您自己填报、还可以撤销或更正的。您负责的目标由别人填报的，也可以撤销：请从名单里打开那个目标。',
  nothingToUndoHere: '这个目标没有您可以撤销或更正的填报。',
  dueNext: (day: string, count: number): string =>
    `最近的期限是${day.slice(0, 4)}年${dayText(day)}，${count}项到期。下面是需要关注的，落后最多的在前。`,
  allDue: '目标的期限都过了。下面是需要关注的。',
  notSubscribed: (said: string): string =>
    `${inQuotes(said)}还没有订上：要改，请点下面的“修改”；要再订一份，请点“新增订阅”。表单里会填好。没有这些按钮的，请找管理员。`,
  nothingToUndoThen: (day: string): string =>
    `没有找到${day}的、您可以撤销或更正的填报。请从目标的“详情”里看填报记录，或写成 /policy 撤销 目标名 日期。`,
  /** Several targets were reported for the day by whoever asks. */
  othersThen: (day: string, names: readonly string[]): string =>
    `${day}您还填报了${names.map(inQuotes).join('、')}；要的不是下面这一条，请写成 /policy 撤销 目标名 日期。`,
  unknownPerson: (person: string): string =>
    `只写名字认不出${inQuotes(person)}是哪位同事：请写成 @同事 负责哪些目标，或在下面“按负责人看”里选。`,
  notAssigned: '还没有指定：请点下面的“指定负责人”，在表单里提交。',
  assignWhich:
    '下面是这位同事现在负责的目标。要再指定一个，请把目标名也写上，如 /policy 负责人 社区养老服务站 @同事。',
  recordHere: '点“填报”打开表单，选一个目标。',
  notRecorded: (said: string): string =>
    `${inQuotes(said)}还没有记下：请点下面的“填报”，在表单里填写、提交。`,
  told: (said: string): string =>
    `${COMMAND.notRecorded(said)}要查报告里写的数，请把问题写完整，如“……是多少”。`,
  /** A state was told of what is reported as a number. */
  toldOfNumber: (unit: string): string =>
    `还没有记下：这个目标要填数${unit === '' ? '' : `（${unit}）`}，不是进展到哪一步。请点下面的“填报”来填。`,
  /** An increase was told of what is reported as a total. */
  toldAddedUp: ({
    told,
    said,
    known,
    sum,
  }: {
    readonly told: string;
    readonly said: string;
    readonly known: string;
    readonly sum: string;
  }): string =>
    `${inQuotes(told)}还没有记下。填报要填累计数：最近填报${known}，加上${said}是${sum}。对的话请点下面的“填报”，${sum}已经填好；不对（比如${said}已经算在里面）就在表单里改。`,
  toldAdded: (told: string, known: string): string =>
    `${inQuotes(told)}还没有记下。填报要填累计数，不是新增数：最近填报${known}。请点下面的“填报”，填到现在为止的累计数。`,
  toldAddedToNothing: (told: string): string =>
    `${inQuotes(told)}还没有记下。填报要填累计数，不是新增数；这个目标还没有人填报，算不出来。请点下面的“填报”，填今年到现在为止的累计数。`,
  toldAddedToLevel: (told: string): string =>
    `${inQuotes(told)}还没有记下。这个目标要填当天的水平，不是新增数。请点下面的“填报”来填。`,
  whoAssigns: '负责人由管理员指定。下面是还没有指定负责人的目标；看某个目标由谁负责，请点“详情”。',
  whoPauses: '暂停目标和通报要由管理员来做。',
  pauseTarget: '要暂停一个目标，请从名单里打开它，点“调整状态”。',
} as const;

const TIME_EXAMPLES: Readonly<Record<Every, string>> = {
  week: '/policy 周报 2019-06-24，或 /policy 周报 上周',
  month: '/policy 月报 2019年5月，或 /policy 月报 上月',
  quarter: '/policy 季报 2019年一季度，或 /policy 季报 上季度',
};

export const PREVIEW = {
  toCome: (typed: string, today: string): string =>
    `${inQuotes(typed)}还没有到，没有可以通报的。今年到${dayText(today)}为止的进度：/policy 周报。`,
  noYear: (typed: string): string =>
    `没有${inQuotes(typed)}整年的通报，只有一周、一月、一季的，如 /policy 月报 2019年5月、/policy 季报 2019年一季度。`,
  noHalfYear: (typed: string, half: 'first' | 'second'): string => {
    const [quarter, end] = half === 'first' ? ['二季度', '6月底'] : ['四季度', '12月底'];
    return `没有${inQuotes(typed)}的通报，只有一周、一月、一季的。到${end}共完成哪些，看${quarter}的：/policy 季报 ${quarter}。`;
  },
  notATime: (typed: string, every: Every): string =>
    `没看懂${inQuotes(typed)}是哪一天、哪一段时间，请写成 ${TIME_EXAMPLES[every]}。`,
} as const;

/** Lines below an answer about a target that people report on. */
export const PROGRESS = {
  notReported: (name: string): string =>
    `${inQuotes(name)}今年还没有人填报过进度，这里的数都是报告里的。要填报：/policy 填报 ${name}`,
  notRecorded: (name: string, said: string): string =>
    `这里只查了报告，${inQuotes(said)}没有记为进度。要填报：/policy 填报 ${name} ${said}`,
  line: (
    told: readonly {
      readonly name: string;
      readonly said: string;
      readonly asOf: string;
      readonly isSample: boolean;
    }[],
    count: number,
  ): string => {
    const lines = told.map(({ name, said, asOf, isSample }) => {
      const when = `（${dayText(asOf)}${isSample ? CARD.alsoSample : ''}）`;
      return `${count === 1 ? '' : name}${said}${when}`;
    });
    return `最近填报：${lines.join('，')}${count > told.length ? '等' : ''}。看进度：/policy 进度 ${told[0]?.name ?? ''}`;
  },
} as const;

export const EXPORT = {
  files: (title: string): string => `${inQuotes(title)}的 Word 文档和表格：`,
  sent: (title: string): string => `已把${inQuotes(title)}的 Word 文档和表格私信发给您。`,
  nothing:
    '没有可以导出的目标。命令后面可以加一段时间，或看目标时加的词，如 /policy 导出 5月、/policy 导出 滞后。',
  notATime: (typed: string): string =>
    `没看懂${inQuotes(typed)}是哪一段时间，请写成 /policy 导出 上周、/policy 导出 5月 或 /policy 导出 2019-06-24。`,
  noScope:
    '查报告没有上传文件的授权（files:write），导出不了。请管理员在应用设置里加上这项授权，重新安装应用；管理员也可以在服务器上运行 npm run digest -- --docx 文件名。',
  failed: (code: string): string => `没有导出成功（${code}）。请稍后再试；还不行请管理员看日志。`,
} as const;

export const REPOST = {
  done: '好，马上再发一次。',
  already: '这一期已经处理过了，没有再发。',
  paused: '这个订阅在暂停中，恢复后才能再发。',
} as const;

export const REMIND = {
  title: (day: string, count: number): string => `${day}发目标进度通报。您负责的目标里有${count}项需要填报：`,
  more: (count: number): string => `另有${count}项。`,
} as const;

export const BOARD = {
  title: '目标进度',
  mine: (count: number, silent: number): string =>
    `我负责的目标：${count}项${silent === 0 ? '' : `，其中${silent}项未填报或久未填报`}`,
  noneMine: '还没有指定给您的目标。',
  next: (text: string): string => `下一次通报：${text}`,
  last: (text: string): string => `上一次通报：${text}`,
  noDigest: '还没有频道订阅进度通报；在频道里输入 /policy 订阅。',
  noDigestForYou: '还没有频道订阅进度通报；要订阅，请找管理员。',
  waiting: (count: number): string => `有${count}条填报等您采纳`,
} as const;
