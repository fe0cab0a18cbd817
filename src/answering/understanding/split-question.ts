import { readNumeral } from '../../report/chinese-numerals.ts';
import { isMeasured } from '../../report/list-members.ts';
import type { PrintedFigure } from '../../report/numbers.ts';
import { leaveScale } from '../../report/units.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import { hasWords } from '../language/comparison-sides.ts';
import {
  BESIDE_LAST_YEAR,
  LESS,
  MORE,
  RISES,
  SAYS_HOW_MANY,
  WORKS_BACK,
} from '../language/comparison-words.ts';
import { readComparison } from '../language/comparisons.ts';
import { findQuantities } from '../language/quantity.ts';
import { isAside, SAYS_ANYTHING } from '../language/question-frames.ts';
import { findToldFigures } from './told-numbers.ts';

/** One of the questions of a line, and the neighbouring one it may take missing words from. */
export type QuestionPart = {
  readonly text: string;
  readonly context: string | null;
  /** The same is asked of both, once: what is said of the time holds for both. */
  readonly isEach?: boolean;
  /** What is told before the question, as a question for its number: where it is answered, this one is likely to be. */
  readonly given?: string;
};

/** More questions than this in one line get the first ones answered. */
const MAX_PARTS = 5;

/**
 * Splits a line into the questions it holds: at question marks and full stops, after a quantity that is followed by
 * another (`发了多少、保障多少人`), and where two things are asked for `各` or `分别`.
 */
export const splitQuestion = rememberLately((text): readonly QuestionPart[] => {
  const sentences = splitNumbered(text)
    .split(
      /[?!。;\n]+|(?<!除了?[^,?。]*)[,、]\s*(?=(?:还有|另外|再问)[^,]{4,})|(?<=(?:多少|几|好多).*)[,、]\s*(?=[^,、]{1,14}呢[?!。\s]*$)/u,
    )
    .map((part) => readShowing(trimPunctuation(part)))
    .filter((part) => SAYS_ANYTHING.test(part));
  const parts = sentences.flatMap((sentence, index): QuestionPart[] => {
    const pieces = splitSentence(sentence);
    const before = sentences[index - 1] ?? null;
    return pieces.map((piece) => ({ ...piece, context: piece.context ?? before }));
  });
  const asking = parts.filter((part) => !isAside(part.text));
  const kept = asking.length > 0 ? asking : parts;
  return kept.length === 0 ? [{ text, context: null }] : kept.slice(0, MAX_PARTS);
});

/** `1.`, `2、`, `(3)`, `4)`, `第一,`, `二、`, `其三:`: what numbers the questions of a line. */
const NUMBER_MARK =
  /(?<![\d.%])(?:\((?<bracketed>\d{1,2}|[一二三四五六七八九十])\)[.、,:]?|(?<plain>\d{1,2})(?:[.、):]|,(?=\s*\p{Script=Han}))|[第其](?<told>[一二三四五六七八九十])(?:[个条])?(?:问题)?[、,:]|(?<=^|[\s;,?。])(?<spelled>[一二三四五六七八九十])(?:[、.:]|是(?=\p{Script=Han}{2})))\s*(?![\d\s])/gu;

/** `1.低保标准 2.养老床位`: each of the numbered is a question of its own; numbers that do not count up are none. */
function splitNumbered(text: string): string {
  const marks = [...text.matchAll(NUMBER_MARK)].filter(({ groups }, at) => countOf(groups) === at + 1);
  const [first] = marks;
  if (!first || marks.length < 2) return text;
  const items = marks.map((mark, at) => text.slice(mark.index + mark[0].length, marks[at + 1]?.index));
  if (items.some((item) => !/\p{Script=Han}{2}/u.test(item))) return text;
  const opening = trimPunctuation(text.slice(0, first.index).replace(/:\s*$/u, ''));
  if (SAYS_HOW_MANY.test(opening)) return [opening, ...items].join('?');
  // `2018年的情况:1.低保标准 2.养老床位`: what stands before all of them is said of each.
  const shared = ASKING_ALONE.test(opening) ? '' : opening;
  return items.map((item) => `${shared}${item}`).join('?');
}

