/**
 * How questions in words ask: an asking word, perhaps a counting word, perhaps a noun (`些什么`, `哪几件事`,
 * `哪些主要任务`). The parts are recognised one by one, so that any combination is understood.
 */

/** Words that count whatever is asked for; `哪几大` counts without a noun of its own. */
const COUNTERS =
  '(?:大(?:项|块|类|件|条|方面|板块)?|(?:个|些)?(?:方面|板块|部分|环节)|[种类项件条块样个点步招手桩宗支家所位名批份])';

/** What asks for things of any number: nothing of it says what they are. */
const ASKING = `(?:些|点)?(?:什么(?!时候|时间|人|地方|日子|意思)样?的?|甚么|啥子?(?:样的?)?)|哪些个?|(?:分(?:成|为)?)?(?:了)?哪(?:几|[一二三四五六七八九十\\d]+)${COUNTERS}?|分(?:成|为)?(?:了)?几${COUNTERS}?|几(?:大|种|个?方面)`;

/** What asks for one of several: the noun after it says what kind of thing. */
const ASKING_COUNTED = `哪一?(?:${COUNTERS}|座|条|只|本|部|篇|款|幢|间|趟|届|国)`;
const ASKING_ONE = `${ASKING_COUNTED}|哪一?`;

/** Nouns for whatever a report tells: asking for them is asking for all that is told. */
const GENERAL_NOUNS =
  '(?:新的?|奋斗|总体|主要|预期|发展|工作|重点)?(?:事情?|事儿|事项|工作|任务|目标|计划|安排|打算|举措|措施|动作|动静|内容|要求|要点|重点|方面|做法|进展|成绩|成效|成果|部署|亮点|活动|活儿?|板块|部分|东西|名堂|变化|情况|方向|环节|思路|规划|考虑|设想|抓手|说法|实招|招数?|领域|层面|条线|plans?|tasks?|targets?)';

/** Verbs for whatever is done: they say no more than the asking itself. */
const GENERAL_VERBS =
  '(?:做|干|搞|抓|弄|办|整|推|管|安排|部署|打算|准备|计划|争取|规划|推进|推动|开展|落实|实施|加强|进行|处理|发展|存在|面临|遇到|碰到|发力|着力|着手|入手|用力|使劲)';

const HOW = '(?:怎么样?|怎样|如何|咋个?样?|啷个)';

const FILLED = new RegExp(ASKING, 'u');
const ANY_ASKING = new RegExp(`${ASKING}|${ASKING_ONE}`, 'gu');

const LISTING: readonly RegExp[] = [
  FILLED,
  // `怎么安排`, `咋搞的`: any way of doing is told by all that is done.
  new RegExp(`${HOW}(?:去|来)?${GENERAL_VERBS}|要${HOW}(?:[?。!\\s]|$)`, 'u'),
  // `做得怎么样`: however it was done is told by what was done.
  new RegExp(`${GENERAL_VERBS}[得的]${HOW}`, 'u'),
  // A bare noun phrase that ends in such a noun: `殡葬工作情况`.
  new RegExp(`${GENERAL_NOUNS}(?:呢|吗)?[?。!\\s]*$`, 'u'),
  /(?:列|罗列|汇总|概括|总结|梳理|说说|讲讲|介绍|捋)(?:一下|出来|出)?|逐条|[捋列讲说]几[条点]|几[条点]要点/u,
];

/** Whether a question asks for all that is told of a topic rather than for one fact. */
export function isListQuestion(text: string): boolean {
  return LISTING.some((pattern) => pattern.test(text));
}

/** Blanks out the words that ask in words, so that no part of them is taken for the subject. */
export function removeAsking(text: string): string {
  return text.replace(new RegExp(`${ASKING}|${ASKING_COUNTED}`, 'gu'), (asking) => ' '.repeat(asking.length));
}

/** The surroundings of an asking word, from which it shows what it asks for. */
export type Asking = {
  /** What leads up to it, particles left out: ends with the verb it is the object of, if any. */
  readonly before: string;
  /** What follows: begins with the noun that says what kind of thing is asked for, if any. */
  readonly after: string;
  /** Whether it asks for a place (`在哪些街道`), which has to be named. */
  readonly isPlace: boolean;
};

/** Where a question asks in words; empty when it does not. */
export function findAskings(text: string): Asking[] {
  return [...text.matchAll(ANY_ASKING)].map((match) => {
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    return {
      before: before.replace(/(?:[了过着的到出上成为在]|都|要|是)+$/u, ''),
      after,
      isPlace: /[在去往到]$/u.test(before),
    };
  });
}

const IS_GENERAL = new RegExp(`^(?:${GENERAL_NOUNS}|${GENERAL_VERBS})$`, 'u');

/** Whether a word says no more than that something is done or told. */
export const isGeneralWord = (word: string): boolean => IS_GENERAL.test(word);
