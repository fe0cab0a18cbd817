import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from '../../report/chinese-numerals.ts';
import { STATE_WORDS } from '../../targets/digest-wording.ts';
import type { MilestoneState } from '../../targets/entry.ts';
import type { Command, Told } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { ASKING } from './read-digest-command.ts';

/** A shorter name is in the names of many targets, by chance. */
const MIN_NAME_CHARS = 3;

/** Longer than any name with a value; what is longer is no such short word to a colleague. */
const MAX_TOLD_CHARS = 80;

/** What makes a number one below nothing. */
export const MINUS = String.raw`\-−负`;
const NUMBER = String.raw`(?<!\d[.,:∶]?)[${MINUS}]?\d(?:[\d.,]*\d)?(?:[∶:]\d[\d.]*)?`;
/** The value at the end of `社区养老服务站 215个`, `婚姻辅导站做到16个了`. */
const VALUE = new RegExp(String.raw`(?<said>${NUMBER}\s*[^\s\d]{0,3}?)了?$`, 'u');
/** The same with its number spelled out, which only a unit behind it makes a number: `两百二十五个`. */
const SPELLED = new RegExp(
  String.raw`(?<number>[${CHINESE_NUMERAL_CLASS}]+)(?<unit>[^\s\d${CHINESE_NUMERAL_CLASS}]{1,3}?)了?$`,
  'u',
);
/** A year says which time is asked about. */
const YEAR = /^(?:19|20)\d\d(?:\D|$)/u;
/** What stands between the name and what is told of it. */
const HOW_FAR =
  /[\s:,]*(?:已经|已|现在|目前|今天|到今天|今年|全部|都|才|刚刚|刚|累计|总共|一共|共)*(?:(?:增加?|新增|发展|扩大)?到|做到|建到|建了|建成|完成|达到|做了|办了|有|是)?了?\s*$/u;

/** The day that is told of: `截至6月20日`, `到6.20为止`. */
const DAY =
  /[\s,]*(?:截至|截止到?|到)(?<day>(?:\d{4}[年./-])?\d{1,2}(?:月|[./-])\d{1,2}[日号]?)(?:为止)?[\s,:]*(?=\S*$|\S*\s\S*$)/u;

const LATELY = /(?:[本这上当]一?个?(?:周|星期|月|旬|季度?)|今天|昨天|今日|昨日|最近|近期)/u.source;
const ADDING =
  /(?:(?:新|又|再|多)(?:开设?|增加?|建成?|办|设|成立|添|挂牌|完成|做|有)?|增加?|添|开|建成?|办|设|成立|挂牌|完成|做)了?/u
    .source;
/** What says that a value comes on top of what there was: `本周新开`, `又建了`. Of `完成` alone a time says so. */
const ADDED = new RegExp(
  String.raw`[\s:,]*(?:${LATELY}[\s,]*(?:${ADDING})?|(?:(?:又|再|多|新)[^\s\d]{0,3}|增加?|添)了?|\+)\s*$`,
  'u',
);
/** The same before the name: `本周新开社区养老服务站5个`. */
const ADDED_FIRST = new RegExp(
  String.raw`^(?<added>(?:${LATELY}[\s,]*)?(?:(?:新|又|再|多)[^\s\d]?|增加?|添)了?)(?<name>.+)$`,
  'u',
);
/** `本周新开5个社区养老服务站`. */
const ADDED_BEFORE = new RegExp(
  String.raw`^(?<added>(?:${LATELY}[\s,]*${ADDING}|(?:又|再|新|多|增)[^\s\d]{0,3}了?)\s*)(?<said>${NUMBER}\s*(?:万|亿)?[个所家人张条户对件项处名场次笔])的?\s*(?<name>.+?)了?$`,
  'u',
);

/** The state at the end of `家和计划完成了`. */
const STATE =
  /(?<said>完成|做完|办完|办结|建成|结束|受阻|卡住|停滞|进行中|在办|启动|开始|开工|(?:进展)?(?:正常|顺利)|推进中|正在推进)了?$/u;
