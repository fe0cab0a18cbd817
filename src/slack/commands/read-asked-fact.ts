import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { eitherOf, joinPatterns } from './join-patterns.ts';

const WHEN_ASKED = /(?:什么时候|哪天|哪一天|何时|几号)/u;
const REPORTED = /(?:填报?写?|上?报)/u;
const LIGHT = /(?:红|黄|绿|滞后|落后|有风险|受阻|未填报|过期)/u;
const HOW_MUCH = /(?:多少|几)\p{Script=Han}{0,2}?/u;

/** Who reported, when and what, and since when a light is on: what no report knows. */
const ABOUT_REPORTS = eitherOf(
  joinPatterns(/是?/u, eitherOf(/(?:谁|哪位)来?/u, WHEN_ASKED), REPORTED, /[的了]?/u),
  joinPatterns(
    /(?:我|我们)?(?:上一?次|上回|最近一?次|最后一?次|最近|最新)/u,
    ...[REPORTED, /[的了]?(?:数字?)?是?/u, eitherOf(HOW_MUCH, /什么|啥/u)],
  ),
  joinPatterns(REPORTED, /[的了](?:数字?)?是?/u, eitherOf(HOW_MUCH, /什么|啥/u)),
  joinPatterns(/是?从?/u, WHEN_ASKED, /(?:开始)?(?:变成?|变为|亮|转|标|成)?/u, LIGHT, /[灯色]?[了的]*/u),
);

/** How far it has come by now: people's reports know it where there are any, else the report knows the most. */
const ABOUT_NOW = eitherOf(
  // A mere 差多少 sets two numbers of the report beside each other.
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

const asked = (name: RegExp, tail: RegExp): RegExp =>
  joinPatterns(/^(?:请问)?/u, name, /(?:今年)?(?:现在|目前|到现在|到目前)?的?/u, tail, /[?]*$/u);
/** A shorter name is in the names of many targets, by chance. */
const NAMED = /(?<name>.{4,}?)/u;
const POINTED = /(?:[这那](?:个|项)?(?:目标|任务)?|它)?/u;
const REPORTS_OF_NAMED = asked(NAMED, ABOUT_REPORTS);
const NOW_OF_NAMED = asked(NAMED, ABOUT_NOW);
const REPORTS_OF_THIS = asked(POINTED, ABOUT_REPORTS);
const NOW_OF_THIS = asked(POINTED, ABOUT_NOW);

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
  const text = typed.replaceAll(' ', '');
  if (MINE.test(text) || MY_LAST.test(text)) return { kind: 'undo', target: null };
  const [reports, now] = [REPORTS_OF_NAMED, NOW_OF_NAMED].map((pattern) =>
    findOnly(targets, pattern.exec(text)?.groups?.name),
  );
  if (reports) return { kind: 'card', target: reports.id };
  if (now) return { kind: 'card', target: now.id, ifReported: true };
  // Without a target it is asked of all of them.
  return REPORTS_OF_THIS.test(text) ? { kind: 'preview', every: 'week', time: null } : undefined;
}

/** Whether what only people's reports know is asked of what was shown before: `谁填的`; `now` where a report may know more. */
export function readFactOfThis(typed: string): 'reports' | 'now' | undefined {
  const text = typed.replaceAll(' ', '');
  if (REPORTS_OF_THIS.test(text)) return 'reports';
  return NOW_OF_THIS.test(text) ? 'now' : undefined;
}

function findOnly(targets: readonly Named[], name: string | undefined): Named | undefined {
  if (name === undefined || OF_THE_REPORT.test(name)) return undefined;
  const [only, ...others] = findTargets(targets, [name]);
  return others.length === 0 ? only : undefined;
}
