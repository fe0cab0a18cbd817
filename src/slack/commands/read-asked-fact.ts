import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { eitherOf, joinPatterns } from './join-patterns.ts';
import { asksUrgentOfShown, readAskedList, statusSaid } from './read-asked.ts';
import { isNarrowing } from './read-digest-command.ts';

const WHEN_ASKED = /(?:什么时候|哪天|哪一天|何时|几号)/u;
const REPORTED = /(?:填报?写?|上?报|更新|录入?)/u;
const LIGHT = /(?:红|黄|绿|滞后|落后|有风险|受阻|未填报|过期)/u;
const HOW_MUCH = /(?:多少|几)\p{Script=Han}{0,2}?/u;

/** Who reported, when and what, and since when a light is on: what no report knows. */
const ABOUT_REPORTS = eitherOf(
  joinPatterns(
    /(?:上一?次|上回|最近一?次|最后一?次|最后|最近)?是?/u,
    ...[eitherOf(/(?:谁|哪位)(?:最后|最近)?来?/u, WHEN_ASKED), REPORTED, /[的了]?/u],
  ),
  joinPatterns(
    /(?:我|我们)?(?:上一?次|上回|最近一?次|最后一?次|最近|最新)/u,
    ...[REPORTED, /[的了]?(?:数字?)?是?/u, eitherOf(HOW_MUCH, /什么|啥/u)],
  ),
  joinPatterns(REPORTED, /[的了](?:数字?)?是?/u, eitherOf(HOW_MUCH, /什么|啥/u)),
  joinPatterns(/是?从?/u, WHEN_ASKED, /(?:开始)?(?:变成?|变为|亮|转|标|成)?的?/u, LIGHT, /[灯色]?[了的]*/u),
);
/** The same without saying which light: of what was shown. */
const ABOUT_TURN = joinPatterns(
  /(?:是|状态|颜色|灯)*从?/u,
  WHEN_ASKED,
  /(?:开始|起)?(?:变|转|亮)[成为化]?(?:这样|这个?(?:样子|颜色|状态))?(?:灯|色|颜色|状态)?[了的]*/u,
);
const TURN = new RegExp(`${WHEN_ASKED.source}.{0,4}?(?<turned>${LIGHT.source})`, 'u');

const DONE = /(?:完成|做完|办完|建完|建成|建好|做到|达到|达标|实现)/u;
const IN_TIME = /(?:全?都|全部?)?(?:按时|按期|如期|准时|及时)?(?:全?都|全部?)?/u;
/** Whether it will be done in time: how far it is beside how far it should be is all that is known of that. */
const ABOUT_OUTLOOK = joinPatterns(
  /(?:[照按](?:这个|这样|现在的?|目前的?)(?:速度|进度|样子)?(?:下去)?)?(?:到|在)?(?:今年)?(?:年底|年末|年内|月底)?(?:之?前)?/u,
  IN_TIME,
  eitherOf(
    joinPatterns(/(?:能不能|能否|可以|可不可以|来得及|会不会|能)/u, IN_TIME, DONE, /得?了?(?:吗|么)?/u),
    /(?:完成?|做|办|建)得(?:完|成|了|到|好)(?:吗|么|不)?/u,
    /(?:来得及|来不来得及|赶得上|有没有把握|有把握|有没有希望)(?:完成)?(?:吗|么)?/u,
    /(?:会不会|是不是会?)(?:完不成|做不完|建不完|办不完|超期|逾期|过期)了?/u,
  ),
);

/** How it stands: the card says it even where nobody has reported anything yet. */
const ABOUT_STANDING = eitherOf(
  joinPatterns(
    /(?:进展|进度|完成|推进|落实|办理)[得的]?/u,
    eitherOf(/(?:怎么样|怎样|如何|咋样)了?/u, /情况(?:怎么样|怎样|如何)?了?/u),
  ),
  joinPatterns(/(?:完成|建|做|办)[了成]?多少[个所张项]?了/u),
  joinPatterns(/(?:做|推进|进展|建|办|走|进行)到了?多少[个所张项]?了?/u),
  /(?:(?:做|推进|进展|建|办|走|进行)?到|[卡停]在)了?(?:哪|什么|啥)(?:里|儿|一?步|个?阶段|个?程度|样)?了?/u,
  ABOUT_OUTLOOK,
);

