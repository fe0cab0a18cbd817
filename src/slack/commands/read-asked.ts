import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { eitherOf, joinPatterns } from './join-patterns.ts';
import { isPeriod, TIME_RUN } from './read-digest-command.ts';

/** What only the ledger knows; 完成了的 the report tells as well, so it is not among them. */
const STATUS =
  /(?<said>滞后|落后|有风险|未填报?|没有?(?:填报?|上?报|交)|已过期|过期|逾期|超期|久未填报|没有负责人|没人负责|未完成|没有完成|没完成|需要关注|红灯|黄灯|绿灯|红|黄|绿)/u;
const WHO = /(?:谁|哪位|哪(?:些|几个|个)(?:人|同事|单位|部门|处室))/u;
const WHICH = eitherOf(
  WHO,
  /哪些|哪[一二两三四五六七八九十\d]+[项个]|哪几项|哪几个|哪个|哪项|什么|几个|几项|多少个|多少项|多少/u,
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
/** `滞后的都是谁负责`. */
const STATUS_OWNERS = joinPatterns(
  ...[/^/u, STATUS, THINGS, /(?:都|各|分别)?(?:是|由|归)?/u, WHO, /(?:在)?(?:负责|管)的?/u, END],
);
/** Of what is counted as 项 by itself: what was completed the report tells as well. */
const WHICH_ITEMS = /有?哪(?:几|些|[一二两三四五六七八九十\d]+)?项(?:目标|任务)?/u;
const DONE = /(?:都|已经|已)?(?:完成|做完|办完|办结|达标)了?的?/u;
const ASKED_DONE = joinPatterns(/^(?:现在|目前)?/u, WHICH_ITEMS, DONE, END);
const DONE_ASKED = joinPatterns(/^/u, DONE, /(?:是|有)?/u, WHICH_ITEMS, END);
/** Of a month or a week only people's reports know what was completed, whatever it is counted as: `5月|完成了哪些`. */
const DONE_THEN = joinPatterns(
  /^(?:请问)?(?:一共|总共|共|都|又|新)?有?/u,
  ...[eitherOf(joinPatterns(DONE, THINGS, /[是有]?/u, WHICH), joinPatterns(WHICH, THINGS, /是?/u, DONE))],
  ...[THINGS, END],
);
/** The same of who reported, and what. */
const REPORTED = /(?:填报?|上?报)(?:了|过|的)/u;
const REPORTED_THEN = joinPatterns(
  /^(?:请问)?(?:一共|总共|共|都|又|新)?有?/u,
  ...[eitherOf(joinPatterns(REPORTED, /[是有]?/u, WHICH), joinPatterns(WHICH, THINGS, /是?/u, REPORTED))],
  ...[THINGS, END],
);
/** `一共多少目标`. */
const ALL_COUNTED =
  /^(?:现在|目前)?(?:(?:一共|总共|共)?有?(?:多少|几)(?:个|项)?(?:目标|任务)|(?:目标|任务)(?:一共|总共|共)?有?(?:多少|几)(?:个|项)?)[?]*$/u;
/** `我负责哪些`, `我有什么任务`. */
const ALL_MINE = joinPatterns(/^我(?:负责|管|有|的目标有)(?:的|了)?/u, ...[WHICH, THINGS, END]);
/** Other reports and other years are a matter of which reports there are. */
const ASKED_REPORTS =
  /^(?:请问)?(?:现在|目前)?(?:有没有|有|能查|可以查|能不能查)(?:\d{4}年?|去年|今年|明年|前年|别的|其他|其它)(?:年份|年度|年|地区|地方|城市|省|市|区县)?(?:的)?(?:报告|年鉴|数据|资料)?(?:吗|么)?[?]?$/u;

/** Why a light is what it is: the report knows nothing of it, the card says it. */
const WHY = /(?:为什么|为何|为啥|怎么|咋)(?:会|又|还|就)?/u;
const LIGHT =
  /(?<not>不)?(?:是|变|亮|标|成|了|在|有)*(?<light>黄灯|红灯|绿灯|黄|红|绿|滞后|落后|受阻|有风险|未填报|没有?填报|久未填报|已过期|过期|逾期|进展正常|(?:还|一直)?(?:没有?|未)(?:完成|做完|办完)|(?:已经?)?完成了|算完成|显示完成)(?:色|的|了|灯)*/u;
const WHY_LIGHT = joinPatterns(/^(?:请问)?/u, WHY, /(?<name>.*?)(?:现在|目前|的?状态)?/u, LIGHT, END);
/** `社区养老服务站滞后的原因是什么`. */
const LIGHT_REASON = joinPatterns(
  /^(?<name>.*?)(?:现在|目前|的?状态)?/u,
  LIGHT,
  /(?:原因|理由)(?:是什么|是啥|在哪里?|有哪些)?/u,
  END,
);
const LIGHT_WHY = joinPatterns(/^(?:请问)?(?<name>.*?)(?:现在|目前|的?状态)?/u, WHY, LIGHT, END);

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
const wordOf = (said: string): string =>
  /^[未没]有?(?:填|上?报|交)/u.test(said) ? '未填报' : (SAID_AS.get(said) ?? said);

/** `哪些滞后了？`, `谁还没填报`, `有几个滞后`, `我滞后的目标`: asked like a question to the report, which knows nothing of it. */
export function readAskedList(typed: string): Command | undefined {
  const asked = typed.replaceAll(' ', '');
  const owned = wordOf(STATUS_OWNERS.exec(asked)?.groups?.said ?? '');
  // The digest of those names who owns them; of what nobody reported the list does.
  if (owned === '未填报') return { kind: 'list', words: [owned] };
  if (owned !== '') return { kind: 'preview', every: 'week', time: null, words: [owned] };
  if (ASKED_DONE.test(asked) || DONE_ASKED.test(asked)) return { kind: 'list', words: ['已完成'] };
  if (ALL_COUNTED.test(asked)) return { kind: 'list', words: [] };
  const said = (STATUS_TOO.exec(asked) ?? ASKED_STATUS.exec(asked) ?? STATUS_ASKED.exec(asked))?.groups?.said;
  if (said !== undefined) return { kind: 'list', words: [wordOf(said)] };
  const mine = STATUS_MINE.exec(asked)?.groups?.said;
  if (mine !== undefined) return { kind: 'list', words: ['我的', wordOf(mine)] };
  return ALL_MINE.test(asked) ? { kind: 'list', words: ['我的'] } : undefined;
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
  if (time === undefined || others.length > 0 || targets.length === 0 || /[去前上]年|半/u.test(time))
    return undefined;
  const year = /\d{4}/u.exec(time)?.[0];
  if (year !== undefined && !targets.some((target) => target.year === Number(year))) return undefined;
  const rest = asked
    .replace(time, '')
    .replace(/^(?:截[至止]到?|到)?(?:里面?|内|底|末|以来|为止|当中|中)?/u, '');
  const shown = { kind: 'preview', every: 'week', time } as const;
  if (DONE_THEN.test(rest)) return { ...shown, words: ['已完成'] };
  if (REPORTED_THEN.test(rest)) return shown;
  const listed = readAskedList(rest);
  if (listed?.kind !== 'list' || listed.words.length === 0) return undefined;
  // How they stand this week is how they stand.
  return /^[这本今]/u.test(time) ? listed : { ...shown, words: listed.words };
}

/** `有2020年的报告吗`: the list of reports says which years and places there are. */
export const readAskedReports = (typed: string): Command | undefined =>
  ASKED_REPORTS.test(typed.replaceAll(' ', '')) ? { kind: 'reports' } : undefined;

/** `为什么养老站是黄的`: the card, which says why; without a target, the digest of those. */
export function readAskedWhy(typed: string, targets: readonly Named[]): Command | undefined {
  const asked = typed.replaceAll(' ', '');
  const groups = (LIGHT_WHY.exec(asked) ?? WHY_LIGHT.exec(asked) ?? LIGHT_REASON.exec(asked))?.groups;
  if (groups?.light === undefined) return undefined;
  const name = (groups.name ?? '').replace(/^(?:这个|那个|这些|那些|有些|目标|那|这|它)+/u, '');
  const shown = { kind: 'preview', every: 'week', time: null } as const;
  const word = groups.not ? '需要关注' : wordOf(groups.light);
  if (name === '') return { ...shown, words: [word] };
  const found = findTargets(targets, [name]);
  const [only] = found;
  if (only && found.length === 1) return { kind: 'card', target: only.id };
  return found.length > 1 ? { ...shown, words: [name, word] } : undefined;
}
