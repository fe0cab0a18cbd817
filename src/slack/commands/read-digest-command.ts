import { isFilterWord } from '../targets/target-filter.ts';
import type { Command } from './command.ts';
import { COMMANDS, type CommandRow } from './command-table.ts';
import { bare, type Named } from './find-targets.ts';

/** Whatever is written with nothing but what days, weeks, months and quarters are written with; readDigestTime reads it. */
export const TIME_RUN =
  /[\d〇零一二两三四五六七八九十年月日号周星期季度份第上下本这去今明昨前后个天最新近半q./-]+/gu;
const TIME_LIKE = new RegExp(`^${TIME_RUN.source}$`, 'u');
const TIMED_PROGRESS =
  /^(?<time>.{2,}?)的?(?:目标)?(?:进展|进度|完成情况|进展情况|进度情况|情况|完成得?|推进得?)(?:怎么样|怎样|如何)?[?]?$/u;
/** Whoever asks wants an answer from the report, whatever word it begins with. */
export const ASKING = /[?？吗呢]$|多少|几|什么|怎么|为何|哪|谁|是否/u;

/** `周报 5月`, `周报 养老`, `月报 上月 滞后`: the digest of a time, of the targets that words narrow a list to. */
export function fillDigest(
  row: CommandRow,
  words: readonly string[],
  targets: readonly Named[],
): Command | undefined {
  const isTime = (word: string): boolean => TIME_LIKE.test(word);
  const time = joinTime(words.filter(isTime));
  const narrowing = words.filter((word) => !isTime(word));
  if (narrowing.some((word) => !isNarrowing(word, targets))) return undefined;
  const every = row.every ?? 'week';
  return {
    kind: 'preview',
    every,
    time: time === '' ? (row.time ?? null) : time,
    ...(narrowing.length === 0 ? {} : { words: narrowing }),
  };
}

/** Whether a word narrows a list of targets: one of the list's own, or a part of what a target or its section is called. */
export const isNarrowing = (word: string, targets: readonly Named[]): boolean =>
  word.length >= 2 &&
  !ASKING.test(word) &&
  (isFilterWord(word) ||
    targets.some(
      ({ name, section }) => bare(name).includes(bare(word)) || bare(section).includes(bare(word)),
    ));

/** `养老周报`, `我的周报`, `滞后的周报`. */
export function readNarrowedDigest(typed: string, targets: readonly Named[]): Command | undefined {
  for (const row of COMMANDS.filter(({ takes }) => takes === 'date')) {
    const name = row.names.find((known) => typed.endsWith(known));
    const word = name === undefined ? '' : typed.slice(0, -name.length).replace(/的$/u, '').trim();
    if (word !== '' && isNarrowing(word === '我' ? '我的' : word, targets))
      return fillDigest(row, [word === '我' ? '我的' : word], targets);
  }
  return undefined;
}

/** `去年有什么变化` is asked of the report. */
const WHOLE_YEAR = /^(?:\d{4}|[去前今明])年$/u;

/** `上周周报`, `5月的月报`, `周报2019-06-24`; `isAsked` where what was typed is a question. */
export function readJoinedTime(typed: string, isAsked: boolean): Command | undefined {
  for (const row of COMMANDS.filter(({ takes }) => takes === 'date')) {
    for (const name of row.names) {
      const time = typed.startsWith(name)
        ? typed.slice(name.length)
        : typed.endsWith(name)
          ? typed.slice(0, -name.length).replace(/的$/u, '')
          : '';
      if (isAsked && WHOLE_YEAR.test(time)) return undefined;
      if (TIME_LIKE.test(time.replaceAll(' ', '')))
        return fillDigest(row, withUnit(time.trim(), name).split(' '), []);
    }
  }
  return undefined;
}

/** What counts weeks, months and quarters ends with the word for them, which may begin the name: `上|季度进展`, `5|月报`. */
function withUnit(time: string, name: string): string {
  const unit = /^(?:周|月|季度?)/u.exec(name)?.[0];
  return unit !== undefined && /^(?:上+|第?[\d一二三四五六七八九十]{1,2})$/u.test(time)
    ? `${time}${unit}`
    : time;
}

/** `5月进度`, `上周完成得怎么样`: the digest of that time. */
export function readTimedProgress(typed: string): Command | undefined {
  const time = TIMED_PROGRESS.exec(typed.replaceAll(' ', ''))?.groups?.time ?? '';
  return isPeriod(time) ? { kind: 'preview', every: 'week', time } : undefined;
}

/** A year alone is what the report turns on; what is shorter only digests are made of. */
export const isPeriod = (time: string): boolean => TIME_LIKE.test(time) && /[周星月季日天号半]/u.test(time);

/** `2019 6 24` is a day whose marks were left out; in anything else blanks mean nothing. */
export function joinTime(words: readonly string[]): string {
  return words.join(words.every((word) => /^\d+$/u.test(word)) ? '-' : '');
}

/** Whether something is written with nothing but what times are written with. */
export const isTimeLike = (text: string): boolean => TIME_LIKE.test(text);