/** `请帮我查一下下面几个数`: nothing but that something is asked. */
const ASKING_ALONE =
  /^(?:请问?|麻烦|帮|我们?|想|要|问|查|看|核对?|找|以下|下面|下列|这|那|几|两|三|四|五|六|个|条|项|问题|数据?|指标|一下|您|你|好|的|和|列出|给|回答|告诉|了解|知道|需要|分别|[\s,])*$/u;

const countOf = ({ bracketed, plain, told, spelled }: Readonly<Record<string, string | undefined>> = {}) =>
  readNumeral(bracketed ?? plain ?? told ?? spelled ?? '');

const SHOW =
  '(?:都|全部?|一一|逐项|逐个|完整地?)*(?:列出来?|列一下|列举(?:出来|一下)?|罗列(?:出来)?|贴出来|贴一下|发(?:给)?我|给我(?:看看?)?|念一下)(?:吧|看看)?';
const WHOLE = '(?:全文|原[文话句]|整段(?:话|文字|原文)?|(?:全部|完整|详细)内容)';
/** `2018年救助方面的数字都列出来`: the same as which there are. */
const SHOW_ALL = new RegExp(
  `^(?:请|帮我)?(?:把|将)?(?<about>.{2,}?)的?(?<noun>数字|数据|指标|目标|任务|措施|工作|成绩|事项)${SHOW}$`,
  'u',
);
/** `全文贴出来:(三)围绕“老有所养”`, `老有所养那一段的全文`: what is quoted is quoted as it stands anyway. */
const SHOW_WHOLE = new RegExp(
  String.raw`^(?:请|帮我)?(?:把|将)?${WHOLE}(?:${SHOW})?[:,的]\s*|的?${WHOLE}(?:${SHOW})?$|${SHOW}$`,
  'u',
);

/** `慈善那段原文`, `慈善是怎么说的,原话给我`: all that is told of a topic, as it stands. */
const SHOW_PARAGRAPH =
  /^(?:请|帮我|给我|来|找|要|把|一|整|[段节]|[写讲说]|关于|有关|报告[里中]?)*(?<topic>\p{Script=Han}{2,8}?)(?:的?[那这]?一?[段节](?:的?原文|原话|内容)?|(?:的?原[文话句])?(?:报告)?是?怎么[写讲说]的|的?原[文话句](?:是什么)?)[,\s]*(?:把?原[文话句])?(?:给我|看看|发我|贴一下|贴出来)*$/u;

/** How something is to be shown says nothing of what; all of it may be how. */
function readShowing(text: string): string {
  const { about, noun } = SHOW_ALL.exec(text)?.groups ?? {};
  if (about !== undefined) return `${about}有哪些${noun}`;
  const topic = SHOW_PARAGRAPH.exec(text)?.groups?.topic;
  if (topic !== undefined) return `${topic}有哪些内容`;
  const rest = text.replace(SHOW_WHOLE, '');
  return rest === text || !/\p{Script=Han}{2}/u.test(rest) ? text : rest;
}

/** `销售额和增速`: what it was, and how that changed. */
const WITH_GROWTH =
  /^(?<head>.*?)[\s,、]*(?:以及|和|与|及|还有|连同|并|and|&|\+|[,、])\s*(?<growth>(?:其|它)?(?:的)?(?:同比|比[上去]年|较[上去]年|[今去前上]年|20\d\d年)*(?:的)?(?:增速|增幅|涨幅|降幅|增长率|增长(?:情况|速度|幅度)?|同比|(?<=同比|[上去]年)(?:涨|降|升|上涨|下降)|growth(?: rate)?|yoy)(?:是|有|为|了)?(?:多少|好多|几个(?:百分)?点|百分之几)?)$/iu;

