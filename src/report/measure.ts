import { JOINED_PAIRS } from '../joined-pairs.ts';
import { BASIS_SOURCE } from './basis.ts';
import type { Statement } from './figure-statement.ts';
import type { PrintedFigure } from './numbers.ts';
import { type Span, sliceSpan } from './span.ts';
import {
  CHANGE_VERBS,
  isDependent,
  isThin,
  MIN_WHOLE_CHARS,
  RECKONED_SOURCE,
  stripThinWords,
} from './thin-words.ts';

/** Words that lead to a number and name nothing: of reaching, keeping, ranking, bounding, and where a change began. */
const LEADS = [
  `${BASIS_SOURCE}[多少高低]?`,
  '各自?|(?<![人日户场])均|[约共达为至到超逾近占]|达到|突破|超过|实现|完成|累计|年均|不低于|不少于|不超过|不高于|力争|确保|预计|计划|惠及|受益',
  '[稳保控维][定持制]在|[提升降增减压缩调上回跃攀迈跨站登][\\p{Script=Han}]?[到至为上]',
  '(?:迈[上过入]|跨[上过越]|突破)(?:[百千万亿]+元?)?新?(?:大关|台阶)?|(?:19|20)\\d{2}年[底末]?',
  '[由从](?:(?:19|20)\\d{2}年[底末初]?|年初|[上去]年|[“"]?十[一二三四五六七八九]?五[”"]?(?:期?末)?)?的?',
  '(?:每人)?每[年月日天]|转为',
  '[,:、()的了是]',
].join('|');
const TRAILING = new RegExp(`(?:${LEADS})+$`, 'u');
const TRAILING_CHANGE = new RegExp(`(?:${LEADS}|${CHANGE_VERBS})+$`, 'u');
const LEADING = new RegExp(
  `^(?:其中|预计|全年|[底末]?[以之]?前|力争|确保|争取|实现|完成|${BASIS_SOURCE}|[,:、和及与的]|(?:19|20)\\d{2}年[底末]?)+`,
  'u',
);
/** Where something stands among others, and what it passed: no part of what is measured. */
const PLACE =
  /^(?:[均稳跃]?位?居(?![民住家委])|位列|名列|排名?|列|全[国省市区县州]$|新?台阶|大关|关口|[、与]?(?:上年|基本)?持平)/u;

/** What stands among the words and is none: how it was reckoned, remarks in brackets, marks of notes, the sign before a point of a list. */
const NO_WORDS = new RegExp(
  [RECKONED_SOURCE, '分别|^\\)|\\([^()]*\\)?', '\\[\\d{1,2}\\]|[\\u2460-\\u2473]|^[-—–·•●■◆▪*]+'].join('|'),
  'gu',
);

/** `补助收入568万元(含返还性收入96万元)`: a part that is told in brackets. */
const INCLUDED = /^\(?(?:含|包括)(?!.*\))/u;
/** `日均值范围在2-35微克之间`: where a range lies. */
const BETWEEN = /^之间/u;

/** Among whom something is ranked: `专利授权量排全省`. */
const RANKED = /(?:[均稳跃]?位?居(?![民住家委])|位列|名列|排名?(?!序))\p{Script=Han}{0,6}$/u;

/** What is measured, in the words of the report: those before the number, or those after it where none stand before. */
export function readMeasure(
  folded: string,
  figure: Pick<Statement, 'states'> & {
    readonly number: PrintedFigure;
    readonly own: readonly Span[];
    readonly shared: readonly Span[];
    readonly carried: readonly Span[];
    readonly owner: string;
  },
): string {
  const { number, own, shared, carried, owner, states } = figure;
  const isBefore = ({ end }: Span): boolean => end <= number.start;
  const textOf = (span: Span): string =>
    sliceSpan(folded, span).trim().replace(INCLUDED, '').replace(NO_WORDS, '');
  const mine = own.filter(isBefore);
  const isNamed =
    !isDependent(mine.map(textOf).join('')) &&
    !isThin(mine.map(textOf).join('')) &&
    // `居全市第1、全省第7`: where something stands is no name of it.
    !mine.map(textOf).every((words) => PLACE.test(words));
  // `其中新能源汽车出口` needs no words of the whole, `其中城镇` does.
  const isPart =
    mine.map(textOf).join('').startsWith('其中') ||
    mine.some((span) => INCLUDED.test(sliceSpan(folded, span).trim()));
  const isWhole = isPart && stripThinWords(mine.map(textOf).join('')).length >= MIN_WHOLE_CHARS;
  const spans = [...(isWhole ? [] : carried), ...(isNamed ? [] : shared), ...mine]
    .filter(isBefore)
    .sort((a, b) => a.start - b.start);
  // A rank may be one of a growth: `增加值增长5%,居全国第六`.
  const trailing = states === 'rank' ? TRAILING : TRAILING_CHANGE;
  const before = spans
    .filter((span, index) => span.start >= (spans[index - 1]?.end ?? 0))
    .map(textOf)
    .filter((words) => words === owner || !PLACE.test(words))
    .map((words) => (states === 'rank' ? words.replace(RANKED, '') : words))
    .map((words) => words.replace(trailing, '').replace(LEADING, ''))
    .join('')
    .replace(/在之间(?=.)/u, '');
  const after = own
    .filter((span) => !isBefore(span))
    .map(textOf)
    .filter((words) => !PLACE.test(words))
    .join('')
    .replace(LEADING, '');
  const namesThings = !['money', 'percent', 'percentage-points'].includes(number.dimension);
  if (BETWEEN.test(after)) return nameHalf(before.replace(/在$/u, ''), owner);
  const isBare = before === '' || (after !== '' && isThin(before));
  const words = isBare ? after : namesThings && isNamed ? before + after : before;
  return nameHalf(words, owner);
}

/** What an abbreviated pair stands for in each of its halves: `城乡居民收入` of the country alone is `农村居民收入`. */
function nameHalf(words: string, owner: string): string {
  if (owner === '城市' || owner === '农村')
    return words.replace(/城乡(?=(?:常住)?居民)/u, owner === '城市' ? '城镇' : '农村').replace('城乡', owner);
  const pair = JOINED_PAIRS.find(([, halves]) => halves.includes(owner))?.[0];
  return pair === undefined ? words : words.replace(pair, owner);
}
