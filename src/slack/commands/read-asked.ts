import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { eitherOf, joinPatterns } from './join-patterns.ts';
import { isNarrowing, isPeriod, TIME_RUN } from './read-digest-command.ts';

/** What only the ledger knows; 完成了的 the report tells as well, so it is not among them. */
const STATUS =
  /(?<said>滞后|落后|有风险|未填报?|没有?(?:填报?|上?报|交)|已过期|过期|逾期|超期|久未填报|没有负责人|没人负责|未完成|没有完成|没完成|需要关注|红灯|黄灯|绿灯|红|黄|绿)/u;
const WHO = /(?:谁|哪位|哪(?:些|几个|个)(?:人|同事|单位|部门|处室))/u;
const WHICH = eitherOf(
  WHO,
  /哪些|哪[一二两三四五六七八九十\d]+[项个]|哪几项|哪几个|哪个|哪项|什么|些?啥|几个|几项|多少个|多少项|多少/u,
);
const THINGS = /(?:的|了|了的)?(?:目标|任务|工作|进度)?的?/u;
const END = /[?]?$/u;
const ASKED_STATUS = joinPatterns(
  /^(?:请问)?(?:现在|目前|本周|今天)?还?(?:一共|总共|共)?有?/u,
  ...[WHICH, THINGS, /(?:是|还|已经|已|亮了?|标|变成?|变为|转)*/u, STATUS, THINGS, END],
);
/** `滞后的有哪些`, `未填报多少项`. */
const STATUS_ASKED = joinPatterns(
  ...[/^(?:现在|目前)?还?/u, STATUS, THINGS, /(?:一共|总共|共)?(?:有|是)?/u, WHICH, END],
);
/** `我滞后的目标`, `我还有几项没填`. */
const STATUS_MINE = joinPatterns(
  /^我(?:的|负责的|负责|管的|管)?(?:目标|任务)?里?还?有?(?:哪些|哪几项|几项|几个|多少|什么)?(?:目标|任务)?(?:还|是|已经)?/u,
  ...[STATUS, THINGS, /有?(?:哪些|哪几项|几项|几个|多少)?/u, END],
);
/** `黄的呢`: a light is of the targets, whatever was asked before. */
const STATUS_TOO = joinPatterns(/^那?/u, STATUS, /了?的(?:目标|任务)?呢/u, END);
const ANSWER_FOR = joinPatterns(/(?:都|各|分别)*(?:是|由|归)?/u, WHO, /在?(?:负责|管)的?/u);
/** `滞后的都是谁负责`, `滞后的有哪几项，谁负责`. */
const STATUS_OWNERS = joinPatterns(
  ...[/^/u, STATUS, THINGS, /(?:[有是]?(?:哪些|哪几[项个]|几[项个]|多少[项个]?))?/u, ANSWER_FOR, END],
);
/** `谁负责什么`, `各项目标由谁负责`, and what is left of `@同事 负责哪些目标`. */
const ALL_OWNED = eitherOf(
  joinPatterns(/^(?:谁在?)?(?:负责|管)的?有?(?:什么|啥|哪些|哪几?[项个]|几项)/u, THINGS, END),
  joinPatterns(/^(?:各项|各个|每一?[项个]|这些|所有|全部)?的?(?:目标|任务)/u, ANSWER_FOR, END),
);
/** `王芳负责哪些目标`; an office is not a person. */
const OWNED_BY = joinPatterns(
  /^(?<person>(?!.*[我谁各每]|.*[局处科室委办部院会厅]在?[负管])\p{Script=Han}{2,4}?)在?(?:负责|管)的?/u,
  ...[
    eitherOf(/(?:目标|任务)有?(?:哪些|什么|几项)/u, /有?(?:哪些|什么|几项)(?:目标|任务)/u, /有?哪?几项/u),
    END,
  ],
);
const DONE = /(?:都|已经|已)?(?:完成|做完|办完|办结|达标)了?的?/u;
/** Of a month or a week only people's reports know what was completed, whatever it is counted as: `5月|完成了哪些`. */
const DONE_THEN = joinPatterns(
  /^(?:请问)?到?(?:现在|目前)?(?:为止)?(?:目标|任务)?(?:一共|总共|共|都|又|新)?有?/u,
  ...[eitherOf(joinPatterns(DONE, THINGS, /[是有]?/u, WHICH), joinPatterns(WHICH, THINGS, /是?/u, DONE))],
  ...[THINGS, /了?/u, END],
);
const DONE_TARGETS = joinPatterns(/^(?:现在|目前)?/u, DONE, /(?<=[了的])(?:目标|任务)的?/u, END);
/** What was completed the report tells as well: targets are what is already completed, and what is counted as 项. */
const OF_TARGETS = /^(?!.*(?:工作|今年|本年))(?:.*(?:已|项|目标|任务))/u;
const asksDone = (asked: string): boolean =>
  OF_TARGETS.test(asked) && (DONE_THEN.test(asked) || DONE_TARGETS.test(asked));
