import { STATE_WORDS } from '../../targets/digest-wording.ts';
import type { MilestoneState } from '../../targets/entry.ts';
import type { Command } from './command.ts';
import { findTargets, type Named } from './find-targets.ts';
import { ASKING } from './read-digest-command.ts';

/** A shorter name is in the names of many targets, by chance. */
const MIN_NAME_CHARS = 3;

const HOW_FAR =
  /(?:已经|已|现在|目前|今天|到今天|都|才|刚刚|刚)*(?:做到|建到|建了|建成|完成|达到|做了|办了|到|是)?(?:了)?/u;
/** `社区养老服务站 215个`, `婚姻辅导站做到16个了`: a target and a number, and nothing else. */
const VALUE_TOLD = new RegExp(
  `^(?<name>.*?[^\\d\\s])[\\s:,]*${HOW_FAR.source}\\s*(?<said>\\d[\\d.,]*(?:[∶:]\\d[\\d.]*)?\\s*\\S{0,3}?)了?$`,
  'u',
);
/** A year says which time is asked about. */
const YEAR = /^(?:19|20)\d\d(?:\D|$)/u;
const STATES: ReadonlyMap<string, MilestoneState> = new Map([
  ...['完成', '做完', '办完', '办结', '建成', '结束'].map((word) => [word, 'done'] as const),
  ...['受阻', '卡住', '停滞'].map((word) => [word, 'blocked'] as const),
  ...['进行中', '在办', '启动', '开始', '开工'].map((word) => [word, 'in-progress'] as const),
]);
/** `家和计划完成了`. */
const STATE_TOLD = new RegExp(
  `^(?<name>.*?)[\\s:,]*(?:已经|已|全部|都|刚刚|刚)*(?<state>${[...STATES.keys()].join('|')})了?$`,
  'u',
);

/**
 * Somebody tells how far a target has come, as one would tell a colleague. What the report says of it may be asked in the
 * same words, so it counts only for who reports on that target.
 */
export function readTold(typed: string, targets: readonly Named[]): Command | undefined {
  if (ASKING.test(typed)) return undefined;
  const value = VALUE_TOLD.exec(typed)?.groups;
  const state = STATE_TOLD.exec(typed)?.groups;
  const code = STATES.get(state?.state ?? '');
  return (
    tellOf(targets, value?.name, value?.said) ??
    tellOf(targets, state?.name, code === undefined ? undefined : STATE_WORDS[code])
  );
}

function tellOf(targets: readonly Named[], name = '', said?: string): Command | undefined {
  const called = name.replace(/[\s:,]+$/u, '');
  if (said === undefined || called.length < MIN_NAME_CHARS || YEAR.test(said)) return undefined;
  const [only, ...others] = findTargets(targets, [called]);
  return only && others.length === 0 ? { kind: 'told', target: only.id, said: said.trim() } : undefined;
}