const STATES: ReadonlyMap<string, MilestoneState> = new Map([
  ...['完成', '做完', '办完', '办结', '建成', '结束'].map((word) => [word, 'done'] as const),
  ...['受阻', '卡住', '停滞'].map((word) => [word, 'blocked'] as const),
  ...[
    ...['进行中', '在办', '启动', '开始', '开工', '进展正常', '正常', '进展顺利', '顺利'],
    ...['推进中', '正在推进'],
  ].map((word) => [word, 'in-progress'] as const),
]);

const BECOMES = /(?:改成|改为|改到|更正为|更正成)/u.source;
const OUGHT = /(?:应该?当?[是为]|而?是|实际上?是)/u.source;
/** `改成17个`: what was reported last, or of a day, is to be another value. */
const CORRECTED = new RegExp(
  String.raw`^(?:请|帮我)?(?<what>.{0,40}?)${BECOMES}\s*(?<said>${NUMBER}\s*[^\s\d,]{0,3}?)(?:了|吧|才对)?$`,
  'u',
);
/** `写错了,应该是185不是158`: the same, said of the value that was reported wrong. */
const SHOULD_BE = new RegExp(
  String.raw`^(?<what>.{1,40}?)(?:不是\s*${NUMBER}[^\s\d,]{0,3}?,?)?${OUGHT}\s*(?<said>${NUMBER}\s*[^\s\d,]{0,3}?)(?:[,\s]*而?不是\s*${NUMBER}[^\s\d]{0,3}?)?(?:了|吧|才对)?$`,
  'u',
);
/** What stands before a value that is to take the place of another: `应该是15个`, `51个改成15个`. */
const MEANT = new RegExp(
  String.raw`^(?:(?:[从由把将]|不是)?${NUMBER}[^\s\d]{0,3}?)?(?:${BECOMES}|${OUGHT}|为)`,
  'u',
);
const UNDOING = /撤[销回了掉]|取消|删[掉除了]|更正|改一?下|[填报记写输打]错|[填写打]反/u;
/** The same with what ends it, which leaves the target that was named. */
const SLIP = new RegExp(String.raw`(?:${UNDOING.source})了?[,\s]*`, 'u');
/** The day whose entry is meant. */
const OF_DAY =
  /(?<![\d.])(?:\d{4}[年./-])?\d{1,2}(?:月|[./-])\d{1,2}[日号]?(?![\d.])|(?<!\d)\d{1,2}[日号]|昨天|前天|昨日|今天|今日/u;
/** What says of an entry only that it is one. */
const AN_ENTRY =
  /请|帮我|给我|[把将]|我|(?:填报?|上?报|录入?|记)(?:写|过|上去)?[的了]?|[这那](?:[条次个笔])?|数[字据]?|进度|刚才?|上一?次|[的了吧呀啊,\s]/gu;

/**
 * The value that somebody's last report, or one of a day or a target that is named, is to be corrected to, with the reason
 * where clauses behind it say one: `写错了,应该是185,打反了`.
 */
export function readCorrection(typed: string, targets: readonly Named[]): Command | undefined {
  const clauses = typed.split(/(?=[,;。])/u);
  const mostReasons = ASKING.test(typed) ? 0 : clauses.length - 1;
  for (let reasons = 0; reasons <= mostReasons; reasons += 1) {
    const end = clauses.length - reasons;
    const read = readCorrectionAlone(clauses.slice(0, end).join(''), targets);
    const reason = clauses.slice(end).map((clause) => clause.slice(1));
    if (read) return { ...read, said: joinTold({ said: read.said, note: reason.join(',') }) };
  }
  return undefined;
}

type Correction = { readonly kind: 'undo'; readonly target: string | null; readonly said: string };