/** The same of who reported, and what. */
const REPORTED = /(?:填报?|上?报)(?:了|过|的)/u;
const REPORTED_THEN = joinPatterns(
  /^(?:请问)?(?:一共|总共|共|都|又|新)?有?/u,
  ...[eitherOf(joinPatterns(REPORTED, /[是有]?/u, WHICH), joinPatterns(WHICH, THINGS, /是?/u, REPORTED))],
  ...[THINGS, END],
);
const AN_ENTRY = /(?:填报|上报)(?:的?记录|情况)?/u;
const OTHERS = /(?:别人|其他人|大家|同事们?|他们|各(?:单位|处室|部门|科室|区县))/u;
/** The entries of everybody, or of others than who asks: `有哪些填报`, `别人都填报了什么`, `大家的填报记录`. */
const ENTRIES_OF_ALL = joinPatterns(
  /^(?:请问|看看|看)?的?(?:都|又|还|新)*/u,
  eitherOf(
    joinPatterns(/有?/u, WHICH, /的?新?的?/u, AN_ENTRY),
    joinPatterns(AN_ENTRY, /都?有/u, WHICH),
    joinPatterns(
      /有?/u,
      eitherOf(WHO, OTHERS),
      /(?:都|又|还)*/u,
      /(?:填报?|上?报)[了过]?/u,
      eitherOf(WHICH, /(?=[?]?$)/u),
    ),
    joinPatterns(OTHERS, /的?(?:最新)?的?/u, AN_ENTRY),
    /填报的?(?:记录|情况)/u,
  ),
  END,
);
/** What has moved: of a time, or of none where it is the targets that have. */
const MOVEMENT = /新?的?(?:进展|变化|变动|动静|推进|更新)/u;
const MOVED = eitherOf(joinPatterns(/有了?/u, MOVEMENT), /(?:变|动|推进|更新|变化|变动)了/u);
const WHAT_MOVED = joinPatterns(
  /^(?:里面|中)?(?:目标|任务)?(?:都|又|新)?/u,
  eitherOf(
    joinPatterns(MOVED, /的?/u, THINGS, /[是有]?/u, WHICH),
    joinPatterns(/有?/u, WHICH, THINGS, /[是都]?/u, MOVED),
    joinPatterns(/有?了?/u, WHICH, MOVEMENT),
  ),
  ...[/的?/u, THINGS, END],
);
const asksWhatMoved = (rest: string): boolean => WHAT_MOVED.test(rest);
/** `跟上周比`, `较上月`, `最近`. */
const SINCE = eitherOf(
  /^(?:目标|任务)?(?:和|跟|与|同|较|比|对比)(?:上一?个?|前一?个?)(?<unit>周|星期|月|季度?)(?:的时候)?(?:相?比|比起来|比较|对比)?起?来?/u,
  /^(?<lately>(?:近期|近来|最?近(?:[一两二三几]个?(?<span>周|星期|月|天|季度))?|这阵子|这段时间|目前|现在)(?:的?目标|的?任务)?)/u,
);
const MOVED_LATELY = joinPatterns(/^/u, MOVED, /(?:吗|没有?)?/u, END);
/** A field, with what says that it is one. */
const OF_FIELD =
  /^(?<field>.{2,8}?)(?:方面|领域|板块|这一?块|这边|条线|(?=的?(?:目标|任务)))的?(?:目标|任务)?(?:里面?|中|当中)?(?<rest>.{3,})$/u;
