import type { Every } from '../../targets/cadence.ts';
import type { MenuPick } from '../button-values.ts';
import type { REPLIES } from '../messages.ts';
import type { ADJUSTMENTS } from '../targets/manage-forms.ts';

/** What may be done to where a target stands, besides judging it by hand. */
export type Adjustment = keyof typeof ADJUSTMENTS;

/** What a command leads to. */
export type CommandKind =
  | 'help'
  | 'outline'
  | 'list'
  | 'record'
  | 'undo'
  | 'restore'
  | 'assign'
  | 'pause'
  | 'subscriptions'
  | 'preview'
  | 'export'
  | 'diagnose'
  | 'about-answer'
  | 'reply'
  | KnowledgeCommandKind;

/** What is done with the answer before: what its menu does, or showing what stands around it. */
export type AnswerPick = MenuPick | 'context';

/** What a sentence answers. */
export type ReplyName = keyof typeof REPLIES;

/** Commands about the reports and what people teach. */
export type KnowledgeCommandKind = 'reports' | 'review' | 'statistics' | 'settings';

/**
 * What may follow the name: nothing, a target (also without a blank, or before the name), words that narrow a list (or one
 * target, which is shown itself), a date, what another command shows, or words that a form asks for again.
 */
type Argument = 'nothing' | 'target' | 'filter' | 'date' | 'command' | 'details';

export type CommandRow = {
  readonly kind: CommandKind;
  readonly takes: Argument;
  /** Words the list is narrowed by from the start. */
  readonly words?: readonly string[];
  /** What a digest that is previewed reports on; a week unless it says otherwise. */
  readonly every?: Every;
  /** The time of a digest that the name says itself. */
  readonly time?: string;
  /** What of the menu of an answer is meant by one about the answer before. */
  readonly pick?: AnswerPick;
  /** Who it is was asked: of one target its card says it. */
  readonly isAsked?: true;
  /** What a form begins with that can also be used for something else. */
  readonly choice?: Adjustment;
  /** Whether an entry is to be put right, so that a value behind the name is what it should be. */
  readonly isToCorrect?: true;
  /** Whether a digest is to be posted at once. */
  readonly isToPost?: true;
  /** The sentence that answers it. */
  readonly reply?: ReplyName;
  /** Words for it among which no others count (`那个数是|哪来|的`): of the answer before, or of no matter. */
  readonly talk?: readonly string[];
  /** Whether it is about a person's own digest. */
  readonly isPersonal?: boolean;
  /** Whether it is about subscriptions there are, so that none is to be made where there is none. */
  readonly isAboutExisting?: boolean;
  /** What people type for it, the name told in the help first. Traditional characters are names of their own. */
  readonly names: readonly string[];
};

