import type { FileProblem, FileProblemCode } from '../../knowledge/file-problems.ts';
import type { Cadence } from '../../targets/cadence.ts';
import { dayText } from '../../targets/digest-wording.ts';
import type { SlotReason, SlotRecord, SlotState } from '../../targets/slot.ts';
import type { HolidayRule, PauseReason } from '../../targets/subscription.ts';

/** What the bot says in Slack about subscriptions and their digests. */

export const SUBSCRIPTION = {
  title: '进度通报订阅',
  formTitle: '订阅进度通报',
  none: '这个频道还没有订阅进度通报。',
  nonePersonal: '您还没有订阅自己负责的目标。',
  every: '多久发一次',
  everyWords: { week: '每周', month: '每月', quarter: '每季度' },
  cadence: '哪一天',
  time: '时间',
  timeZone: '时区',
  sections: '只看哪些部分',
  owners: '只看谁负责的',
  statuses: '只看哪些状态',
  allHint: '不选就是全部。',
  holidayRule: '遇到法定节假日（按月、按季的顺延也避开周末）',
  ownInstead: '只看自己负责的，可以用 /policy 订阅 我的目标，单独发给您。',
  personal: '单独发给您，只含您负责的目标。',
  saved: (schedule: string, next: string): string => `已订阅：${schedule}。下一次：${next}。`,
  /** What it is narrowed to, or that it is of all of them, is said again. */
  changed: (schedule: string, selection: string, next: string): string =>
    `已修改：${schedule}；${selection}。下一次：${next}。`,
  changedPaused: (schedule: string, selection: string): string =>
    `已修改：${schedule}；${selection}。这个订阅还在暂停，恢复后才会发。`,
  notReachable: (code: string): string =>
    `⚠️ 但查报告现在不能在这个频道里发言（${code}），到时发不出去。请在频道里输入 /invite @policy-bot，把查报告加进来。`,
  removed: '已删除订阅；发过的不受影响。',
  removeTitle: '删除这个订阅？',
  removeText: '以后不再发这份进度通报；发过的不受影响。',
  paused: '已暂停，恢复前不发。',
  resumed: (next: string): string => `已恢复。下一次：${next}。暂停期间的不补发。`,
  more: (count: number): string => `另有${count}个订阅没有列出。`,
  allTargets: '全部目标',
  owner: '出问题时通知：',
  next: (text: string): string => `下一次：${text}`,
  last: (text: string): string => `上一次：${text}`,
  never: '还没有发过',
  gone: '这个订阅已经删除了。',
  unknownZone: '不认识这个时区。',
  noTime: '请选择时间。',
  already: '这里已经有一个时间和内容都相同的订阅。请改一下时间或范围；要改原来的，请在订阅名单里点“修改”。',
  noCadence: '请选择哪一天。',
  otherEvery: '多久发一次改过了，请再选一次是哪一天。',
  notPeople: '这里有不是同事的内容。请从名单里选人。',
} as const;

/** Zones people can choose, by the name they know them by: China first, then where its offices abroad mostly are. */
export const ZONE_WORDS: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间',
  'Asia/Urumqi': '乌鲁木齐时间',
  'Asia/Hong_Kong': '香港',
  'Asia/Singapore': '新加坡',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Asia/Bangkok': '曼谷',
  'Asia/Kolkata': '印度',
  'Asia/Dubai': '迪拜',
  'Africa/Nairobi': '内罗毕',
  'Africa/Johannesburg': '约翰内斯堡',
  'Europe/Moscow': '莫斯科',
  'Europe/Berlin': '柏林',
  'Europe/Paris': '巴黎',
  'Europe/London': '伦敦',
  'America/Sao_Paulo': '圣保罗',
  'America/New_York': '纽约',
  'America/Chicago': '芝加哥',
  'America/Los_Angeles': '洛杉矶',
  'Australia/Sydney': '悉尼',
  UTC: '协调世界时',
};