/** `去年新增了200所社区养老服务站,那今年打算建多少`: what is told with its number leads up to the question. */
function splitGiven(sentence: string): QuestionPart[] | null {
  const clauses = sentence.split(/(?<=[,;])/u);
  const asking = clauses.findIndex(
    (clause, at) => SAYS_HOW_MANY.test(clause) || (at > 0 && /[^吗]呢\s*$/u.test(clause)),
  );
  const told = clauses.slice(0, Math.max(asking, 0)).join('');
  const text = trimPunctuation(clauses.slice(asking).join('')).replace(
    /^(?:那么?|而|又|其中)(?=\p{Script=Han}{2})/u,
    '',
  );
  const numbers = findToldFigures(told).filter(isAmount);
  if (numbers.length === 0 || comparesMore(text)) return null;
  const given = numbers.reduceRight(
    (rest, { start, end, unit }) => `${rest.slice(0, start)}多少${leaveScale(unit)}${rest.slice(end)}`,
    told,
  );
  return splitQuantities(text).map((part, index) =>
    index === 0 ? { ...part, context: trimPunctuation(given), given: trimPunctuation(given) } : part,
  );
}

/** Whether something is compared; `那现在是百分之多少` only asks for a share. */
function comparesMore(text: string): boolean {
  const comparison = readComparison(text);
  return comparison !== null && (comparison.operation !== 'share' || comparison.sides !== null);
}

/** Whether a number tells how much there is; how long something is reckoned for (`摊到十二个月`) does not. */
const isAmount = ({ unit, dimension }: PrintedFigure): boolean =>
  (unit !== '' || dimension === 'ordinal') && dimension !== 'age' && dimension !== 'duration';

const CHANGED = `(?:${RISES}|${MORE}|${LESS})\\S{0,2}?`;
const WHETHER = `(?:${CHANGED}(?:没有?|[吗么]|不\\S|还?是.{1,3})|(?:不是|没有)${CHANGED})`;
/** `卖了多少,比前年涨了没`: whether it rose or fell, set beside nothing but the year before. */
const WHETHER_CHANGED = new RegExp(
  `^(?<head>.*(?:多少|几).*)[\\s,、]+(?<growth>(?:${BESIDE_LAST_YEAR.source})?[是有还又]*${WHETHER}$)`,
  'u',
);

function splitGrowth(text: string): QuestionPart[] | null {
  const { head = '', growth = '' } =
    WITH_GROWTH.exec(text)?.groups ?? WHETHER_CHANGED.exec(text)?.groups ?? {};
  if (!hasWords(head)) return null;
  const told = splitQuantities(head);
  return [...told, { text: growth, context: told.at(-1)?.text ?? head }];
}

/** A part that names its own year (`去年涨了多少,今年打算涨多少`) is a question of its own, unless as a base (`比前年`). */
const OWN_YEAR = /(?<![比较])(?:[今去前明当]年|上一?年|\d{2,4}年)/u;

/** A comparison stays whole, unless a plain question stands before it (`筹了多少,同比增长多少`). */
function splitSentence(sentence: string): QuestionPart[] {
  if (WORKS_BACK.test(sentence)) return [{ text: sentence, context: null }];
  const told =
    splitYears(sentence) ?? splitDistributed(sentence) ?? splitGrowth(sentence) ?? splitGiven(sentence);
  if (told) return told;
  const pieces = splitQuantities(sentence);
  const [first] = pieces;
  if (!first || !readComparison(sentence)) return pieces;
  if (pieces.length > 1 && pieces.every(({ text }) => OWN_YEAR.test(text))) return pieces;
  const opensPlainly =
    /[,,]/u.test(sentence) &&
    pieces.length > 1 &&
    SAYS_HOW_MANY.test(first.text) &&
    !readComparison(first.text);
  return opensPlainly || (pieces.length > 1 && pieces.every(asksAlone))
    ? pieces.map((piece, index) => compareWithFirst(piece, index === 0 ? null : first))
    : [{ text: sentence, context: null }];
}