/** Every command, with the names people type. A near miss of one is found by distance, not listed here. */
export const COMMANDS: readonly CommandRow[] = [
  {
    kind: 'help',
    takes: 'nothing',
    names: [
      '帮助',
      '',
      'help',
      '?',
      '幫助',
      '怎么用',
      '用法',
      '使用说明',
      '命令',
      '功能',
      '菜单',
      '你会什么',
      '你能做什么',
      '你能干什么',
      '你会做什么',
      '能做什么',
      '你是谁',
      '能问什么',
      '可以问什么',
      '怎么问',
      '怎么使用',
      '如何使用',
      '使用方法',
      ...['介绍', '介绍一下', '介绍一下自己', '你是机器人吗', '这是什么', '新手', '入门', '测试', 'test'],
      ...['--help', '-h', '帮助一下', '查报告', '数据准吗', '准吗', '可靠吗'],
      ...['what can you do', 'what do you do', 'how to use', 'who are you', '能帮我做什么', '你有什么功能'],
      ...['你知道什么', '能问哪些问题', '你会点啥', '你有啥用', '你是干啥的', '你是做什么的'],
      ...['你是谁做的', '你是谁开发的', '谁做的你', '谁开发的你', '你是ai吗', '你是人工智能吗', '你是真人吗'],
      ...['使用帮助', '帮助文档', '使用手册', '操作说明', '教程', '怎么用啊'],
      // Whoever greets a bot wants to see what it can do.
      ...[
        '你好',
        '您好',
        '你好啊',
        'hi',
        'hello',
        '哈喽',
        '嗨',
        '在吗',
        '在不在',
        '早上好',
        '上午好',
        '下午好',
      ],
    ],
  },
  {
    kind: 'outline',
    takes: 'nothing',
    names: [
      '目录',
      '目錄',
      '报告目录',
      '大纲',
      'outline',
      '报告里有什么',
      '报告有什么内容',
      '有什么内容',
      ...[
        '报告里有啥',
        '报告里都有啥',
        '报告里都有什么',
        '报告里有哪些内容',
        '报告写了什么',
        '报告里写了什么',
      ],
      ...['报告讲了什么', '报告里讲了什么', '报告都写了什么', '报告都讲了什么'],
    ],
  },
  {
    kind: 'list',
    takes: 'filter',
    names: [
      ...['目标', '目標', '进度', '進度', '进展', '目标进度', '目标进展', '完成情况', '全部目标', '所有目标'],
      ...['目标列表', '目标清单', '进度怎么样', '看进度', '详情', '目标详情', '目标看板', '看板'],
      ...['清单', '列表', '名单', '目标名单', '任务进度'],
    ],
  },
  { kind: 'list', takes: 'target', names: ['记录', '历史', '填报记录', '历史记录', '填报历史', '全部记录'] },
  {
    kind: 'list',
    takes: 'filter',
    words: ['我的'],
    names: [
      ...['我的目标', '我的目標', '我的', '我的任务', '我负责的', '我负责的目标', '我的进度', '目标我的'],
      ...['待办', '我的待办', '我要填什么', '我该填什么', '我该填哪些', '我要填哪些'],
      ...['继续填报', '接着填报', '逐项填报', '批量填报'],
    ],
  },
  {
    kind: 'list',
    takes: 'nothing',
    words: ['需要关注'],
    names: ['需要关注', '关注', '需要关注的', '重点关注', '有问题的'],
  },
  ...[
    ['滞后', '落后', '红灯', '亮红灯', '标红', '拖后腿', '进展慢', '进度慢'],
    ['有风险', '黄灯', '亮黄灯', '标黄'],
    ['进展正常', '绿灯', '正常推进'],
    [
      '未填报',
      '没填报',
      '没填',
      '没报',
      '未填',
      '催办',
      '催报',
      '催填',
      '催一下',
      '提醒',
      '提醒负责人',
      '提醒填报',
      '催填报',
      '未填报名单',
    ],
    ['已完成'],
    ['未完成', '没完成', '没有完成'],
    ['已过期', '过期', '逾期', '超期'],
    ['久未填报'],
    ['没有负责人', '没人负责'],
  ].map(
    ([word = '', ...others]): CommandRow => ({
      kind: 'list',
      takes: 'nothing',
      words: [word],
      names: [word, ...others].flatMap((name) => [name, `${name}的`, `${name}的目标`, `${name}目标`]),
    }),
  ),
  { kind: 'list', takes: 'nothing', words: ['任务'], names: ['任务', '工作任务', '任务清单', '任务列表'] },
  { kind: 'list', takes: 'nothing', words: ['量化'], names: ['量化', '量化目标'] },
  {
    kind: 'record',
    takes: 'target',
    names: [
      ...[
        '填报',
        '填報',
        '填报进度',
        '报进度',
        '填进度',
        '上报',
        '上报进度',
        '填写',
        '填写进度',
        '录入',
        '报数',
      ],
      ...['更新进度', '汇报', '汇报进度'],
    ],
  },
  {
    kind: 'undo',
    takes: 'target',
    names: [
      ...['撤销', '撤銷', '撤回', '取消填报', '撤销填报', '撤销填的', '撤了'],
      ...['撤销上一次', '撤销上次填报', '撤回上一条', '删掉上一条', '删除填报', '删除上一条'],
      ...['我的填报', '我填报的', '我报过什么', '我的填报记录', '最近填报', '上次填报'],
    ],
  },
  {
    kind: 'undo',
    takes: 'target',
    isToCorrect: true,
    names: [
      ...['更正', '修改填报', '填错了', '改错', '修改', '改一下', '改填的', '填的怎么改', '填的对吗'],
      ...['填错', '记错了', '写错了', '输错了', '报错了', '报错', '数错了', '数填错了', '改填报', '改数'],
      ...['填得对不对', '改数字', '改昨天的数', '改填的数'],
    ],
  },
  {
    kind: 'restore',
    takes: 'target',
    names: [
      ...[
        '撤错了',
        '撤错',
        '撤销错',
        '撤销错了',
        '撤回错了',
        '误撤',
        '不该撤',
        '取消撤销',
        '恢复填报',
        '恢复撤销',
        '恢复撤销的填报',
      ],
      ...[
        '撤错了恢复',
        '撤错了怎么恢复',
        '撤销了怎么恢复',
        '撤销能恢复',
        '撤的恢复',
        '恢复撤的',
        '恢复那条',
        '恢复刚才那条',
      ],
    ],
  },
  {
    kind: 'assign',
    takes: 'target',
    names: [
      '负责人',
      '負責人',
      '指定负责人',
      '改负责人',
      '换负责人',
      '更换负责人',
      '设置负责人',
      '分配',
      '分工',
      '指定',
    ],
  },
  {
    kind: 'assign',
    takes: 'target',
    isAsked: true,
    names: ['谁负责', '谁在负责', '归谁管', '谁管'],
  },
  {
    kind: 'pause',
    takes: 'target',
    choice: 'pause',
    names: ['暂停', '暫停'],
  },
  {
    kind: 'pause',
    takes: 'target',
    choice: 'byRule',
    names: ['恢复', '恢復', '取消暂停'],
  },
  {
    kind: 'pause',
    takes: 'target',
    names: ['调整状态', '状态', '人工判定'],
  },
  {
    kind: 'subscriptions',
    takes: 'details',
    names: [
      ...['订阅', '訂閱', '周报设置', '订阅设置', '订阅周报', '订阅月报', '订阅季报'],
      ...['我要订阅', '每周订阅', '每月订阅'],
    ],
  },
  {
    kind: 'subscriptions',
    takes: 'details',
    isAboutExisting: true,
    names: [
      ...['退订', '取消订阅', '退订周报', '取消周报', '删除订阅', '修改订阅', '不要再发', '不要再发周报'],
      ...['暂停订阅', '停止订阅', '恢复订阅', '暂停周报', '停止周报', '恢复周报', '停发周报', '停发'],
      ...['订阅情况', '订阅列表', '查看订阅', '查订阅', '订阅了吗', '有没有订阅', '谁订阅了'],
      ...['改时间', '改订阅', '修改时间', '设置时间', '改周报时间'],
    ],
  },
  {
    kind: 'subscriptions',
    takes: 'nothing',
    isAboutExisting: true,
    isPersonal: true,
    names: ['我的订阅', '取消提醒', '不要提醒我', '不要提醒', '取消我的订阅'],
  },
  {
    kind: 'subscriptions',
    takes: 'nothing',
    isPersonal: true,
    names: [
      '提醒我',
      '设提醒',
      '设置提醒',
      '周报提醒',
      '订阅 我的目标',
      '订阅我的目标',
      '訂閱 我的目標',
      '订阅 我的',
      '订阅 我',
      '订阅我',
    ],
  },
  {
    kind: 'export',
    takes: 'command',
    names: [
      ...['导出', '導出', '导出文件', '导出报表', '下载', '导出word', '导出 word', '导出表格', '导出excel'],
      ...['导出pdf', '导出成word', '导出成excel', '打印'],
      ...['word', 'excel', 'pdf'].flatMap((file) => [
        ...['', '做成', '生成', '转成', '存成', '弄成', '整理成', '要'].map((verb) => `${verb}${file}`),
        ...['版', '文档', '文件', '格式', '表格'].map((noun) => `${file}${noun}`),
      ]),
    ],
  },
  {
    kind: 'export',
    takes: 'command',
    every: 'week',
    names: ['周报word', '周报pdf', '周报excel', '周报表格'],
  },
  {
    kind: 'preview',
    takes: 'date',
    every: 'month',
    names: ['月报', '月報', '本月月报', '看月报', '预览月报', '月度通报', '月度报告', '月通报', '月度进展'],
  },
  {
    kind: 'preview',
    takes: 'date',
    every: 'quarter',
    names: [
      ...['季报', '季報', '本季季报', '看季报', '季度报告', '预览季报'],
      ...['季度通报', '季通报', '季度进展'],
    ],
  },
  {
    kind: 'preview',
    takes: 'nothing',
    time: '上周',
    names: ['上次周报', '上期周报', '上一期周报', '上一次周报', '上期', '上一期'],
  },
  {
    kind: 'preview',
    takes: 'date',
    names: [
      ...['有什么变化', '变化', '这周有什么变化', '本周有什么变化', '最近有什么变化', '这周怎么样'],
      ...['周报', '週報', '周報', '预览', '預覽', '预览周报', '周报预览', '本周周报', '看周报', '简报'],
      ...['总进度', '总体进度', '整体进度', '总体进展', '整体进展', '总体情况', '整体情况', '进展汇总'],
      ...[
        '进度汇总',
        '目标汇总',
        '汇总',
        '总完成率',
        '整体完成率',
        '总体完成情况',
        '进展情况',
        '进度情况',
        '通报',
      ],
      ...[
        '转发周报',
        '分享周报',
        '目标完成情况',
        '目前进展',
        '现在进展如何',
        '最新进展',
        '现在进展',
        '今年进展',
        '全年进展',
      ],
      ...['整体怎么样', '总体怎么样', '现在怎么样', '完成率', '完成率多少', '完成率是多少'],
      ...['变了什么', '什么变了', '变了哪些', '有哪些变化', '有啥变化'],
      ...['和上周比', '跟上周比', '比上周', '上周和这周比', '这周和上周比', '本周和上周比'],
    ],
  },
  {
    kind: 'diagnose',
    takes: 'nothing',
    names: [
      ...[
        '诊断',
        '診斷',
        '自检',
        '检查',
        '诊断周报',
        '没收到',
        '没收到周报',
        '周报没收到',
        '为什么没收到周报',
      ],
      ...['没收到通报', '周报没发', '周报怎么没发', '怎么没发周报', '怎么没有周报', '为什么没发周报'],
      ...['下次什么时候发', '周报什么时候发', '什么时候发周报', '下一次通报', '下次通报', '下次周报'],
      ...['周报几点发', '周报发到哪', '周报发到哪个频道', '下次周报什么时候', '下一次周报什么时候'],
      ...[
        '下次周报是什么时候',
        '什么时候收到',
        '什么时候发',
        '几点发',
        '我有权限吗',
        '谁能填报',
        '谁可以填报',
        '谁有权限',
      ],
      ...['我的权限', '权限', '版本', '知识版本', '版本号'],
    ],
  },

  {
    kind: 'diagnose',
    takes: 'nothing',
    isToPost: true,
    names: [
      ...['补发', '补发周报', '重发', '重发周报', '重新发送', '周报补发', '周报重发', '再发一次', '发周报'],
      ...[
        '手动发送',
        '手动发周报',
        '立即发送',
        '马上发周报',
        '现在发周报',
        '补发月报',
        '补发季报',
        '补发通报',
      ],
    ],
  },
  {
    kind: 'about-answer',
    takes: 'nothing',
    pick: 'needs-person',
    names: [
      ...[
        '转人工',
        '轉人工',
        '需要人工',
        '人工',
        '找人工',
        '要人工',
        '我要人工',
        '联系人工',
        '人工客服',
        '转人工客服',
      ],
      ...[
        '人工服务',
        '转人工服务',
        '问人工',
        '请人工帮忙',
        '找个人问',
        '找人问',
        '找同事',
        ...['联系管理员', '找管理员', '管理员是谁', '谁是管理员', '反馈', '意见反馈', '我要反馈', '投诉'],
        '转同事',
        '转给同事',
      ],
    ],
  },
  {
    kind: 'about-answer',
    takes: 'nothing',
    pick: 'wrong-number',
    names: [
      ...['数字有误', '數字有誤', '数字不对', '数字错了', '数字有错', '数字错误', '数不对', '这个数不对'],
      ...['这个数字不对', '答案不对', '答错了', '回答有误', '数据有误', '数据不对', '数据错了'],
      ...['不对', '说错了', '你说错了', '不对吧', '错了'],
    ],
    talk: [
      ...[
        '不对',
        '错',
        '说错',
        '弄错',
        '搞错',
        '算错',
        '答错',
        '看错',
        '不准',
        '不准确',
        '有误',
        '有问题',
        '不可能',
      ],
      ...[
        '对吗',
        '对不对',
        '对吧',
        '准吗',
        '准不准',
        '确定吗',
        '你确定',
        '错没错',
        '没错吧',
        '真的吗',
        '真的假的',
      ],
    ],
  },
  {
    kind: 'about-answer',
    takes: 'nothing',
    pick: 'cite',
    names: ['复制引用', '複製引用', '引用', '引文', '怎么引用', '给我引文'],
  },
  {
    kind: 'about-answer',
    takes: 'nothing',
    pick: 'context',
    names: [
      ...[
        '上下文',
        '看上下文',
        '前后文',
        '全文',
        '看全文',
        '全文呢',
        '原文全文',
        '整段',
        '看整段',
        '整段话',
        '完整原文',
      ],
      ...[
        '列出来',
        '都列出来',
        '全列出来',
        '全部列出来',
        '列一下',
        '贴出来',
        '全文贴出来',
        '全文发我',
        '把全文发我',
      ],
      ...[
        '能详细点吗',
        '详细点',
        '具体点',
        '详细说说',
        '具体说说',
        '展开说说',
        '展开',
        '展开看看',
        '详细内容',
      ],
    ],
  },
  {
    kind: 'about-answer',
    takes: 'nothing',
    pick: 'source',
    names: [
      '出处与版本',
      '出處',
      '出处',
      '来源',
      '依据',
      '出自哪里',
      '哪来的',
      '这个数哪来的',
      '出处在哪',
      '出处呢',
      '依据呢',
      '原话',
      '原句',
    ],
    talk: [
      ...[
        '哪来',
        '哪里来',
        '哪儿来',
        '怎么来',
        '哪看来',
        '哪里看到',
        '谁说',
        '出自哪',
        '出处',
        '来源',
        '根据',
        '依据',
        '原文',
        '原话',
        '原句',
      ],
      ...[
        '哪',
        '哪里',
        '哪儿',
        '哪一段',
        '哪段',
        '哪一页',
        '哪页',
        '第几页',
        '第几段',
        '哪一章',
        '哪一节',
        '哪写',
        '哪里写',
        '哪儿写',
        '哪里说',
      ],
      // What is meant shows where it stands.
      ...[
        '什么意思',
        '啥意思',
        '什么意思啊',
        '怎么理解',
        '怎么讲',
        '没看懂',
        '看不懂',
        '不明白',
        '没明白',
        '不懂',
      ],
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'thanks',
    names: ['谢谢', '谢谢你', '谢谢您', '多谢', '谢了', '谢啦', '感谢', '辛苦了', '辛苦', 'thanks'],
    talk: [
      ...['谢', '谢谢', '谢谢你', '多谢', '感谢', '辛苦', '有劳', '麻烦', '太感谢', '非常感谢'],
      ...[
        '说得好',
        '说的好',
        '答得好',
        '棒',
        '厉害',
        '好用',
        '不错',
        '靠谱',
        '专业',
        '赞',
        '点赞',
        '给力',
        '优秀',
        '完美',
        '好快',
      ],
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'fine',
    names: [
      ...['好的', '好', '收到', '知道了', '明白了', '了解', 'ok', '没事了', '不用了', '算了', '取消'],
      ...['再见', '拜拜', 'bye', '退出', '结束'],
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'import',
    names: [
      ...[
        '导入',
        '導入',
        '导入进度',
        '导入表格',
        '导入excel',
        '怎么导入',
        '上传表格',
        '上传excel',
        '批量导入',
      ],
      ...['模板', '下载模板', '填报模板', '导入模板'],
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'buttons',
    names: ['分享', '分享到频道'],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'privacy',
    names: [
      ...['谁能看到', '谁能看见', '谁能看到我问的', '谁能看到我的问题', '我问的谁能看到', '别人能看到吗'],
      ...['别人看得到吗', '别人看得见吗', '别人能看到我问的吗', '别人知道我问了什么吗', '会被别人看到吗'],
      ...[
        '怎么让别人看到',
        '怎么让别人看见',
        '怎么给别人看',
        '怎么发给别人',
        '怎么分享给同事',
        '怎么分享给别人',
      ],
      ...['隐私', '保密吗', '是私密的吗', '会保存吗', '我问的会保存吗'],
      ...['别人能不能看到我问了什么', '我的提问别人看得到吗', '我的问题别人看得到吗'],
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'forgotten',
    names: [
      '清空',
      '清除',
      '重新开始',
      '重来',
      '换个话题',
      '新话题',
      '新对话',
      '忘掉前面的',
      '不接着前面的问',
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'confirm',
    names: ['确认加入', '确认', '确认提交', '确认添加'],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'targets',
    names: ['新增目标', '添加目标', '增加目标', '加目标', '改目标', '修改目标', '删除目标', '删目标'],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'proposals',
    names: ['采纳', '待采纳', '等采纳', '审核', '待审核', '审批', '待审批', '不采纳'],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'due',
    names: [
      '应到',
      '应到是什么',
      '应到是什么意思',
      '什么是应到',
      '应到怎么算',
      '应到怎么算的',
      '应到什么意思',
    ],
  },
  {
    kind: 'reply',
    takes: 'nothing',
    reply: 'otherDigests',
    names: [
      ...['日报', '年报', '半年报', '双周报', '年度报告', '上半年', '下半年', '半年'],
      ...['上半年进度', '上半年进展', '上半年周报', '半年进度', '全年的', '全年进度'],
    ],
  },
  {
    kind: 'reports',
    takes: 'nothing',
    names: [
      ...[
        '报告',
        '報告',
        '报告列表',
        '报告清单',
        '管理报告',
        '全部报告',
        '所有报告',
        '有哪些报告',
        '报告有哪些',
      ],
      ...[
        '数据来源',
        '数据从哪来',
        '数据从哪里来',
        '数据哪来的',
        '报告是哪一年的',
        '哪一年的报告',
        '哪年的报告',
      ],
      ...[
        '报告年份',
        '有哪些年份',
        '能查哪些年',
        '能查哪年',
        '能查哪几年',
        '有几份报告',
        '什么报告',
        '哪份报告',
      ],
      ...[
        '能查哪些报告',
        ...[
          '用的哪份报告',
          '查的是哪份报告',
          '用的是哪份报告',
          '用的什么报告',
          '用的哪年的报告',
          '用的是哪年的报告',
          '这是哪份报告',
        ],
        ...['用的什么数据', '数据是哪年的', '数据是哪一年的', '报告叫什么', '报告叫什么名字'],
        '有哪些数据',
        '有什么数据',
        '有哪些资料',
        '什么时候更新',
        '多久更新',
        '数据更新到什么时候',
        '能查什么',
      ],
      ...[
        '添加报告',
        '加报告',
        '加入报告',
        '增加报告',
        '上传报告',
        '上传',
        '上传文件',
        '撤回报告',
        '恢复报告',
      ],
    ],
  },
  {
    kind: 'review',
    takes: 'nothing',
    names: ['未答', '未答问题', '未回答', '没答上', '没答上的', '没答上来的', '没回答的', '没有答上的'],
  },
  {
    kind: 'statistics',
    takes: 'nothing',
    names: ['统计', '統計', '使用统计', '问答统计', '提问统计', '使用情况'],
  },
  {
    kind: 'settings',
    takes: 'details',
    names: [
      ...['设置', '設置', '设定', '配置', '频道设置', '设置频道'],
      ...['切换报告', '换报告', '选择报告', '设置默认报告', '换一份报告'],
      ...['频道报告', '设置报告', '设置频道报告', '默认报告', '频道默认报告'],
    ],
  },
];
