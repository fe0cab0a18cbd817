import { isFilterWord } from '../targets/target-filter.ts';
import type { Asked, Command, TargetKind } from './command.ts';
import { COMMANDS, type CommandKind, type CommandRow } from './command-table.ts';
import { findMeant } from './find-name.ts';
import { coreOf, findSaid } from './find-said.ts';
import { findNamed, findTargets, type Named } from './find-targets.ts';
import {
  readAskedEntries,
  readAskedList,
  readAskedMoved,
  readAskedOfField,
  readAskedReports,
  readAskedThen,
  readAskedUrgent,
  readAskedWhy,
} from './read-asked.ts';
import { readAskedFact } from './read-asked-fact.ts';
import {
  ASKING,
  fillDigest,
  isNarrowing,
  isPeriod,
  isTimeLike,
  joinTime,
  readJoinedTime,
  readNarrowedDigest,
  readTimedProgress,
} from './read-digest-command.ts';
import { joinTold, MINUS, readCorrection, readTold, readUndoOfDay, splitEntry } from './read-told.ts';
import { trimPoliteness, trimTalk, trimTyped } from './trim-typed.ts';

const TARGET_KINDS: readonly CommandKind[] = ['record', 'undo', 'assign', 'pause'] satisfies TargetKind[];

const NEWEST: Asked = { every: 'week', time: null };
const EXPORT_OF_SHOWN: Command = { kind: 'export', ...NEWEST, words: [], isOfShown: true };
const exportOf = ({ every }: CommandRow): Command =>
  every === undefined ? EXPORT_OF_SHOWN : { kind: 'export', every, time: null, words: [] };
/** The longest first, so that `导出文件` is not taken for the export of 文件. */
const EXPORT_NAMES = COMMANDS.filter(({ kind, every }) => kind === 'export' && every === undefined)
  .flatMap(({ names }) => names)
  .toSorted((a, b) => b.length - a.length);

const ASKED_HOW =
  /^(?:请问)?(?:我)?(?:要|想)?(?:怎么|怎样|如何|在?哪里|在哪|能不能|可不可以|可以|能)(?:才能|可以|能)?(?<name>.{2,}?)(?:吗|么)?$/u;
/** `填错了怎么办`. */
const ASKED_WHAT_NOW = /^(?<name>.{2,}?)(?:了)?(?:怎么办|怎么改|怎么弄|怎么做|在哪里?)$/u;
/** Exports have one form, which holds a document and a sheet. */
const FILE_KINDS =
  /^(?:成|为|一?[份个])|(?:word|excel|csv|pdf|docx)(?:文档|表格|文件|格式)?|^(?:文档|表格|文件)$/gu;
const ONLY =
  /^(?:我)?(?:就|只)想?(?:看|要看|显示|列)(?<words>.{2,}?)(?:方面|板块|这一?块)?的?(?:目标|任务)?$/u;
const HELP_WITH = /^(?:(?:帮助|help)\s*(.+)|(.+?)\s*(?:帮助|help|用法|怎么用))$/u;
/** Whoever says more than this asks or tells something. */
const MOST_TALK_CHARS = 16;
/** A part of a name this short is in the names of many targets, by chance. */
const MIN_PART_CHARS = 4;

/**
 * Reads a command; undefined for anything that is a question to the report. A name counts when it stands alone, or with
 * what it takes: `目标是什么` asks the report, `目标 滞后` lists, `填报社区养老服务站` opens the form of that target. A name
 * that is nearly written is taken for it, but only where nothing else follows than what it takes.
 */
export function readCommand(text: string, targets: readonly Named[]): Command | undefined {
  const typed = trimTyped(text);
  // `有哪些报告?` is a name like any other, `?` alone asks for help.
  const called = typed.replace(/(?<=.)\?+$/u, '');
  const whole =
    findWhole(called) ?? findWhole(trimPoliteness(called)) ?? findDigest(called) ?? findTalk(called);
  if (whole) return fill(whole, [], targets);
  // `怎么订阅周报`: the best answer is the place where it is done.
  const sought = (ASKED_HOW.exec(called) ?? ASKED_WHAT_NOW.exec(called))?.groups?.name;
  const told = sought === undefined ? undefined : (findWhole(sought) ?? findWhole(trimPoliteness(sought)));
  if (told) return fill(told, [], targets);
  const timed =
    readJoinedTime(typed, ASKING.test(typed)) ?? readTimedProgress(typed) ?? readExport(called, targets);
  if (timed) return timed;
  if (asksForHelp(called)) return { kind: 'help' };
  // `目标：滞后`: a mark behind the name is as good as a blank.
  const [name = '', ...words] = typed.replace(/^([^\s:,]+)[:,]\s*/u, '$1 ').split(/\s+/u);
  const undone = readCorrection(typed, targets) ?? readUndoOfDay(typed, targets);
  if (undone) return undone;
  const row = findMeant(COMMANDS, name);
  if (row) return fill(row, words, targets);
  return (
    readAskedList(typed) ??
    readAskedUrgent(typed) ??
    readAskedThen(typed, targets) ??
    readAskedEntries(typed) ??
    readAskedMoved(typed, targets) ??
    readAskedReports(typed) ??
    readAskedFact(typed.replace(/\?+$/u, ''), targets) ??
    readAskedWhy(typed, targets) ??
    readAskedOfField(typed, targets) ??
    readOnly(typed, targets) ??
    readNarrowedDigest(typed, targets) ??
    readJoined(typed, targets) ??
    readTold(typed, targets) ??
    readSaid(typed, targets)
  );
}