/** `培训了多少,占安置的几成`: what is compared is what was asked for first. */
function compareWithFirst(piece: QuestionPart, first: QuestionPart | null): QuestionPart {
  if (
    !first ||
    !/^(?:又|大[概约])?(?:占|比(?![例重率值])|相当于|是\p{Script=Han}{2,}(?:几|多少)倍)/u.test(piece.text)
  )
    return piece;
  const asked = findQuantities(first.text).findLast(({ words }) => SAYS_HOW_MANY.test(words));
  if (!asked) return piece;
  const thing = first.text.slice(0, asked.start).replace(/(?:一共|总共|共)?(?:是|有|为|达到?|了)*$/u, '');
  return { text: `${thing}${piece.text}`, context: null };
}

/** Whether a piece asks for a number, how one thing changed, or how much there is of it in all, setting nothing against it. */
function asksAlone({ text }: QuestionPart): boolean {
  const comparison = readComparison(text);
  const isPlain =
    !comparison || comparison.isRise || (comparison.operation === 'sum' && comparison.members.length < 2);
  return SAYS_HOW_MANY.test(text) && isPlain;
}

/** `2018年和2019年低保标准`: the same of each of two years, unless the two are set against each other. */
function splitYears(text: string): QuestionPart[] | null {
  const found = TWO_YEARS.exec(text);
  const { first = '', second = '' } = found?.groups ?? {};
  if (!found || first === second || readComparison(text)) return null;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const asked = after.replace(/分别|各自|各(?=[是有要为多几])/u, '');
  return [first, second].map((year) => ({ text: `${before}${year}${asked}`, context: null }));
}

const TWO_YEARS =
  /(?<![\d比从自])(?<first>(?:\d{4}|[去今明前])年)度?[和与跟同及、](?<second>(?:\d{4}|[去今明])年)度?/u;

const MEASURE =
  /(?:增[幅速长]|同比|涨幅|率|标准|[人户件对]?数量?|总?额|金额|比例|名次|排名|位次|growth|yoy)$/iu;
/** What is said of the last of several things and meant of all: `销售和公益金|的同比增幅`, `一级、二级、三级|公共图书馆`. */
function readShared(named: readonly string[], last: string): string {
  if (last.includes('的') && (MEASURE.test(last) || isMeasured(last)))
    return last.slice(last.lastIndexOf('的'));
  const things = named.slice(0, -1);
  const [ending = '', ...others] = things.map((thing) => thing.slice(-1));
  const at = things.some((thing) => last.startsWith(thing)) ? -1 : last.indexOf(ending, 1);
  return at > 0 && others.every((other) => other === ending) ? last.slice(at + 1) : '';
}

/** `婚姻登记和收养登记各办了多少`, `低保、特困、临时救助分别花了多少`: the same question about each. */
function splitDistributed(text: string): QuestionPart[] | null {
  const { things = '', asking = '' } = EACH.exec(text)?.groups ?? {};
  const named = things.trim().split(JOINT);
  const last = named.at(-1) ?? '';
  if (named.length < 2 || named.length > MAX_PARTS || named.includes('')) return null;
  const shared = readShared(named, last);
  const questions = named.map(
    (thing) => `${thing}${thing === last || MEASURE.test(thing) ? '' : shared}${asking}`,
  );
  return questions.map((question, at) =>
    at === 0
      ? { text: question, context: questions[1] ?? null }
      : { text: question, context: questions[0] ?? null, isEach: true },
  );
}

const EACH = /^(?<things>.+?),?(?:分别|各自|各)(?<asking>.+)$/u;
const JOINT = /\s*(?:以及|[和与跟、及])\s*|(?<=\p{Script=Han}) (?=\p{Script=Han})/u;

