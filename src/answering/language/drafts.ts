import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from '../../report/chinese-numerals.ts';
import { findNumbers, type PrintedFigure } from '../../report/numbers.ts';
import { UNIT_SOURCE } from '../../report/units.ts';
import { readComparison } from './comparisons.ts';
import { writeDigits } from './spoken-numerals.ts';

/** A sentence of a draft whose number somebody wants checked. */
export type DraftCheck = {
  /** The question whose answer is the number that belongs there. */
  readonly question: string;
  /** The number as the draft has it. */
  readonly stated: StatedNumber;
};

/** A number somebody states: in base units, with its qualifier (`余`). */
export type StatedNumber = Pick<PrintedFigure, 'amount' | 'qualifier'>;

/** Whether a text ends in having something checked; only then are its numerals numbers. */
const CHECKED_END = /(?:对|错|准|误|确|实|核)[^,]{0,4}[?。!呀啊呢吧吗\s]*$/u;
const CHECKED =
  '(?:[这那]?个?(?:数字?|数据|差额|说法|写法|表述|比例)?(?:对不对|对吗|对吧|对么|对没对|准不准|准确吗|有没有错|有误吗|没错吧|正确吗|是否正确|是否准确|属实吗)|(?:请|帮我?|麻烦)?核(?:对|实)?(?:一下|下|一核)?(?:数字?)?)';
/** `稿子写“……80余家”,数字对不对`: what is stated, and that it is to be checked. */
const CHECK = new RegExp(
  `^(?:(?:草稿|初稿|稿子|稿件|原稿|新闻稿|材料|文中|报表)(?:里面|里头|里|中|上)?(?:写|说|提)?(?:的是|的|了|到|着)?[:,]?)?"?(?<stated>.*?)"?[,。;]?${CHECKED}[?。!呀啊呢\\s]*$`,
  'u',
);
/** `是不是申报成功了3个`, `标准不是500元吗`. */
const WHETHER = /^(?<before>.*?)(?:是不是|是否|不是(?=[^,。]*吗[?。!\s]*$))(?<after>.*?)[了吗]?[?。!\s]*$/u;

/** Reads a question that has one number of a draft checked (normalised text); null for every other question. */
export function readDraftCheck(asked: string): DraftCheck | null {
  const text = CHECKED_END.test(asked) ? writeDigits(asked) : asked;
  const checked = CHECK.exec(text)?.groups?.stated;
  const { before = '', after = '' } = (checked === undefined && WHETHER.exec(text)?.groups) || {};
  const stated = checked ?? `${before}${after}`;
  if (checked === undefined && (after === '' || readComparison(text))) return null;
  const printed = findNumbers(stated).filter(isChecked);
  const found = printed.length > 0 ? printed : findSpoken(stated);
  const [number] = found;
  if (!number || found.length > 1 || /多少|几|哪|什么|啥/u.test(stated)) return null;
  const unit = number.unit.replace(/^[万亿]+(?=.)/u, '');
  return {
    question: `${stated.slice(0, number.start)}多少${unit}${stated.slice(number.end)}`,
    stated: { amount: number.amount, qualifier: number.qualifier },
  };
}

/** A number of a pasted draft, or several of one thing (`546元、410元`), with the words it stands in. */
export type DraftPiece = {
  /** What the number is of, as the draft has it. */
  readonly about: string;
  readonly question: string;
  readonly stated: readonly StatedNumber[];
};

/** `帮我核对一下:`, `核对这段话,`. */
const TASK =
  /^(?:请|麻烦)?(?:你|您)?(?:帮我?|给我)?(?:核对?|核实|校对|校核|检查|看看|把关)(?:一下|下)?(?:这?一?[段句](?:话|稿子?|文字)?)?(?:里?的?(?:数字?|数据))?[:,]/u;
/** Whatever asks is no draft. */
const ASKS =
  /[?]|多少|好多|几|哪|什么|啥|谁|怎|咋|吗$|呢$|吧$|么$|是不是|是否|还是|有没有|能不能|对不对|一共|总共|合计|比.*[高低多少]|(.)不\1/u;
/** A shorter text is what somebody looks for, not what they wrote. */
const MIN_DRAFT_CHARS = 12;
/** `城市低保标准是546元吗`: asks for nothing but whether the number is right. */
const CONFIRMED = /(?<=[是为有共]\d[^,。、]{0,6})[吗吧么][?。!\s]*$/u;
const MAX_PIECES = 8;
const YEAR = /\d{4}年/u;
/** Tells the time, or nothing: no number of a thing. */
const NO_UNITS: ReadonlySet<string> = new Set(['', '年', '月', '日', '天', '岁', '倍']);