/** `只看有风险的`, `只看养老的目标`. */
function readOnly(typed: string, targets: readonly Named[]): Command | undefined {
  const words = ONLY.exec(typed)?.groups?.words?.split(/[\s,、和]+/u) ?? [];
  const isMeant = words.length > 0 && words.every((word) => isNarrowing(word, targets));
  return isMeant ? { kind: 'list', words } : undefined;
}

/** Something said of the bot in words of one's own; a digest may have its time before it: `发我一份上周的周报`. */
function readSaid(typed: string, targets: readonly Named[]): Command | undefined {
  const row = findSaid(typed);
  if (row) return fill(row, [], targets);
  // `把养老的目标做成word发我`.
  const file = ASKING.test(typed) ? undefined : readExport(coreOf(typed), targets);
  if (file) return file;
  return readJoinedTime(coreOf(typed), ASKING.test(typed));
}

/** The command of that name, with or without the blanks in it. */
function findWhole(called: string): CommandRow | undefined {
  const joined = called.replaceAll(' ', '');
  return COMMANDS.find(({ names }) => names.includes(called) || names.includes(joined));
}

/** What is said of the answer before, or in thanks, with the words people put around it. */
function findTalk(called: string): CommandRow | undefined {
  const joined = called.replaceAll(/[ ,]/gu, '');
  if (joined.length > MOST_TALK_CHARS) return undefined;
  const said = [joined, trimTalk(joined)];
  return COMMANDS.find(({ talk }) => talk?.some((name) => said.includes(name)));
}

/** `填报 帮助`, `帮助 订阅`, `周报怎么用`: help with one command is the help with all. */
function asksForHelp(called: string): boolean {
  const rest = HELP_WITH.exec(called)
    ?.slice(1)
    .find((part) => part !== undefined);
  return rest !== undefined && findWhole(rest.trim()) !== undefined;
}

/** `周报呢`: of anything else, 呢 goes on with what was asked before. */
function findDigest(called: string): CommandRow | undefined {
  const row = called.endsWith('呢') ? findWhole(trimPoliteness(called.slice(0, -1))) : undefined;
  return row?.kind === 'preview' ? row : undefined;
}

function fill(row: CommandRow, words: readonly string[], targets: readonly Named[]): Command | undefined {
  const { kind } = row;
  if (kind === 'list') {
    const [only, ...others] = words.length === 0 ? [] : findListed(targets, words.join(''));
    if (only && others.length === 0) return { kind: 'card', target: only.id };
    const time = joinTime(words);
    if (isPeriod(time)) return { kind: 'preview', every: 'week', time };
    const reported = readReported(words, targets);
    if (reported) return reported;
    if (row.takes !== 'filter' && words.length > 0) return undefined;
    return { kind, words: [...(row.words ?? []), ...words.flatMap((word) => word.split(/[,、+;]/u))] };
  }
  if (kind === 'preview') return fillDigest(row, words, targets);
  if (isTargetKind(kind)) {
    const chosen = chooseTarget(kind, words, targets);
    if (row.isAsked && chosen?.kind === 'assign' && chosen.target !== null)
      return { kind: 'card', target: chosen.target };
    if (chosen?.kind === 'undo') return fillUndo(row, chosen);
    return chosen?.kind === 'pause' && row.choice ? { ...chosen, choice: row.choice } : chosen;
  }
  if (kind === 'restore' && words.length > 0) {
    const chosen = chooseTarget('undo', words, targets);
    return chosen?.kind === 'undo' && chosen.target !== null ? { kind, target: chosen.target } : chosen;
  }
  if (kind === 'export') return words.length === 0 ? exportOf(row) : undefined;
  // `统计 上周`: what it shows has the times in it. `订阅 每月`: the form asks for it again.
  const isTimed = (kind === 'statistics' || kind === 'review') && isPeriod(joinTime(words));
  const isCounted = kind === 'review' && words.every((word) => /^\d+条?$/u.test(word));
  if (words.length > 0 && !isTimed && !isCounted && (row.takes !== 'details' || ASKING.test(words.join(' '))))
    return undefined;
  if (kind === 'about-answer') return row.pick && { kind, pick: row.pick };
  if (kind === 'reply') return row.reply && { kind, reply: row.reply };
  if (kind === 'diagnose') return { kind, ...(row.isToPost ? { isToPost: true } : {}) };
  if (kind !== 'subscriptions') return { kind };
  return {
    kind,
    isPersonal: row.isPersonal === true || words[0]?.startsWith('我') === true,
    ...(row.isAboutExisting ? { isAboutExisting: true } : {}),
    ...(words.length > 0 ? { said: words.join(' ') } : {}),
  };
}