/** How far it has come by now: people's reports know it where there are any, else the report knows the most. */
const ABOUT_NOW = eitherOf(
  joinPatterns(
    /(?:(?:离|距离?)(?:目标|要求|任务)[还尚]?|[还尚])差/u,
    ...[eitherOf(HOW_MUCH, /多远/u), /(?:没.{1,3}|完成|达标)?/u],
  ),
  joinPatterns(/(?:一共|总共|共|累计)?完成了?/u, HOW_MUCH),
  // What is left to be done, whatever is done with it.
  joinPatterns(/还(?:需要?|要|得|须|应该?)再?(?!花)\p{Script=Han}{0,3}?/u, HOW_MUCH, /(?:才.{1,4})?/u),
  joinPatterns(/(?:还?剩下?余?|还有)/u, HOW_MUCH, /(?:没有?|未|要|待|需要?).{1,3}/u),
  joinPatterns(/还剩(?:下|余)?/u, HOW_MUCH),
  /完成(?:率|比例)(?:是|有)?多少/u,
  joinPatterns(
    /比(?:上一?个?(?:月|周|星期|季度?)|上一?次|上回)[又还]?(?:多|增加|新增|增|涨|少|减少|提高|降低)了?/u,
    HOW_MUCH,
  ),
);

/** The same in words that ask the report as well, of what is only a part of a target's name: `慈善组织有几家了`. */
const ABOUT_WHOLE = eitherOf(
  joinPatterns(
    /(?:现在|目前|如今|已经?)(?:一共|总共|共)?(?:完成|建|做|办|有|是|达到|到)?[了成好]?/u,
    HOW_MUCH,
  ),
  joinPatterns(/(?:有|是|达到|到)?/u, HOW_MUCH, /(?<=了)/u),
  // Between two things, the report sets their numbers beside each other.
  joinPatterns(/差/u, HOW_MUCH),
  /(?:完成|建|做|办)[了成好完]?(?:了没有?|没有?|了吗|吗)/u,
);

const asked = (name: RegExp, tail: RegExp): RegExp =>
  joinPatterns(/^(?:请问)?/u, name, /(?:今年)?(?:现在|目前|到现在|到目前)?的?/u, tail, /[?]*$/u);
/** A shorter name is in the names of many targets, by chance. */
const MIN_NAME_CHARS = 4;
const NAMED = /(?<name>.{4,}?)/u;
const POINTED = /(?:[这那](?:[个项些]|[几两\d一二三四五六七八九十]+[个项])?(?:目标|任务)?|它们?)?/u;
const STANDING_OF_NAMED = asked(NAMED, ABOUT_STANDING);
const REPORTS_OF_NAMED = asked(NAMED, ABOUT_REPORTS);
const NOW_OF_NAMED = asked(NAMED, ABOUT_NOW);
const NOW_OF_WHOLE = asked(NAMED, ABOUT_WHOLE);
const REPORTS_OF_THIS = asked(POINTED, ABOUT_REPORTS);
const STANDING_OF_THIS = asked(POINTED, ABOUT_STANDING);
const NOW_OF_THIS = asked(POINTED, ABOUT_NOW);
const TURN_OF_THIS = asked(POINTED, ABOUT_TURN);
const TURN_OF_NAMED = asked(NAMED, ABOUT_TURN);
const OUTLOOK_AT_END = joinPatterns(ABOUT_OUTLOOK, /[?]*$/u);
const OUTLOOK_OF_THIS = asked(POINTED, ABOUT_OUTLOOK);
/** Of what was shown before it is the card's, of an answer of the report the report's. */
const MERE_GAP = asked(POINTED, joinPatterns(/差/u, HOW_MUCH));
const OWNER_OF_THIS = asked(POINTED, /(?:是|由|归)?谁在?(?:负责|管)的?/u);
/** `养老的目标怎么样了`, `养老这块进展怎么样`. */
const STANDING_OF_FIELD = joinPatterns(
  /^(?:请问)?(?<field>.{2,}?)(?:(?:方面|领域|板块|这一?块|这边)的?(?:各项|几项|那些)?(?:目标|任务)?|的?(?:各项|几项|那些)?(?:目标|任务))/u,
  ...[
    /(?:现在|目前|今年|到现在)?[的都]?(?:(?:整体|总体|总的)的?)?(?:情况|状况)?/u,
    eitherOf(ABOUT_STANDING, /(?:怎么样|怎样|如何|咋样)了?/u),
    /[?]*$/u,
  ],
);

/** Of another time, or of what is aimed at, the report is asked. */
const OF_THE_REPORT = /(?:19|20)\d\d|去年|上年|前年|明年|[要应需将]$|计划$/u;

/** What somebody reported, whoever it was. */
const MINE = /^我(?:们)?(?:都)?(?:上次)?(?:填报?|报)(?:了|过)(?:什么|啥|哪些|多少|几[项个])[?]*$/u;
const MY_LAST = joinPatterns(
  ...[/^我?(?:上一?次|上回)/u, REPORTED, /[的了]?(?:数字?)?是?(?:多少|几|什么|啥)[?]*$/u],
);

