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
/** `是不是申报成功了3个`. */
const WHETHER = /^(?<before>.*?)(?:是不是|是否)(?<after>.*?)(?:了)?[?。!\s]*$/u;

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