/** `一共多少目标`. */
const ALL_COUNTED =
  /^(?:现在|目前)?(?:(?:一共|总共|共)?有?(?:多少|几)(?:个|项)?(?:目标|任务)|(?:目标|任务)(?:一共|总共|共)?有?(?:多少|几)(?:个|项)?)[?]*$/u;
/** `我负责哪些`, `我有什么任务`. */
const ALL_MINE = joinPatterns(
  /^我(?:负责|管|有|的目标有)(?:的|了)?(?:目标|任务)?(?:都|一共)?[有是]?/u,
  ...[WHICH, THINGS, END],
);
const AMONG =
  /^(?:请问)?(?:[这那]?[一二两三四五六七八九十几\d]*[些项个]?(?:目标|任务)?(?:里面?|中|当中|之中)|其中)?/u;
const MOST_BEHIND =
  /(?:差|落后|滞后|拖|慢|欠)[得的]?最(?:多|远|厉害|严重|大|狠)|(?:进度|进展)?最(?:慢|差|落后|滞后|危险|急)/u;
/** What is asked of a digest alone: of anything else the report is asked. */
const MOST_URGENT =
  /最(?:让人|令人)?(?:要紧|紧[急迫]|急[迫需切]?|严重|危险|重要|关键|不妙|糟糕?|(?:需要|值得|应该?|该)?(?:关注|注意|担心|盯|抓|催|管)[着的]?)/u;
const URGENT_OF_SHOWN = joinPatterns(AMONG, WHICH, THINGS, /是?/u, MOST_URGENT, /的?/u, THINGS, END);
const FURTHEST_BEHIND = joinPatterns(
  AMONG,
  WHICH,
  THINGS,
  /(?:是|离目标|距目标)?/u,
  eitherOf(MOST_BEHIND),
  /的?/u,
  END,
);
const DUE = /(?:快要?|马上就?要?|即将|将要|就要|要|最近|最先|最早)(?:到期|过期|截止|到时间|到期限)[了的]?/u;
const DUE_SOON = joinPatterns(
  AMONG,
  ...[eitherOf(joinPatterns(WHICH, THINGS, DUE), joinPatterns(DUE, THINGS, /[有是]?/u, WHICH)), THINGS, END],
);
/** Other reports and other years are a matter of which reports there are. */
const ASKED_REPORTS =
  /^(?:请问)?(?:现在|目前)?(?:有没有|有|能查|可以查|能不能查)(?:\d{4}年?|去年|今年|明年|前年|别的|其他|其它)(?:年份|年度|年|地区|地方|城市|省|市|区县)?(?:的)?(?:报告|年鉴|数据|资料)?(?:吗|么)?[?]?$/u;

/** Why a light is what it is: the report knows nothing of it, the card says it. */
const WHY = /(?:为什么|为何|为啥|怎么|咋|凭什么)(?:会|又|还|就|说|算)*/u;
const STUCK = /(?:受阻|被?卡[住壳]|停[住滞]|搁[浅置])/u;
const LIT =
  /(?:黄灯|红灯|绿灯|黄|红|绿|滞后|落后|有风险|未填报|没有?填报|久未填报|已过期|过期|逾期|进展正常|(?:还|一直)?(?:没有?|未)(?:完成|做完|办完)|(?:已经?)?完成了|算完成|显示完成)/u;
