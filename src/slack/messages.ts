import { bareQuestion, widenMarks } from '../answering/chinese-marks.ts';
import type { FeedbackKind } from '../conversation/records.ts';
import type { Period } from '../report/report.ts';
import { inQuotes } from '../targets/in-quotes.ts';
import { AT_RISK_GAP, ON_TRACK_GAP } from '../targets/judgement.ts';

/** Everything the bot says in Slack in its own words. Quotes and answers come from the core and are not here. */

const years = (period: Period): string =>
  period.fromYear === undefined ? `${period.year}年` : `${period.fromYear}—${period.year}年`;

export const periodLabel = (period: Period): string =>
  `${years(period)}${period.kind === 'target' ? '目标' : '实际'}`;

/** The time of an answer: what was done in a year needs no word for it, an aim does. */
export const timeLabel = (period: Period): string =>
  `${years(period)}${period.kind === 'target' ? '目标' : ''}`;

export const BUTTONS = {
  share: '分享到频道',
  showContext: '看上下文',
  wholeParagraph: (number: number): string => `第${number}处的整段`,
  showRest: (count: number, unit: string): string => `显示其余${count}${unit}`,
  wrongNumber: '数字有误',
  needsPerson: '需要人工',
  helpful: '有用',
  notHelpful: '没用',
  open: '展开',
  read: '看原文',
  cite: '复制引用',
  source: '出处与版本',
  back: '返回上一级',
  reading: (number: number): string => `第${number}种`,
  outline: '看目录',
} as const;

export const ANSWER = {
  asked: '问：',
  understoodAs: (question: string): string => `按${inQuotes(widenMarks(bareQuestion(question)))}理解`,
  about: (what: string): string => `（${what}）`,
  and: '与',
  reckoned: '；',
  caveat: '注意：',
  report: (title: string): string => `《${title}》`,
  from: (steps: readonly string[]): string => steps.filter((step) => step !== '').join(' › '),
  count: (points: number): string => `共${points}点`,
  quoteCut: '这一处较长，只显示相关的句子；“看上下文”有全文。',
  tooLongToShow: '这一处原文没有断句，一条消息放不下，请看报告原文。',
  nearest: '最接近的原文：',
  /** Words by which a refusal says itself that the nearest follows. */
  nearestSaid: '最接近的原文',
  /** Words by which a message says that it is the verdict on a draft. */
  verdictSaid: ['与报告一致', '与报告不一致'],
  otherReadings: '也可能想问：',
  reading: (number: string, label: string): string => `${number}：${label}`,
  sharedBy: '问了这个问题：',
  shared: '已分享到频道',
  points: '点',
  answers: '条',
  continued: '接上文',
} as const;

export const SOURCE = {
  title: '出处与版本',
  onlyNearest: '刚才没有查到确定的答案，下面只是最接近的原文，引用前请核对。',
  tooLong: '这一处原文太长，一条消息放不下，请看报告原文。',
  /** People count from one, and the last character belongs to what they count. */
  at: (source: string, start: number, end: number): string => `${source} 第${start + 1}–${end}字`,
  verbatim: (version: string): string => `引文逐字取自报告；知识版本 ${version}`,
  version: (version: string): string => `知识版本 ${version}`,
} as const;

export const CONTEXT = {
  title: '所在的整段原文：',
  excerpts: '前后的原文：',
  more: (count: number): string => `另有${count}处没有列出。`,
  gone: '报告已经更新，原来的位置找不到了。请重新问一次。',
} as const;

export const OUTLINE = {
  title: '目录',
  unknown: '报告已经更新，目录变了。请用 `/policy 目录` 重新打开。',
  empty: '还没有载入报告。',
  more: (count: number): string => `另有${count}项没有列出，请展开上面的某一节。`,
} as const;

