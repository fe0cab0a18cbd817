import { STATE_WORDS } from '../../targets/digest-wording.ts';
import type { MilestoneState } from '../../targets/entry.ts';
import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { ASKING } from './read-digest-command.ts';

/** A shorter name is in the names of many targets, by chance. */
const MIN_NAME_CHARS = 3;

/** Longer than any name with a value; what is longer is no such short word to a colleague. */
const MAX_TOLD_CHARS = 80;

/** The value at the end of `社区养老服务站 215个`, `婚姻辅导站做到16个了`. */
const VALUE = /(?<!\d[.,:∶]?)(?<said>\d[\d.,]*(?:[∶:]\d[\d.]*)?\s*[^\s\d]{0,3}?)了?$/u;
/** A year says which time is asked about. */
const YEAR = /^(?:19|20)\d\d(?:\D|$)/u;
/** What stands between the name and what is told of it. */
const HOW_FAR =
  /[\s:,]*(?:已经|已|现在|目前|今天|到今天|全部|都|才|刚刚|刚)*(?:做到|建到|建了|建成|完成|达到|做了|办了|到|是)?了?\s*$/u;

/** The state at the end of `家和计划完成了`. */
const STATE = /(?<said>完成|做完|办完|办结|建成|结束|受阻|卡住|停滞|进行中|在办|启动|开始|开工)了?$/u;
const STATES: ReadonlyMap<string, MilestoneState> = new Map([
  ...['完成', '做完', '办完', '办结', '建成', '结束'].map((word) => [word, 'done'] as const),
  ...['受阻', '卡住', '停滞'].map((word) => [word, 'blocked'] as const),
  ...['进行中', '在办', '启动', '开始', '开工'].map((word) => [word, 'in-progress'] as const),
]);

/**
 * Somebody tells how far a target has come, as one would tell a colleague. What the report says of it may be asked in the
 * same words, so it counts only for who reports on that target.
 */
export function readTold(typed: string, targets: readonly Named[]): Command | undefined {
  if (typed.length > MAX_TOLD_CHARS || ASKING.test(typed) || typed.endsWith('吧')) return undefined;
  const value = VALUE.exec(typed);
  const state = STATE.exec(typed);
  const code = STATES.get(state?.groups?.said ?? '');
  return (
    (value && tellOf(targets, typed.slice(0, value.index), value.groups?.said)) ??
    (state && tellOf(targets, typed.slice(0, state.index), code && STATE_WORDS[code])) ??
    undefined
  );
}

function tellOf(targets: readonly Named[], before: string, said?: string): Command | undefined {
  const name = before.replace(HOW_FAR, '');
  if (said === undefined || name.length < MIN_NAME_CHARS || YEAR.test(said)) return undefined;
  const [only, ...others] = findTargets(targets, [name]);
  return only && others.length === 0 ? { kind: 'told', target: only.id, said: said.trim() } : undefined;
}