/** `更正 社区养老服务站 应该是218,打反了`: what the entry should be, and why; of one to be taken back that says nothing. */
function fillUndo(
  { isToCorrect }: CommandRow,
  { said = '', ...meant }: Extract<Command, { readonly kind: TargetKind }>,
): Command {
  const told = isToCorrect ? splitEntry(said) : {};
  if (told.said === undefined) return meant;
  return { ...meant, said: joinTold(told), ...(told.day === undefined ? {} : { day: told.day }) };
}

/** `进展 社区养老服务站 到6月10日建成128个`: a value behind the name reports, whatever it was called. */
function readReported(words: readonly string[], targets: readonly Named[]): Command | undefined {
  if (words.length < 2 || ASKING.test(words.join(' '))) return undefined;
  const command = chooseTarget('record', words, targets);
  const said = (command?.kind === 'record' && command.target !== null && command.said) || '';
  // `12个` is written with signs of times as well.
  const isTime = isTimeLike(said.replaceAll(' ', '')) && !/\d个$/u.test(said);
  return splitEntry(said).said === undefined || isTime ? undefined : command;
}

/** The target a list would show alone. A short part of a name is one of a section as well. */
const findListed = (targets: readonly Named[], words: string): readonly Named[] =>
  words.length < MIN_PART_CHARS ? findNamed(targets, words) : findTargets(targets, [words]);