export const HELP = {
  title: '问报告里写了什么，我照原文回答',
  covers: '现在能查：',
  examples: '可以这样问：',
  howTo: [
    '/policy 加问题：答案只有您看得到，满意了再分享到频道。',
    '在频道里 @我，我在讨论串里回答；私信也可以。追问时可以省略前面说过的词。',
    '对着任何一条消息点“更多操作”“在报告中查找”，查它说的内容。',
    '报告没写的，我直说没有，不猜。',
  ],
  commands: [
    '/policy 目标：看进展；/policy 我的目标：看我负责的。',
    '/policy 填报 加目标名：报进度；填错了用 /policy 撤销。',
    '/policy 周报、月报、季报：看进度通报；/policy 订阅：让频道定期收到；没收到用 /policy 诊断。',
    '/policy 报告：有哪些报告；管理员还有 /policy 未答、统计、设置。',
  ],
} as const;

/** What is said when the choices in the menu of an answer are typed instead. */
export const TYPED = {
  call: (question: string): string =>
    `刚才问的是${inQuotes(bareQuestion(question))}。点下面的按钮写一句说明，就转给负责的同事。`,
  callAnything: '点下面的按钮，写一句想请同事确认什么，就转给负责的同事。',
  nothingQuoted: '刚才那一条没有引用原文，没有上下文可看。要看报告的目录，输入 /policy 目录。',
  noAnswer: '这里找不到刚才的答案。用 /policy 问的，请点那条答案下面的“⋯”；还没有问过的，请先问一个问题。',
} as const;

/** Sentences that answer what is said of the bot itself. */
export const REPLIES = {
  thanks: '不客气。还想查什么，随时问。',
  fine: '好的。还想查什么，随时问。',
  import:
    '在这里用 /policy 填报 一项一项地报。成批的表格存成 CSV，请管理员在服务器上运行 npm run progress -- import 文件名 导入；列名是目标名称、日期、数值或状态。',
  buttons: '用 /policy 问的，答案下面有“分享到频道”，请到那里点；在频道里 @我 问的，大家本来就看得到。',
  privacy:
    '用 /policy 问的，答案只有您看得到；要让别人也看到，点答案下面的“分享到频道”。在频道里 @我 问的，讨论串里的人都看得到；私信只有您看得到。没答上的问题留给管理员补充，不留是谁问的；问题和回答过了保存期就删掉。',
  confirm: '要确认的，请点那条消息或表单里的按钮；在这里打字不算数。要查报告，请把问题写完整。',
  targets: '目标是从报告里来的，在这里不能增减；报告有变化，由管理员更新。进度用 /policy 填报 来报。',
  proposals: '等您采纳的填报列在应用主页：点左边的“查报告”，打开“主页”。',
  due: [
    '灯由规则按填报判定：',
    `🟢 进展正常：落后“应到”不超过全年任务的${ON_TRACK_GAP * 100}%。`,
    `🟡 有风险：落后${ON_TRACK_GAP * 100}%到${AT_RISK_GAP * 100}%，或者填报人没有把握。`,
    `🔴 滞后：落后超过${AT_RISK_GAP * 100}%。`,
    '“应到”是从年初到年底匀速推进，到这一天该有的数。工作任务看进展到哪一步：进行中算正常，受阻、下半年还没启动、最后一个月还没完成算有风险，最后一季度还没启动或受阻算滞后。没有人填报的是⚪ 未填报。',
  ].join('\n'),
  forgotten: '好，前面问过的不再接着算。请把要查的写完整。',
  otherDigests:
    '进度通报有周报、月报、季报，请写成 /policy 周报、/policy 月报 2019年5月 或 /policy 季报 上季度。',
} as const;

export const HOME = {
  title: '查报告',
  askLabel: '想查什么？',
  askPlaceholder: '例如：低保标准是多少',
  result: '查到的结果',
  outline: '报告目录',
} as const;