/**
 * `社区养老服务站还差多少`, `示范中心什么时候变红的`, `谁填的`: asked like a question to the report, of what people have
 * reported. Where the report knows something as well, it is asked unless there are reports of people.
 */
export function readAskedFact(typed: string, targets: readonly Named[]): Command | undefined {
  const [text = '', ...others] = typed.replaceAll(' ', '').split(/[,、;?]+/u);
  // `完成多少了，差多少，谁负责`: what follows is asked of the same target.
  if (!others.every(isOfThis)) return undefined;
  if (MINE.test(text) || MY_LAST.test(text)) return { kind: 'undo', target: null };
  const [standing, reports, turned, now] = [
    STANDING_OF_NAMED,
    REPORTS_OF_NAMED,
    TURN_OF_NAMED,
    NOW_OF_NAMED,
  ].map((pattern) => findOnly(targets, pattern.exec(text)?.groups?.name));
  const named =
    others.length > 0 && text.length >= MIN_NAME_CHARS
      ? findOnly(targets, text.replace(/的?(?:进度|进展|情况)$/u, ''))
      : undefined;
  const shown = standing ?? reports ?? turned ?? named;
  if (shown) return { kind: 'card', target: shown.id, ...readOpening(text) };
  const whole = NOW_OF_WHOLE.exec(text)?.groups?.name;
  const counted = now ?? findOnly(targets, whole, isWholeThing);
  if (counted) return { kind: 'card', target: counted.id, ifReported: true };
  const field = STANDING_OF_FIELD.exec(text)?.groups?.field?.replace(/^(?:我们|关于|有关)+/u, '') ?? '';
  const ofField = { kind: 'preview', every: 'week', time: null } as const;
  if (isNarrowing(field, targets))
    return OUTLOOK_AT_END.test(text)
      ? { ...ofField, words: [field, '需要关注'], tells: 'outlook' }
      : { ...ofField, words: [field] };
  // Without a target it is asked of all of them.
  return REPORTS_OF_THIS.test(text) ? { kind: 'preview', every: 'week', time: null } : undefined;
}

/** Asked of whatever light it is. */
const ANY_LIGHT = '';

/** What is to be said before a card: the day of a light, or how far it is from done. */
export function readOpening(
  text: string,
): Pick<Extract<Command, { kind: 'card' }>, 'turnedTo' | 'isOutlook'> {
  if (OUTLOOK_AT_END.test(text)) return { isOutlook: true };
  const turned = TURN.exec(text)?.groups?.turned;
  if (turned !== undefined) return { turnedTo: statusSaid(turned) };
  return TURN_OF_THIS.test(text) || TURN_OF_NAMED.test(text) ? { turnedTo: ANY_LIGHT } : {};
}

const isOfThis = (said: string): boolean =>
  said === '' ||
  [STANDING_OF_THIS, REPORTS_OF_THIS, NOW_OF_THIS, MERE_GAP, OWNER_OF_THIS].some((each) => each.test(said));

export type FactOfThis = 'reports' | 'turn' | 'now' | 'owner' | 'outlook' | 'urgent';

/**
 * Whether what only people's reports know is asked of what was shown before: `谁填的`; `now` where a report may know more,
 * `owner` and `outlook` where an aim that was told will do as well, `urgent` where only
 * a digest does, `turn` where the day of a light is asked.
 */
export function readFactOfThis(typed: string): FactOfThis | undefined {
  const text = typed.replaceAll(' ', '');
  if (asksUrgentOfShown(text)) return 'urgent';
  // What is counted as 项 is targets.
  if (readAskedList(text)) return undefined;
  if (OWNER_OF_THIS.test(text)) return 'owner';
  if (
    readOpening(text).turnedTo !== undefined &&
    [TURN_OF_THIS, REPORTS_OF_THIS].some((each) => each.test(text))
  )
    return 'turn';
  if ([REPORTS_OF_THIS, MERE_GAP].some((each) => each.test(text))) return 'reports';
  if (OUTLOOK_OF_THIS.test(text)) return 'outlook';
  return NOW_OF_THIS.test(text) ? 'now' : undefined;
}

/** Whether what was said is the thing a target is about, and not only what its name begins with. */
const isWholeThing = ({ name }: Named, said: string): boolean =>
  name.replace(/\(.*\)$/u, '').at(-1) === said.at(-1);

function findOnly(
  targets: readonly Named[],
  name: string | undefined,
  isMeant: (target: Named, said: string) => boolean = () => true,
): Named | undefined {
  if (name === undefined || OF_THE_REPORT.test(name)) return undefined;
  const said = name.replace(/^[这那]/u, '').replace(/^[个项]/u, '');
  const [only, ...others] = findTargets(targets, [said]);
  return only && others.length === 0 && isMeant(only, said) ? only : undefined;
}