const LIGHT = joinPatterns(
  /(?<not>不)?(?:是|算|判|变|亮|标|成|了|的|在|有)*/u,
  new RegExp(`(?<light>${STUCK.source}|${LIT.source})`, 'u'),
  /(?:色|的|了|灯)*/u,
);
const WHY_LIGHT = joinPatterns(/^(?:请问)?/u, WHY, /(?<name>.*?)(?:现在|目前|的?状态)?/u, LIGHT, END);
/** `社区养老服务站滞后的原因是什么`. */
const LIGHT_REASON = joinPatterns(
  /^(?<name>.*?)(?:现在|目前|的?状态)?/u,
  LIGHT,
  /(?:原因|理由)(?:是什么|是啥|在哪里?|有哪些)?/u,
  END,
);
const LIGHT_WHY = joinPatterns(/^(?:请问)?(?<name>.*?)(?:现在|目前|的?状态)?/u, WHY, LIGHT, END);

/** `黄灯和红灯怎么定的`, `什么情况算滞后`, `多少算黄灯`: by which rules, of no target. */
const LIGHTS = joinPatterns(
  /(?:(?:目标|任务)?的?(?:红黄绿|红绿|(?:红|黄|绿|亮)?灯|颜色|状态|滞后|有风险|进展正常|已过期|久未填报)(?:灯|的)?[和与跟、,以及]*)+/u,
);
const RULE = joinPatterns(
  /(?:的?(?:标准|规则|依据|条件))?[是]?(?:按|根据|依据)?(?:什么|啥|怎么|怎样|如何|咋)(?:样|标准|规则|来)?/u,
  /(?:[定判划分算来认评](?:定|出|分|断)?|亮|变|标|意思|区分|区别)[出来的]*(?:啊|呀|呢)?/u,
);
const ASKED_RULE = eitherOf(
  joinPatterns(/^(?:请问)?/u, LIGHTS, RULE, END),
  joinPatterns(
    /^(?:请问)?(?:落?后?到?多少|差多少|什么(?:情况|时候|样|叫)?下?|怎么样?|咋样?)(?:才|就|会)*(?:算|是|叫|亮|变|判)/u,
    LIGHTS,
    END,
  ),
  joinPatterns(/^/u, LIGHTS, /(?:是|代表|表示|指)?(?:什么|啥)(?:意思|含义)?/u, END),
  joinPatterns(/^/u, LIGHTS, /的?(?:有什么|有啥)?(?:标准|规则|区别|含义|条件)(?:是什么|是啥|在哪里?)?/u, END),
);

const SAID_AS: ReadonlyMap<string, string> = new Map([
  ['落后', '滞后'],
  ...['过期', '逾期', '超期'].map((word) => [word, '已过期'] as const),
  ['没人负责', '没有负责人'],
  ['红灯', '滞后'],
  ['黄灯', '有风险'],
  ['绿灯', '进展正常'],
  ['红', '滞后'],
  ['黄', '有风险'],
  ['绿', '进展正常'],
  ...['没有完成', '没完成', '没有做完', '没做完', '没有办完', '没办完', '还没有完成', '还没完成'].map(
    (word) => [word, '未完成'] as const,
  ),
  ...['已完成了', '完成了', '算完成', '显示完成'].map((word) => [word, '已完成'] as const),
]);
/** The word of a list for what was said of a light. */
export const statusSaid = (said: string): string =>
  /^[未没]有?(?:填|上?报|交)/u.test(said) ? '未填报' : (SAID_AS.get(said) ?? said);

