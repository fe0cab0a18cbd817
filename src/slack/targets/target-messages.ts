import { dayText, STATUS_LABELS } from '../../targets/digest-wording.ts';
import type { Entry } from '../../targets/entry.ts';
import type { SlotReason, SlotRecord, SlotState } from '../../targets/slot.ts';
import type { HolidayRule, PauseReason } from '../../targets/subscription.ts';
import type { TargetFilter } from './target-filter.ts';

/** Everything the bot says in Slack about targets and digests, apart from the digest itself. */

export const TARGET_BUTTONS = {
  details: '详情',
  more: (count: number): string => `再看${count}项`,
  record: '填报',
  recordStale: (count: number): string => `逐项填报(${count}项)`,
  assign: '指定负责人',
  adjust: '调整状态',
  undo: '撤销这次填报',
  undoLatest: '撤销最近一次填报',
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
} as const;

export const LIST = {
  title: '目标',
  none: '没有符合条件的目标。可以用:我的、未填报、滞后、久未填报、没有负责人、量化、任务,或板块里的词(如“养老”)。',
  count: (shown: number, total: number): string => `第${shown}项为止,共${total}项`,
  filtered: (filter: TargetFilter): string => {
    const parts = [
      ...filter.statuses.map((status) => STATUS_LABELS[status].word),
      ...(filter.kind === null ? [] : [filter.kind === 'numeric' ? '量化目标' : '工作任务']),
      ...(filter.isStale ? ['未填报或久未填报'] : []),
      ...(filter.isWithoutOwner ? ['没有负责人'] : []),
      ...(filter.ownerId === null ? [] : ['按负责人']),
      ...filter.words.map((word) => `含“${word}”`),
    ];
    return parts.length === 0 ? '全部' : parts.join('、');
  },
  gone: '这个目标已不在报告的目标清单里。',
} as const;

export const CARD = {
  goal: '目标值:',
  deliverable: '要完成:',
  baseline: '去年:',
  latest: '最近填报:',
  expected: '进度:',
  owners: '负责人:',
  noOwner: '没有负责人',
  history: '填报记录',
  noHistory: '还没有人填报。',
  older: (count: number): string => `更早的${count}条没有列出。`,
  undone: '(已撤销或更正)',
  chart: '填报与应有进度',
  reported: '填报',
  line: '应到',
  override: '人工判定',
  pausedSince: '暂停',
  resumed: '恢复',
  undoOf: (seq: number): string => `撤销第${seq}号`,
  correctionOf: (seq: number): string => `更正第${seq}号`,
  entryHead: (entry: Entry): string => `第${entry.seq}号 · ${dayText(entry.asOf)}`,
} as const;

export const ENTRY_FORM = {
  title: '填报进度',
  submit: '提交',
  cancel: '取消',
  target: '哪个目标?',
  choose: '选择目标',
  value: (unit: string): string => (unit === '' ? '数值(写成比,如 1∶0.75)' : `数值(${unit})`),
  cumulative: '填今年以来的累计数。',
  level: '填当天的水平。',
  state: '进展到哪一步?',
  asOf: '截至哪一天',
  confidence: '年底能完成吗?',
  note: '说明',
  evidence: '证据(网址)',
  quote: '报告原文:',
  proposalHint: '您没有直接填报的权限;提交后由负责人确认采纳。',
  left: (count: number): string => `后面还有${count}项;不填的直接关掉窗口即可。`,
  confirmTitle: '请再确认',
  confirm: '确认无误,提交',
  back: '返回修改',
  recorded: (name: string, value: string, asOf: string): string =>
    `已记录:${name} ${value}(截至${dayText(asOf)})。`,
  proposed: (name: string): string => `已把“${name}”的填报交给负责人确认。`,
  proposedNobody: (name: string): string =>
    `“${name}”还没有负责人,已记下您的填报;请管理员先指定负责人,再到 App 首页确认。`,
} as const;

export const PROPOSAL = {
  ask: (name: string, value: string): string => `提交了“${name}”的填报:${value}。采纳吗?`,
  accepted: '已采纳并记录。',
  declined: '没有采纳,已告诉提交的人。',
  decided: '这条填报已经有人处理过了。',
  tellAccepted: (name: string): string => `您提交的“${name}”填报已被采纳。`,
  tellDeclined: (name: string): string => `您提交的“${name}”填报没有被采纳。`,
} as const;

export const UNDO = {
  done: (name: string): string => `已撤销“${name}”的这次填报;记录仍在,标为已撤销。`,
  already: '这次填报已经撤销过了。',
  notYours: '只能撤销自己的填报;其他人的请管理员处理。',
} as const;