/**
 * Reads a draft that was pasted to be checked (normalised text), with or without a word about checking, as its numbers.
 * Empty for what asks anything, and for a text without numbers or with too many.
 *
 * @example readDraftPieces('支出资金45亿元,保障对象89万人').map(({ about }) => about) // ['支出资金', '保障对象']
 */
export function readDraftPieces(asked: string): readonly DraftPiece[] {
  const stated = CHECK.exec(asked)?.groups?.stated ?? asked.replace(TASK, '');
  const text = stated.replace(CONFIRMED, '');
  if ((text === stated && text.length < MIN_DRAFT_CHARS) || ASKS.test(text) || readComparison(text))
    return [];
  const year = YEAR.exec(text)?.[0] ?? '';
  const pieces = text.split(/[,;。!]+/u).flatMap((clause) => readClause(clause, year));
  return pieces.length > MAX_PIECES ? [] : pieces;
}

function readClause(clause: string, year: string): readonly DraftPiece[] {
  const pieces: DraftPiece[] = [];
  const numbers = findNumbers(clause)
    .filter(isChecked)
    .filter(({ unit, start, end }) => !NO_UNITS.has(unit) && !clause.slice(start, end).includes(' '));
  let from = 0;
  for (const [index, number] of numbers.entries()) {
    const about = clause.slice(from, number.start).replace(/^[、和及与]+/u, '');
    const after = index === numbers.length - 1 ? clause.slice(number.end) : '';
    const stated = { amount: number.amount, qualifier: number.qualifier };
    const before = pieces.at(-1);
    if (about === '' && before) {
      pieces[pieces.length - 1] = { ...before, stated: [...before.stated, stated] };
    } else if (about === '') {
      // `82万名受灾群众得到保障`: what is counted follows.
      const counted = clause.slice(number.end, numbers[index + 1]?.start ?? clause.length);
      const unit = number.unit.replace(/^[万亿]+(?=.)/u, '');
      if (/\p{Script=Han}{2}/u.test(counted))
        pieces.push({ about: counted, question: `${year}多少${unit}${counted}`, stated: [stated] });
    } else if (/\p{Script=Han}{2}/u.test(about)) {
      const time = YEAR.test(about) ? '' : year;
      const unit = number.unit.replace(/^[万亿]+(?=.)/u, '');
      pieces.push({
        about: about.replace(YEAR, '').replace(/(?:是|为|有|达到?)$/u, ''),
        question: `${time}${about}多少${unit}${after}`,
        stated: [stated],
      });
    }
    from = number.end;
  }
  return pieces;
}

/**
 * Whether what a report prints (normalised text) is what was stated; null where it prints fewer numbers, or one for each of
 * several things that the draft does not tell apart.
 */
export function agreesWithStated(printed: string, stated: readonly StatedNumber[]): boolean | null {
  const amounts = findNumbers(printed).flatMap((found) => (found.kind === 'figure' ? [found.amount] : []));
  if (!stated.every((number) => printsStated(printed, number)))
    return amounts.length < stated.length ? null : false;
  // 546元、410元 is not 410元、546元: each number is of its own thing.
  const isInOrder = stated.every(
    ({ amount }, at) => amounts.indexOf(amount) >= amounts.indexOf(stated[at - 1]?.amount ?? amount),
  );
  if (!isInOrder) return false;
  return amounts.length > stated.length ? null : true;
}

type Stated = StatedNumber & Pick<PrintedFigure, 'start' | 'end' | 'unit'>;

/** `三个` at the end of what is asked about. */
function findSpoken(text: string): readonly Stated[] {
  const found = new RegExp(`(?<numeral>[${CHINESE_NUMERAL_CLASS}]+)(?<unit>${UNIT_SOURCE})$`, 'u').exec(text);
  const { numeral = '', unit } = found?.groups ?? {};
  const amount = parseChineseNumeral(numeral);
  return found && unit && amount !== null
    ? [{ start: found.index, end: text.length, unit, amount: String(amount), qualifier: '' }]
    : [];
}

const isChecked = (found: ReturnType<typeof findNumbers>[number]): found is PrintedFigure =>
  found.kind === 'figure' && found.dimension !== 'age';

/** Whether a text (normalised) prints just the number that was stated, `余` and the like included. */
export function printsStated(text: string, { amount, qualifier }: StatedNumber): boolean {
  return findNumbers(text).some(
    (found) => found.kind === 'figure' && found.amount === amount && found.qualifier === qualifier,
  );
}