/** `导出 5月`, `上周导出`, `导出月报`, `导出 滞后`: what another command shows, or a list that words narrow, as files. */
function readExport(typed: string, targets: readonly Named[]): Command | undefined {
  const name = EXPORT_NAMES.find((known) => typed.startsWith(known) || typed.endsWith(known));
  if (name === undefined) return undefined;
  const isFirst = typed.startsWith(name);
  const said = isFirst ? typed.slice(name.length) : typed.slice(0, -name.length).replace(/的$/u, '');
  const rest = said.trim().replace(FILE_KINDS, '').trim();
  if (rest === '') return EXPORT_OF_SHOWN;
  if (isTimeLike(rest.replaceAll(' ', '')))
    return { kind: 'export', every: 'week', time: joinTime(rest.split(' ')), words: [] };
  const shown = readCommand(rest, targets);
  switch (shown?.kind) {
    case 'export':
      return shown;
    case 'preview':
      return { kind: 'export', every: shown.every, time: shown.time, words: shown.words ?? [] };
    case 'list':
      return { kind: 'export', ...NEWEST, words: shown.words };
    case 'card':
      return {
        kind: 'export',
        ...NEWEST,
        words: targets.filter(({ id }) => id === shown.target).map((target) => target.name),
      };
    case undefined: {
      const isNarrowed = isFirst && /^\s/u.test(typed.slice(name.length)) && !ASKING.test(rest);
      if (isNarrowed) return { kind: 'export', ...NEWEST, words: rest.split(/\s+/u) };
      const field = rest.replace(/的?(?:目标|任务|进度|进展)$/u, '');
      return isNarrowing(field, targets) ? { kind: 'export', ...NEWEST, words: [field] } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a value behind the name of a target says how far it has come. */
const isMeasured = (kind: CommandKind): boolean => kind === 'record' || kind === 'undo';

const isTargetKind = (kind: CommandKind): kind is TargetKind => TARGET_KINDS.includes(kind);

function chooseTarget(
  kind: TargetKind,
  words: readonly string[],
  targets: readonly Named[],
): Command | undefined {
  if (words.length === 0) return { kind, target: null };
  const found = findTargets(targets, words);
  const [only] = found;
  if (only && found.length === 1) return { kind, target: only.id };
  if (found.length > 1) return { kind: 'choose', words, isKnown: true };
  if (ASKING.test(words.join(' '))) return undefined;
  // `填报 社区养老服务站 200`, `负责人 社区养老服务站 张三`: the form asks for the rest.
  const shorter = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  const isNamed = findTargets(targets, shorter).length === 1 && shorter.length > 0;
  const { about, said } =
    isMeasured(kind) && !isNamed && !STARTS_WITH_VALUE.test(last) && !isDay(last)
      ? splitValue(last)
      : { about: last, said: '' };
  if (said !== '') return chooseTarget(kind, [...shorter, about, said], targets);
  if (shorter.length === 0) return { kind: 'choose', words: [], isKnown: false };
  const chosen =
    (isMeasured(kind) ? chooseByValue({ kind, words: shorter, value: last }, targets) : undefined) ??
    chooseTarget(kind, shorter, targets);
  const isForForm =
    ((chosen?.kind === 'record' || chosen?.kind === 'undo' || chosen?.kind === 'assign') &&
      chosen.target !== null) ||
    (chosen?.kind === 'choose' && kind === 'record');
  return isForForm ? { ...chosen, said: [chosen.said, last].filter(Boolean).join(' ') } : chosen;
}

/** Of several targets with a value behind their name, those that are reported as numbers: `填报 福彩 24.3`, `更正 福彩 24.3`. */
function chooseByValue(
  {
    kind,
    words,
    value,
  }: { readonly kind: TargetKind; readonly words: readonly string[]; readonly value: string },
  targets: readonly Named[],
): Command | undefined {
  const found = STARTS_WITH_VALUE.test(value) ? findTargets(targets, words) : [];
  const [only, ...others] = found.filter(({ kind }) => kind === 'numeric');
  if (!only || found.length === 1) return undefined;
  return others.length === 0
    ? { kind, target: only.id }
    : { kind: 'choose', words: [...words, '量化'], isKnown: true };
}

/** `填报社区养老服务站`, `社区养老服务站 进度`: a name and a target without a blank, or the other way round. */
function readJoined(typed: string, targets: readonly Named[]): Command | undefined {
  for (const row of COMMANDS.filter(({ takes }) => takes === 'target' || takes === 'filter')) {
    for (const name of row.names) {
      const rest = typed.startsWith(name)
        ? typed.slice(name.length)
        : typed.endsWith(name) && !name.startsWith('目')
          ? typed.slice(0, -name.length).replace(/的$/u, '')
          : '';
      // `目标滞后`: the words of a list need no blank.
      if (row.takes === 'filter' && rest !== '' && isFilterWord(rest))
        return { kind: 'list', words: [...(row.words ?? []), rest] };
      const { about, said } = isMeasured(row.kind) ? splitValue(rest) : { about: rest, said: '' };
      const [only, ...others] = findJoined(about, said, targets);
      if (only === undefined || others.length > 0) continue;
      if (row.kind === 'restore') return { kind: row.kind, target: only.id };
      if (!isTargetKind(row.kind) || row.isAsked) return { kind: 'card', target: only.id };
      if (row.kind === 'undo') return fillUndo(row, { kind: row.kind, target: only.id, said });
      return {
        kind: row.kind,
        target: only.id,
        ...(said === '' ? {} : { said }),
        ...(row.choice ? { choice: row.choice } : {}),
      };
    }
  }
  return undefined;
}

/** A value behind a short part of a name says that one reported as a number is meant: `填报福彩24.3`. */
function findJoined(about: string, said: string, targets: readonly Named[]): readonly Named[] {
  if (about.length < 2 || (about.length < MIN_PART_CHARS && said === '')) return [];
  const found = findTargets(targets, [about]);
  const numeric = found.filter(({ kind }) => kind === 'numeric');
  return said !== '' && (found.length > 1 || about.length < MIN_PART_CHARS) ? numeric : found;
}

/** `截至7月2日`: behind a value it is the day of it, and none itself. */
function isDay(word: string): boolean {
  const { day, note } = splitEntry(`0 ${word}`);
  return day !== undefined && note === undefined;
}

const STARTS_WITH_VALUE = new RegExp(String.raw`^[${MINUS}]?\d`, 'u');
const VALUE_BEHIND = new RegExp(
  String.raw`^(?<about>.*?[^\d\s${MINUS}])\s*(?<said>[${MINUS}]?\d[\d.,:/∶]*\S{0,2})$`,
  'u',
);

/** `社区养老服务站200个`: the name, and the value behind it. */
function splitValue(text: string): { readonly about: string; readonly said: string } {
  const { about, said } = VALUE_BEHIND.exec(text.trim())?.groups ?? {};
  return about === undefined || said === undefined ? { about: text.trim(), said: '' } : { about, said };
}