export const FORMS = {
  submit: '提交',
  cancel: '取消',
  wrongNumberTitle: '数字有误',
  wrongNumberLabel: '哪个数字不对？应该是多少，依据是什么？',
  needsPersonTitle: '需要人工',
  needsPersonLabel: '想请同事帮忙确认什么？',
  tooShort: '请写几个字说明一下。',
  notRecordedInTime: '现在太忙，没有记下。请过一会儿再提交一次。',
  notRecorded: (id: string): string =>
    `出了问题，没有记下。请再提交一次；还不行，请把编号 ${id} 告诉管理员。`,
  uncertain: '没能及时确认是否已经记下。请再提交一次，不会重复记录；如果已经记下，会另外告诉您。',
  failedUncertain: (id: string): string =>
    `出了问题，不能确定是否已经记下。请再提交一次，不会重复记录；还不行，请把编号 ${id} 告诉管理员。`,
} as const;

/** How a report to the responsible people opens, after the name of the person who sent it. */
export const FEEDBACK_HEADLINES: Readonly<Record<FeedbackKind, string>> = {
  'wrong-number': '认为下面这条回答的数字有误。',
  'needs-person': '请人工帮忙确认下面这个问题。',
  helpful: '认为这条回答有用。',
  'not-helpful': '认为这条回答没用。',
};

export const FEEDBACK = {
  /** The same from somebody who did not say of which answer. */
  numberOfNoAnswer: '认为有一个数字有误。',
  question: '问题：',
  answer: '查报告的回答：',
  comment: '说明：',
  sent: '已转给负责的同事，谢谢。',
  kept: '已记录，谢谢。',
  keptOnly:
    '已记录下来，管理员用 /policy 未答 能看到。目前没有指定负责的同事；急的话，请直接联系您知道的人。',
  keptPerson: '已记录下来。目前没有指定负责的同事，请直接联系您知道的人。',
  maybeDelivered: '已记录下来。转给负责的同事时 Slack 没有回音，不确定是否送到；急的话，请直接联系他们。',
  notDelivered: '已记录下来，但没能送到负责的同事那里，请直接联系他们。',
  thanks: '谢谢，已记录。',
  thanksWrong: '谢谢，已记录。如果是数字不对，请点“⋯”里的“数字有误”告诉我们应该是多少。',
} as const;

export const NOTICES = {
  alreadyShared: '这条回答已经分享过了。',
  /** Why the answer a button stands under cannot be acted on. */
  lost: {
    forgotten: '这个问题的原文已过保存期，请重新问一次。',
    earlier: '这条回答是升级以前给的，它的按钮不能再用了。请重新问一次。',
    withdrawn: '这份报告已撤下，这条回答不再引用，也不能分享。请重新问一次。',
    changed: '这份报告的原文已经改过，和这条回答引用的不一样，所以不再引用，也不能分享。请重新问一次。',
  },
  emptyMessage: '这条消息里没有文字，没法查。',
  uncertain: '刚才的回复发出后，Slack 没有回音：可能已经送到，也可能没有。没有看到的话，请再来一次。',
  shareUncertain: '分享发出后，Slack 没有回音：可能已经发到频道，也可能没有。请先看一眼频道。',
  late: '这条回复来晚了：Slack 刚才没有接收，现在补上。',
  busy: '现在等着回答的问题太多，这一条没有处理。请过一会儿再来一次。',
  tooSlow: '这个问题算了太久，已经停下。请换一种短一点的说法再问。',
  actionUncertain: (id: string): string =>
    `刚才那一步发出后，Slack 没有回音：可能已经完成，也可能没有。没有看到变化的话，请再来一次；还不行，请把编号 ${id} 告诉管理员。`,
  stale: '没能完成：这个按钮或表单已经过时。请重新打开，或重新问一次。',
  failed: (id: string): string =>
    `抱歉，刚才出了问题，没能完成。请再试一次；还不行，请把编号 ${id} 告诉管理员。`,
} as const;
