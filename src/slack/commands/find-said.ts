import { COMMANDS, type CommandKind, type CommandRow } from './command-table.ts';
import { ASKING } from './read-digest-command.ts';

/**
 * What a command can be said in many words for: about the bot itself. Names of lists of targets are words of the report
 * as well, so those are read word for word only.
 */
const SAID_FREELY: readonly CommandKind[] = [
  ...(['help', 'reports', 'review', 'statistics', 'reply', 'about-answer'] as const),
  ...(['undo', 'restore', 'preview', 'export', 'diagnose', 'subscriptions'] as const),
];

/** What says nothing of what is wanted, wherever it stands; the longest are found first. */
const FILLERS = [
  '请问 麻烦 劳驾 请 帮我 帮忙 发给我 发我 给我 我想要 我想 想要 我要 想 把',
  '你们 我们 咱们 他们 大家 你 您 我 它',
  '这里 有没有 都 还 也 就 才 又 有 的 得 一份 一下 一个 一条 些 来 发 看看 看',
  '什么 哪些 啥 可不可以 能不能 可以 能够 能 会 怎么样 怎么 怎样 如何 咋',
  '昨天 今天 前天 刚才 刚刚 之前 现在 目前 那个 这个 那条 这条 里面 里',
  '吗 么 啊 呀 吧 嘛 哈 啦 哦',
]
  .flatMap((words) => words.split(' '))
  .toSorted((a, b) => b.length - a.length);
const FILLER = new RegExp([...FILLERS, '[\\s,?!]'].join('|'), 'gu');

/** What is left of what was said without what says nothing of it: 问 of `有什么可以问的`. */
export const coreOf = (said: string): string =>
  said.replace(THIS_PERIOD, '本').replace(FILLER, '').replace(/了+$/u, '');

const THIS_PERIOD = /[这本]一?个?(?=[周月季]|星期)/gu;

const ROWS_BY_CORE = new Map<string, CommandRow>();
for (const row of COMMANDS.filter(({ kind }) => SAID_FREELY.includes(kind))) {
  for (const core of row.names.map(coreOf)) {
    if (core !== '' && !ROWS_BY_CORE.has(core)) ROWS_BY_CORE.set(core, row);
  }
}

/**
 * The command that was meant by something said of the bot in words of one's own: it says the same as one of the names
 * but for words that say nothing. What ends with 呢 goes on with what was asked before, `改了什么` asks the report, and who
 * asks does not agree.
 */
export function findSaid(typed: string): CommandRow | undefined {
  if (/呢$|了(?:什么|哪些|啥)\?*$/u.test(typed)) return undefined;
  const core = coreOf(typed);
  // `你会啥`, `您能帮我什么`: the bot is asked for nothing but what it does.
  const row = ROWS_BY_CORE.get(core === '' && /^[你您]/u.test(typed) && ASKING.test(typed) ? '帮助' : core);
  return row?.reply === 'fine' && ASKING.test(typed) ? undefined : row;
}