function readCorrectionAlone(typed: string, targets: readonly Named[]): Correction | undefined {
  const corrected = CORRECTED.exec(typed)?.groups;
  const slip = corrected ? undefined : SHOULD_BE.exec(typed)?.groups;
  // What should be is also said of what the bot answered.
  if (slip?.what !== undefined && (ASKING.test(slip.what) || !UNDOING.test(slip.what))) return undefined;
  const { what = '', said } = corrected ?? slip ?? {};
  const meant = said === undefined ? undefined : readEntryMeant(what.replace(slip ? SLIP : '', ''), targets);
  return meant && said !== undefined
    ? { kind: 'undo', ...meant, said: said.replace(/[,\s]+$/u, '') }
    : undefined;
}

/** `撤销 社区养老服务站 6月10日`, `把6月10日报的撤回`: not the last entry but the one of that day is to be taken back. */
export function readUndoOfDay(typed: string, targets: readonly Named[]): Command | undefined {
  if (!OF_DAY.test(typed) || !UNDOING.test(typed) || ASKING.test(typed)) return undefined;
  const meant = readEntryMeant(typed.replace(UNDOING, ' '), targets);
  return meant?.day === undefined ? undefined : { kind: 'undo', ...meant };
}

/** The target and the day of an entry, where nothing else is said of it. */
function readEntryMeant(
  what: string,
  targets: readonly Named[],
): { readonly target: string | null; readonly day?: string } | undefined {
  const day = OF_DAY.exec(what)?.[0];
  const about = (day === undefined ? what : what.replace(day, ' ')).trim();
  const ofDay = day === undefined ? {} : { day };
  if (about.replace(AN_ENTRY, '') === '') return { target: null, ...ofDay };
  const name = about.replace(/^(?:请|帮我|给我|[把将]|我|的|\s)+/u, '').split(/\s+/u);
  const trimmed = name
    .map((word) => word.replace(/的?(?:填报?|上?报|录入?)?的?(?:数字?|进度)?$/u, ''))
    .filter((word) => word.replace(AN_ENTRY, '') !== '');
  const [only, ...others] = [...findTargets(targets, name), ...findTargets(targets, trimmed)];
  const isOne = only !== undefined && others.every(({ id }) => id === only.id);
  return isOne ? { target: only.id, ...ofDay } : undefined;
}

/** What was written behind the name of a target, as the fields of its form take it. */
export type EntryTold = { readonly said?: string; readonly day?: string; readonly note?: string };

/**
 * `128个 6月10日 北碚集中开工`, `到6月10日建成128个,北碚开工`: the value or state, its day, and what else is said of it. What
 * looks like a day (`12.5亿`) is none where no value would be left.
 */
export function splitEntry(text: string): EntryTold {
  const days = [...text.matchAll(new RegExp(OF_DAY.source, 'gu'))].reverse();
  const ofDay = days.map((match) => ({ ...splitMeasure(cutDay(text, match)), day: match[0] }));
  return ofDay.find(({ said }) => said !== undefined) ?? splitMeasure(text);
}

const cutDay = (text: string, { 0: day, index }: RegExpExecArray): string =>
  [
    text.slice(0, index).replace(/(?:截[至止]到?|到)\s*$/u, ''),
    text.slice(index + day.length).replace(/^\s*为止/u, ''),
  ].join(' ');

function splitMeasure(text: string): EntryTold {
  const parts = text.trim().split(/[\s,;。]+/u);
  for (const [at, part] of parts.entries()) {
    const said = readMeasure(part);
    const note = parts
      .filter((_, other) => other !== at)
      // Brackets that stood around the day say nothing.
      .filter((each) => /[\p{L}\d]/u.test(each))
      .join(',');
    if (said !== undefined) return { said, ...(note === '' ? {} : { note }) };
  }
  return {};
}

/** The value with its note, as `splitEntry` takes them apart. */
export const joinTold = ({ said = '', note = '' }: EntryTold): string => `${said} ${note}`.trim();