/** Asks for people or money, which nothing counted follows. */
const COUNTS_WHOLE = /(?:钱|元|人次?|名|户次?)$/u;
const DOING_CHARS = 4;
/** The doing that leads to the next asking: a verb of two characters, or of one that ends no longer verb. */
const NEXT_DOING =
  /(?:[花救帮卖捐]|(?!\p{Script=Han}[花救帮卖捐]了)\p{Script=Han}{1,2})了$|^[救帮建办发改修]$/u;

/** A year stands within so many characters behind what was asked of another. */
const YEAR_CHARS = 8;

function splitQuantities(text: string): QuestionPart[] {
  const cuts: number[] = [];
  const quantities = findQuantities(text);
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1];
    if (!next) continue;
    const between = text.slice(quantity.end, next.start);
    // `今年的建设数,是去年新增数的几倍` is one question.
    const separator =
      /[,、 +](?!\s*(?:是(?!多少|几)|等于|相当于))|和|与|以及|还有|并|(?<![普涉危波])及(?![时其格早])/u.exec(
        between,
      );
    if (separator) cuts.push(quantity.end + separator.index);
    // `2018年建了多少2019年要建多少`
    else if (
      SAYS_HOW_MANY.test(quantity.words) &&
      OWN_YEAR.test(between.slice(0, YEAR_CHARS)) &&
      SAYS_HOW_MANY.test(next.words)
    )
      cuts.push(quantity.end + between.search(OWN_YEAR));
    // `花了多少救了多少人`, `解决多少问题化解了多少矛盾`, `接待多少人收入多少钱`: what is told of the next begins with its doing.
    else if (between !== '' && SAYS_HOW_MANY.test(quantity.words) && SAYS_HOW_MANY.test(next.words)) {
      const isWhole = COUNTS_WHOLE.test(quantity.words) && between.length <= DOING_CHARS;
      const doing = isWhole ? 0 : between.search(NEXT_DOING);
      if (doing >= 0) cuts.push(quantity.end + doing);
    }
    // `增幅多少` asks once.
    else if (between === '' && SAYS_HOW_MANY.test(quantity.words)) cuts.push(quantity.end);
  }
  const bounds = [0, ...cuts, text.length];
  const pieces = bounds
    .slice(0, -1)
    .map((start, index) =>
      trimPunctuation(
        text
          .slice(start, bounds[index + 1])
          .replace(/^(?:[,、 +]|和|与|以及|还有|并|及(?![时其格早]))+/u, ''),
      ),
    );
  return pieces
    .filter((piece) => piece !== '')
    .map((piece, index) => ({ text: piece, context: pieces[index - 1] ?? null }));
}

/** One of two things asked for at once. */
export type HalfQuestion = QuestionPart & {
  /** The thing alone, where what is counted may be said of the other only (`岗位和持证人数`). */
  readonly bare?: string;
};

/** Blanks join the catchwords of somebody who types no sentence (`用电量 工业用电 2024`). */
const BLANKS = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
const JOINS = new RegExp(`以及|[和与跟同及、]|${BLANKS.source}`, 'gu');

/**
 * `退役士兵安置和培训的人数`: one asking for two things, as two questions. Only for questions
 * that nothing answers as a whole, because many things are named with 和 (`养老服务中心和站`).
 */
export function splitJoined({ text }: QuestionPart): readonly (readonly [HalfQuestion, HalfQuestion])[] {
  const [asked] = findQuantities(text);
  const cut = asked?.start ?? text.length;
  const [body, asking] = [text.slice(0, cut), text.slice(cut)];
  return [...body.matchAll(asked ? JOINS : BLANKS)].map((joint): readonly [HalfQuestion, HalfQuestion] => {
    const first = body.slice(0, joint.index);
    const left = `${first}${asking}`;
    const right = `${body.slice(joint.index + joint[0].length)}${asking}`;
    return [
      { text: left, context: right, ...(SAYS_HOW_MANY.test(asking) ? {} : { bare: first }) },
      { text: right, context: left, isEach: true },
    ];
  });
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s,、.]+|[\s,、.]+$/gu, '');
}