export function zoneText(zone: string): string {
  return ZONE_WORDS[zone] ?? zone;
}

export const WEEKDAY_WORDS = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
} as const;

/** `每周一`, `每月第一个工作日`, `每季度首月15日`. */
export function cadenceText(cadence: Cadence): string {
  return cadence.every === 'week'
    ? `每${cadenceDayText(cadence)}`
    : `${SUBSCRIPTION.everyWords[cadence.every]}${cadenceDayText(cadence)}`;
}

/** The day alone: `周一`, `第一个工作日`, `首月15日`. */
export function cadenceDayText(cadence: Cadence): string {
  if (cadence.every === 'week') return WEEKDAY_WORDS[cadence.weekday];
  if (cadence.day === 'first-working-day') return '第一个工作日';
  const day = cadence.day === 31 ? '最后一天' : `${cadence.day}日`;
  return cadence.every === 'month' ? day : `首月${day}`;
}

export const HOLIDAY_WORDS = {
  skip: '不发',
  'next-working-day': '顺延到节后第一个工作日',
  'post-anyway': '照常发',
} as const satisfies Record<HolidayRule, string>;

export const PAUSE_WORDS = {
  'by-person': '已暂停',
  'channel-gone': '已暂停：频道已归档或看不到',
  'bot-not-in-channel': '已暂停：查报告不在频道里',
  'token-revoked': '已暂停：授权失效',
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
  missed: '当时没有运行，已过补发时限',
  holiday: '节假日',
  paused: '订阅暂停',
  removed: '订阅已删除',
  'refused-too-long': 'Slack 一直拒收，已过补发时限',
  'channel-gone': '频道已归档或看不到',
  'bot-not-in-channel': '查报告不在频道里',
  'token-revoked': '授权失效',
  rejected: 'Slack 不接受内容',
  'no-answer': '没有收到 Slack 的答复',
  'server-error': 'Slack 出错',
  interrupted: '发送时中断',
} as const satisfies Record<SlotReason, string>;

/** `6月24日 已发送`, `6月17日 没有发（节假日）`. */
export function slotText(slot: Pick<SlotRecord, 'slotOn' | 'state' | 'reason'>): string {
  const reason = slot.reason === null ? '' : `（${REASON_TEXTS[slot.reason]}）`;
  return `${dayText(slot.slotOn)} ${STATE_TEXTS[slot.state]}${reason}`;
}