/** `哪些滞后了？`, `谁还没填报`, `有几个滞后`, `我滞后的目标`: asked like a question to the report, which knows nothing of it. */
export function readAskedList(typed: string): Command | undefined {
  const asked = typed.replaceAll(/[ ,、]/gu, '');
  const owned = statusSaid(STATUS_OWNERS.exec(asked)?.groups?.said ?? '');
  // The digest of those names who owns them; of what nobody reported the list does.
  if (owned === '未填报') return { kind: 'list', words: [owned] };
  if (owned !== '') return { kind: 'preview', every: 'week', time: null, words: [owned] };
  if (asksDone(asked)) return { kind: 'list', words: ['已完成'] };
  if (ALL_COUNTED.test(asked)) return { kind: 'list', words: [] };
  const said = (STATUS_TOO.exec(asked) ?? ASKED_STATUS.exec(asked) ?? STATUS_ASKED.exec(asked))?.groups?.said;
  if (said !== undefined) return { kind: 'list', words: [statusSaid(said)] };
  const mine = STATUS_MINE.exec(asked)?.groups?.said;
  if (mine !== undefined) return { kind: 'list', words: ['我的', statusSaid(mine)] };
  if (ALL_MINE.test(asked)) return { kind: 'list', words: ['我的'] };
  const person = OWNED_BY.exec(asked)?.groups?.person;
  if (person !== undefined) return { kind: 'owners', person };
  return ALL_OWNED.test(asked) ? { kind: 'owners' } : undefined;
}

/**
 * `5月完成了哪些`, `上周谁填了`, `这个月滞后的有几项`: asked of the targets as they stood at a time, which their digest tells. Of
 * a year before there were targets the report is asked.
 */
export function readAskedThen(typed: string, targets: readonly Named[]): Command | undefined {
  const asked = typed.replaceAll(' ', '').replaceAll('一共', '共');
  // `今年完成了几项`: what is done is done this year.
  const ofYear = /^今年(?:到现在|到目前|以来|至今)?/u.exec(asked)?.[0];
  const isCounted = /项|目标|任务/u.test(asked) && targets.length > 0;
  if (ofYear !== undefined && isCounted && DONE_THEN.test(asked.slice(ofYear.length)))
    return { kind: 'list', words: ['已完成'] };
  // `这个月|新完成的`: 新 is written in 最新 alone.
  const runs = (asked.match(TIME_RUN) ?? []).map((run) => run.replace(/(?<!最)新$/u, ''));
  const [time, ...others] = runs.filter(isPeriod);
  if (time === undefined || others.length > 0 || !isOfTargets(time, targets)) return undefined;
  const rest = asked
    .replace(time, '')
    .replace(/^(?:截[至止]到?|到)?(?:里面?|内|底|末|以来|为止|当中|中)?/u, '');
  const shown = { kind: 'preview', every: 'week', time } as const;
  if (DONE_THEN.test(rest)) return { ...shown, words: ['已完成'] };
  if (REPORTED_THEN.test(rest)) return shown;
  if (asksWhatMoved(rest)) return shown;
  const listed = readAskedList(rest);
  if (listed?.kind !== 'list' || listed.words.length === 0) return undefined;
  // How they stand this week is how they stand.
  return /^[这本今]/u.test(time) ? listed : { ...shown, words: listed.words };
}

/** `最近有哪些填报`, `这周别人都填报了什么`: what everybody reported, which the digest tells; one's own are those to put right. */
export function readAskedEntries(typed: string): Command | undefined {
  const asked = typed.replaceAll(/[ ,、]/gu, '');
  const times = (asked.match(TIME_RUN) ?? []).filter(isPeriod);
  const [time = null] = times.filter((run) => !/^最?近/u.test(run));
  const rest = times.reduce((left, run) => left.replace(run, ''), asked).replace(/最近|近期|近来|最新/u, '');
  return ENTRIES_OF_ALL.test(rest) ? { kind: 'preview', every: 'week', time } : undefined;
}

/** Whether targets may have stood somehow at a time: of a year without them the report is asked. */
function isOfTargets(time: string, targets: readonly Named[]): boolean {
  const year = /\d{4}/u.exec(time)?.[0];
  const isOfTheirs = year === undefined || targets.some((target) => target.year === Number(year));
  return targets.length > 0 && isOfTheirs && !/[去前]年|上年|^最?近/u.test(time);
}