export const MANAGE = {
  notAllowed: '您没有这项权限,请联系管理员。',
  assignTitle: '指定负责人',
  assignLabel: '负责人(可多选,不选即清空)',
  assigned: (name: string): string => `已更新“${name}”的负责人。`,
  adjustTitle: '调整状态',
  adjustLabel: '改为',
  adjustReason: '原因',
  adjusted: (name: string): string => `已调整“${name}”的状态。`,
  byRule: '按规则判定(取消暂停)',
  pause: '暂停',
  overrideTo: (word: string): string => `人工判定为“${word}”`,
} as const;

export const SUBSCRIPTION = {
  title: '周报订阅',
  formTitle: '订阅周报',
  none: '这个频道还没有订阅周报。',
  weekday: '每周几',
  time: '时间',
  timeZone: '时区',
  sections: '只看哪些部分(不选即全部)',
  holidayRule: '遇到法定节假日',
  saved: (next: string): string => `已保存。下一次:${next}。`,
  removed: '已删除订阅;发过的周报不受影响。',
  paused: '已暂停。',
  resumed: (next: string): string => `已恢复。下一次:${next}。`,
  next: (text: string): string => `下一次:${text}`,
  last: (text: string): string => `上一次:${text}`,
  never: '还没有发过',
  direct: '周报只能订阅到频道;请在频道里使用这个命令。',
  gone: '这个订阅已经删除了。',
  unknownZone: '不认识这个时区。',
} as const;

export const WEEKDAY_WORDS = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
} as const;

export const HOLIDAY_WORDS = {
  skip: '不发',
  'next-working-day': '顺延到节后第一个工作日',
  'post-anyway': '照常发',
} as const satisfies Record<HolidayRule, string>;

export const PAUSE_WORDS = {
  'by-person': '已暂停',
  'channel-gone': '已暂停:频道已归档或看不到',
  'bot-not-in-channel': '已暂停:机器人不在频道里',
  'token-revoked': '已暂停:授权失效',
} as const satisfies Record<PauseReason, string>;

const STATE_TEXTS = {
  pending: '等待发送',
  claimed: '正在准备',
  sending: '正在发送',
  sent: '已发送',
  unknown: '结果不明',
  skipped: '没有发',
} as const satisfies Record<SlotState, string>;

const REASON_TEXTS = {
  missed: '当时没有运行,已过补发时限',
  holiday: '节假日',
  paused: '订阅暂停',
  removed: '订阅已删除',
  'refused-too-long': 'Slack 一直拒收,已过补发时限',
  'channel-gone': '频道已归档或看不到',
  'bot-not-in-channel': '机器人不在频道里',
  'token-revoked': '授权失效',
  rejected: 'Slack 不接受内容',
  'no-answer': '没有收到 Slack 的答复',
  'server-error': 'Slack 出错',
  interrupted: '发送时中断',
} as const satisfies Record<SlotReason, string>;

/** `6月24日 已发送`, `6月17日 没有发(节假日)`. */
export function slotText(slot: Pick<SlotRecord, 'slotOn' | 'state' | 'reason'>): string {
  const reason = slot.reason === null ? '' : `(${REASON_TEXTS[slot.reason]})`;
  return `${dayText(slot.slotOn)} ${STATE_TEXTS[slot.state]}${reason}`;
}

export const DOCTOR = {
  title: '诊断',
  inChannel: '✅ 机器人在这个频道里,可以发言。',
  notInChannel: (code: string): string =>
    `⚠️ 机器人不能在这个频道里发言(${code})。请在频道里输入 /invite 把它加进来。`,
  may: (canRecord: string, canManage: string): string => `您可以:填报 ${canRecord};管理 ${canManage}`,
  yes: '是',
  no: '否(可提交,由负责人采纳)',
  noManage: '否',
  scopes: (scopes: string): string => `机器人的权限:${scopes}`,
  knowledge: (version: string, targets: number): string =>
    `知识版本 ${version.slice(0, 12)},目标 ${targets} 项`,
  noSubscription: '这个频道没有订阅周报。',
  holidays: (years: string): string => `节假日安排:${years}`,
  noHolidays: '没有录入节假日安排',
  recent: '最近的周报:',
} as const;

export const REPOST = {
  done: '好,马上再发一次。',
  already: '这一期已经处理过了,没有再发。',
} as const;

export const REMIND = {
  title: (day: string, count: number): string => `${day}要发周报。您负责的目标里有${count}项需要填报:`,
  more: (count: number): string => `另有${count}项。`,
} as const;

export const BOARD = {
  title: '目标进度',
  mine: (count: number): string => `我负责的目标(${count}项)`,
  noneMine: '没有指定给您的目标。',
  stale: (count: number): string => `其中${count}项未填报或很久没有填报`,
  next: (text: string): string => `下一次周报:${text}`,
  last: (text: string): string => `上一次周报:${text}`,
  noDigest: '还没有频道订阅周报;在频道里输入 /policy 订阅。',
  waiting: (count: number): string => `有${count}条填报等待确认`,
} as const;
