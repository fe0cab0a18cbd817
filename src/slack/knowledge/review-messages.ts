import type { AbstainReason } from '../../answering/answer.ts';
import type { Change } from '../../knowledge/changes.ts';
import { dayText } from '../../targets/digest-wording.ts';
import { inQuotes } from '../../targets/in-quotes.ts';

/** Everything the bot says about what it could not answer and what people teach it. */

export const REVIEW_BUTTONS = {
  word: '有个词不认识',
  name: '是某个数的别名',
  absent: '报告没有',
  settled: '看过了',
  undo: '撤销',
  more: (count: number): string => `再看${count}条`,
} as const;

export const REVIEW = {
  title: '没答上的和说数字有误的',
  none: '没有要处理的。没答上的问题和有人说数字有误的，会列在这里。',
  notAllowed: '处理没答上的问题要由管理员来做。',
  notFound: (words: readonly string[]): string => `报告里没有找到${words.join('、')}`,
  unanswered: (count: number, day: string): string => `问了${count}次，最近${day}`,
  wrong: (comments: readonly string[]): string =>
    `有人说数字有误${comments.length === 0 ? '' : `：${comments.map(inQuotes).join('；')}`}`,
  nearest: '最接近的原文：',
  answered: (text: string): string => `现在的回答：${text}`,
  noNearest: '报告里没有接近的原文。',
  keptOf: '问题的原文只留到保存期满；教过的词一直留着。',
  taughtTitle: '教过的',
  by: '由 ',
  on: (day: string): string => ` 于${day}`,
  gone: '这个问题已经处理过，或已过保存期。',
  absentTitle: '报告没有？',
  absentText: '以后问这句话不给答案，只说报告里没有找到、列出最接近的原文。随时可以撤销。',
  nowAnswered: (text: string): string => `现在这样回答：${text}`,
  stillNot: '现在还是答不上，可以再教一个词，或者指明是哪个数。',
  notInQuestion: (word: string): string =>
    `这句问话还是答不上：里面没有${inQuotes(word)}。以后别的问话里有它，会按教的去查。`,
  notEitherWay: (printed: string): string =>
    `这句问话还是答不上：换成${inQuotes(printed)}来问，也没有查到。可以撤销，换一个报告里的说法，或者指明是哪个数。`,
  onlyPrinted: (printed: string, text: string): string =>
    `这句问话还是答不上：教的词没有起作用，它仍按原来的读法去查。直接问${inQuotes(printed)}可以：${text}。不要的话请撤销。`,
  onlyName: (name: string, text: string): string =>
    `原来那句问话还是答不上；只问${inQuotes(name)}可以：${text}。可以再教一个词。`,
  nowRefused: '以后问这句话不给答案，只说报告里没有找到、列出最接近的原文。',
  settled: '记下了，看过了。',
  undone: (what: string): string => `已撤销：${what}`,
  alreadyUndone: '这一条已经撤销过了。',
  notLive: '已经记下，但还没有生效；我会继续试。过一会儿请用 /policy 诊断 看看。',
  recorded: (what: string): string => `记下了：${what}`,
} as const;

/** What a change says, in a sentence. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'word':
      return `${inQuotes(change.word)}就是${inQuotes(change.means)}`;
    case 'name':
      return `${inQuotes(change.printed)}又叫${inQuotes(change.name)}`;
    case 'absent':
      return `报告没有：${inQuotes(change.question)}`;
    case 'settled':
      return `看过：${inQuotes(change.question)}`;
    case 'report':
      return `加入${inQuotes(change.entry.title ?? change.entry.id)}`;
    case 'withdrawal':
      return `撤回${inQuotes(change.title)}`;
  }
}

export const TEACH_FORMS = {
  submit: '记下',
  cancel: '取消',
  word: {
    title: '教一个词',
    word: '问的人说的词',
    means: '报告里的说法',
    hint: '以后问前一个词，就按后一个词去查。两个词要能在问题里互换，意思不变。',
    same: '两个词一样，不用教。',
    notPrinted: (missing: readonly string[]): string =>
      `报告里没有${missing.map(inQuotes).join('、')}，教了也查不到。请写报告里印着的说法。`,
  },
  name: {
    title: '教一个数的别名',
    figure: '是哪个数',
    name: '问的人怎么叫它',
    hint: '写一个名词短语，如“城里低保线”，不要写整句问题。',
    noFigures: '最接近的原文里没有数字，没法起别名。可以教一个词，或者点“报告没有”。',
  },
} as const;

export const STATISTICS = {
  title: '统计',
  none: '还没有人问过。',
  week: (from: string, to: string): string => `${from.slice(0, 4)}年${dayText(from)}至${dayText(to)}`,
  counts: (asked: number, answered: number, refused: number, unclear: number): string =>
    `问${asked}次，答上${answered}次，没答上${refused}次${unclear === 0 ? '' : `，反问${unclear}次`}`,
  ratings: (good: number, bad: number, wrong: number, person: number): string =>
    `有用${good}，没用${bad}，数字有误${wrong}，要人工${person}`,
  byChannel: '按频道',
  byReason: '没答上的原因',
  direct: '私信',
  home: '应用主页',
  privacy: '这里只有次数，没有问题的原文。',
} as const;

/** Why questions were refused, in a few words. */
export const REASONS: Readonly<Record<AbstainReason, string>> = {
  empty: '没写内容',
  'not-a-question': '不是问题',
  instruction: '不是问题',
  'not-covered': '没有查到',
  'no-number': '没有查到确定的数',
  'other-period': '问的是别的年份',
  'other-region': '问的是别的地方',
  procedure: '问怎么办理',
  'units-differ': '单位不同不能比',
  'too-long': '问题太长',
};

export const SCOPE = {
  title: '这个频道查哪些报告',
  submit: '保存',
  cancel: '取消',
  label: '没有写明是哪份报告时，默认查',
  all: '全部报告',
  collection: (name: string): string => `一组：${name}`,
  hint: '问题里写了别的报告的地区或题目时，仍然查那一份。进度通报的订阅用 /policy 订阅 来改。',
  notAllowed: '设置频道默认查哪些报告，要由管理员来做。进度通报的订阅用 /policy 订阅 来改。',
  byCommand: '请在频道里输入 /policy 设置。',
  saved: (what: string): string => `设置好了：这个频道默认查${what}。`,
  gone: '这份报告已经撤回，请重新选。',
  withdrawn: '这个频道原来设定的报告已经撤回，现在查的是全部报告；管理员可以用 /policy 设置 重新选。',
} as const;