export const DOCTOR = {
  title: '诊断',
  notByHand:
    '进度通报按订阅的时间自动发，不能手动发到频道。到点没有发出的，查报告恢复后会自动补最近一期；发送结果不明的，会另外请订阅人决定要不要再发。隔得太久、不再补的，可以用 /policy 周报 看（加上日期就是那一期的），或用 /policy 导出 存成文件，自己发到频道。为什么没有发，见下面。',
  probe: '试发一条：能看到这条，说明查报告可以在这个频道里发言。',
  inChannel: '✅ 查报告在这个频道里，可以发言。',
  notInChannel: (code: string): string =>
    `⚠️ 查报告不能在这个频道里发言（${code}）。请在频道里输入 /invite @policy-bot，把查报告加进来。`,
  records: {
    ok: '✅ 数据库可以读写。',
    locked:
      '⚠️ 数据库被别的程序锁住了，暂时记不进去。请管理员关掉正在打开数据库文件的程序（如数据库工具），然后再试。',
    gone: '⚠️ 数据库文件被删除、移走或换掉了，查报告已停止记录，以免写到空处。请管理员把原来的文件放回去；要换成备份，请先停下查报告，换好文件再启动。',
    unwritable:
      '⚠️ 数据库写不进去（磁盘满了，或者变成了只读），暂时不能记录，查报告不受影响。请管理员看磁盘和日志。',
    unreachable: '⚠️ 数据库连不上，暂时不能记录。请管理员看日志。',
  },
  noRecords: '数据库恢复以前，看不到订阅和最近的进度通报。',
  scheduler: '✅ 定时发送在正常运行。',
  notScheduling: (overdue: number): string =>
    overdue > 0
      ? `⚠️ 有${overdue}期进度通报到点很久还没有发出，请看日志。`
      : '⚠️ 定时发送没有在运行，请看日志。',
  may: (canRecord: string, canManage: string): string =>
    `您的权限：${canRecord}填报；${canManage}指定负责人和订阅。`,
  yes: '可以',
  no: '不能直接（可以提交，由负责人采纳）',
  noManage: '不可以',
  scopesComplete: '✅ 查报告的授权齐全。',
  scopesMissing: (missing: string): string => `⚠️ 查报告缺少授权：${missing}。请在应用设置里补上后重新安装。`,
  scopesUnsaid: '授权有效；这里读不到授权清单，没有核对。',
  tokenRefused: (code: string): string =>
    `⚠️ Slack 不认查报告的授权（${code}），授权可能已失效，请管理员重新安装。`,
  exports: (canUpload: boolean): string =>
    canUpload ? '可以导出文件。' : '不能导出文件（没有 files:write，可以不加）。',
  lookup: (canLook: boolean): string =>
    canLook
      ? '发送结果不明时，查报告会到频道里查找。'
      : '发送结果不明时，查报告不能查频道记录（没有 channels:history），会请订阅人确认。',
  knowledge: (version: string, targets: number): string =>
    `知识版本 ${version.slice(0, 12)}，目标 ${targets} 项`,
  noSubscription: '这个频道没有订阅进度通报；可以用 /policy 订阅。',
  noSubscriptionForYou:
    '这个频道没有订阅进度通报；要订阅，请找管理员。想单独收到自己负责的，可以用 /policy 订阅 我的目标。',
  noneOfYours:
    '频道的进度通报，请在那个频道里用 /policy 诊断 来看。您还没有单独的通报；想收到自己负责的，可以用 /policy 订阅 我的目标。',
  holidays: (years: string): string => `已录入节假日安排的年份：${years}`,
  noHolidays: '⚠️ 没有录入节假日安排，只认周末',
  holidaysMissing: (years: string, year: number): string =>
    `⚠️ 已录入节假日安排的年份：${years}；没有${year}年，这一年只认周末`,
  recent: '最近的进度通报：',
  fileProblems: (count: number): string => `⚠️ 有${count}个文件没有读入或没有全部采用，其余的照常回答：`,
  moreFileProblems: (count: number): string => `　还有${count}个，见启动日志。`,
  decoded: (file: string, encoding: string): string =>
    `${file} 按 ${encoding} 读入，引用的位置按解码后的文字计。`,
} as const;

const FILE_PROBLEM_TEXTS = {
  file_unreadable: '读不了，请看文件权限。',
  file_too_large: '文件太大，没有读入，请按报告拆开。',
  encoding_unknown: '编码不是 UTF-8、UTF-16、GB18030，请另存为 UTF-8。',
  format_not_read: '这种格式不直接读，请用 npm run report:add 加入。',
  report_invalid: '不是可以引用的报告正文，没有读入。',
  map_invalid: '页码段落表与正文对不上，只报段落，不报页码。',
  review_invalid: '与报告对不上，对不上的没有采用；npm run knowledge:check 列出详情。',
} as const satisfies Record<FileProblemCode, string>;

/** More lines than these say nothing more about how much is wrong. */
const MAX_LINES = 5;

/** `　seeds/a.txt（第3行）：不是可以引用的报告正文，没有读入。` */
export function fileProblemText({ code, file, lines }: FileProblem): string {
  const shown = lines.slice(0, MAX_LINES).join('、');
  const place = lines.length === 0 ? '' : `（第${shown}${lines.length > MAX_LINES ? '等' : ''}行）`;
  return `　${file}${place}：${FILE_PROBLEM_TEXTS[code]}`;
}