/** A value or a state with nothing before it but what says how far, or that it should be that: `建成128个`, `应该是15个`. */
function readMeasure(written: string): string | undefined {
  const part = written.replace(MEANT, '');
  const value = /^\d{1,2}月[初中底末]?$/u.test(part) ? undefined : findValue(part);
  if (value)
    return part.slice(0, value.at).replace(HOW_FAR, '') === ''
      ? value.said.trim().replace(/^负/u, '-')
      : undefined;
  const code = STATES.get(part.replace(/^已经?|了$/gu, ''));
  return code && STATE_WORDS[code];
}

/** Words behind the name of a target that tell an increase: `本周新开5个`. */
export function splitAdded(text: string): Pick<Told, 'said' | 'added'> | undefined {
  const found = findValue(text);
  const added = found && ADDED.exec(text.slice(0, found.at));
  return found && added?.index === 0
    ? { said: found.said, added: added[0].replace(/[\s:,]/gu, '') }
    : undefined;
}

/**
 * Somebody tells how far a target has come, or by how much, as one would tell a colleague. What the report says of it may
 * be asked in the same words, so it counts only for who reports on that target.
 */
export function readTold(typed: string, targets: readonly Named[]): Command | undefined {
  if (typed.length > MAX_TOLD_CHARS || ASKING.test(typed) || typed.endsWith('吧')) return undefined;
  const day = DAY.exec(typed)?.groups?.day;
  const text = day === undefined ? typed : typed.replace(DAY, ' ');
  const told = readAddedBefore(text, targets) ?? readValue(text, targets) ?? readState(text, targets);
  return told && { kind: 'told', ...told, ...(day === undefined ? {} : { day }) };
}

function readAddedBefore(typed: string, targets: readonly Named[]): Told | undefined {
  const { added = '', said, name = '' } = ADDED_BEFORE.exec(typed)?.groups ?? {};
  return tellOf(targets, { name, said, added });
}

function readValue(typed: string, targets: readonly Named[]): Told | undefined {
  const found = findValue(typed);
  if (!found) return undefined;
  const before = typed.slice(0, found.at);
  const added = ADDED.exec(before)?.[0];
  return (
    (added === undefined
      ? undefined
      : tellOf(targets, { name: before.slice(0, -added.length), said: found.said, added })) ??
    tellOf(targets, { name: before.replace(HOW_FAR, ''), said: found.said }) ??
    tellOf(targets, { ...readAddedFirst(before), said: found.said })
  );
}

function readAddedFirst(before: string): { readonly name: string; readonly added?: string } {
  const { added, name } = ADDED_FIRST.exec(before.replace(HOW_FAR, ''))?.groups ?? {};
  return added === undefined || name === undefined ? { name: '' } : { name, added };
}

function findValue(typed: string): { readonly at: number; readonly said: string } | undefined {
  const value = VALUE.exec(typed);
  if (value?.groups?.said !== undefined) return { at: value.index, said: value.groups.said };
  const spelled = SPELLED.exec(typed);
  const number = parseChineseNumeral(spelled?.groups?.number ?? '');
  return spelled && number !== null
    ? { at: spelled.index, said: `${number}${spelled.groups?.unit}` }
    : undefined;
}

function readState(typed: string, targets: readonly Named[]): Told | undefined {
  const state = STATE.exec(typed);
  const code = STATES.get(state?.groups?.said ?? '');
  return state && code
    ? tellOf(targets, { name: typed.slice(0, state.index).replace(HOW_FAR, ''), said: STATE_WORDS[code] })
    : undefined;
}

function tellOf(
  targets: readonly Named[],
  {
    name,
    said,
    added,
  }: { readonly name: string; readonly said?: string | undefined; readonly added?: string },
): Told | undefined {
  if (said === undefined || name.trim().length < MIN_NAME_CHARS || YEAR.test(said)) return undefined;
  const [only, ...others] = findTargets(targets, [name]);
  if (!only || others.length > 0) return undefined;
  return {
    target: only.id,
    said: said.trim(),
    ...(added === undefined ? {} : { added: added.replace(/[\s:,]/gu, '') }),
  };
}