/**
 * `和上周比有什么变化`, `最近哪些有进展`: the digest that has just come or is to come, of the weeks, months or quarters that
 * are named.
 */
export function readAskedMoved(typed: string, targets: readonly Named[]): Command | undefined {
  const asked = typed.replaceAll(/[ ,、]/gu, '');
  const { lately, span, unit = span } = SINCE.exec(asked)?.groups ?? {};
  const rest = asked.replace(SINCE, '');
  if (targets.length === 0 || !(asksWhatMoved(rest) || (lately !== undefined && MOVED_LATELY.test(rest))))
    return undefined;
  const every = /季/u.test(unit ?? '') ? 'quarter' : /月/u.test(unit ?? '') ? 'month' : 'week';
  return { kind: 'preview', every, time: null };
}

/** `这三项里哪个差得最多`, `哪几个快到期了`: the digest of those that need a look has who is furthest behind first. */
export function readAskedUrgent(typed: string): Command | undefined {
  const asked = typed.replaceAll(/[ ,、]/gu, '');
  const shown = { kind: 'preview', every: 'week', time: null, words: ['需要关注'] } as const;
  if (DUE_SOON.test(asked)) return { ...shown, tells: 'due' };
  return FURTHEST_BEHIND.test(asked) ? shown : undefined;
}

/** `哪几项最要紧` of a digest that was shown. */
export const asksUrgentOfShown = (typed: string): boolean =>
  URGENT_OF_SHOWN.test(typed.replaceAll(/[ ,、]/gu, '')) || readAskedUrgent(typed) !== undefined;

/** `救助方面谁还没报`, `养老的目标5月有进展的有哪些`: the same of the targets of a field. */
export function readAskedOfField(typed: string, targets: readonly Named[]): Command | undefined {
  const asked = typed.replaceAll(/[ ,、]/gu, '').replace(/^(?:关于|有关|我们)/u, '');
  const { field = '', rest = '' } = OF_FIELD.exec(asked)?.groups ?? {};
  if (!isNarrowing(field, targets)) return undefined;
  const command = readAskedList(rest) ?? readAskedThen(rest, targets) ?? readAskedMoved(rest, targets);
  if (command?.kind !== 'list' && command?.kind !== 'preview') return undefined;
  return { ...command, words: [...(command.words ?? []), field] };
}

/** `有2020年的报告吗`: the list of reports says which years and places there are. */
export const readAskedReports = (typed: string): Command | undefined =>
  ASKED_REPORTS.test(typed.replaceAll(' ', '')) ? { kind: 'reports' } : undefined;

/** `为什么养老站是黄的`: the card, which says why; without a target, the digest of those. */
export function readAskedWhy(typed: string, targets: readonly Named[]): Command | undefined {
  const asked = typed.replaceAll(' ', '');
  if (ASKED_RULE.test(asked)) return { kind: 'reply', reply: 'due' };
  const groups = (LIGHT_WHY.exec(asked) ?? WHY_LIGHT.exec(asked) ?? LIGHT_REASON.exec(asked))?.groups;
  if (groups?.light === undefined) return undefined;
  const name = (groups.name ?? '').replace(/^(?:这个|那个|这些|那些|有些|目标|那|这|它)+/u, '');
  const shown = { kind: 'preview', every: 'week', time: null } as const;
  // What is stuck is no status of its own.
  const isStuck = STUCK.test(groups.light);
  const word = groups.not || isStuck ? '需要关注' : statusSaid(groups.light);
  // Where all is well no digest gives a reason.
  if (name === '' && word === '进展正常') return { kind: 'reply', reply: 'due' };
  if (name === '') return { ...shown, words: [word] };
  const found = findTargets(targets, [name]);
  const [only] = found;
  if (only && found.length === 1) return { kind: 'card', target: only.id };
  return found.length > 1 ? { ...shown, words: [name, word] } : undefined;
}
