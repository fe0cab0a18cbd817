import type { Interpretation } from '../understanding/interpret-question.ts';
import type { FigureContext } from './figure-context.ts';

/** Measure words that count one kind of thing only; those of one line count the same. */
const TELLING_MEASURES: readonly (readonly string[])[] = [
  ['辆', '台', '标台', '辆次', '台次', '台套'],
  ['头', '只', '羽', '尾', '匹', '头只'],
  ['株', '棵'],
  ['艘', '架', '架次', '艘次'],
  ['床', '张'],
  ['颗'],
];
/** Measure words of anything. */
const ANY_MEASURE: readonly string[] = ['', '个', '套', '批'];

/** `多少辆` is no question about 45种. */
function isCountedOtherwise(asked: string, found: string): boolean {
  const alike = TELLING_MEASURES.find((measures) => measures.includes(asked));
  return alike !== undefined && !alike.includes(found) && !ANY_MEASURE.includes(found);
}

/** Whether numbers count the same kind of thing, so that they may be added up: 所 and 个 may, 个 and 张 or 名 may not. */
export function areAddable(figures: readonly FigureContext['figure'][]): boolean {
  const tellingOf = ({ base }: FigureContext['figure']): number =>
    TELLING_MEASURES.findIndex((measures) => measures.includes(base));
  const [first] = figures;
  return figures.every(
    (figure) => figure.dimension === first?.dimension && tellingOf(figure) === tellingOf(first),
  );
}

const CURRENCIES: readonly string[] = ['美元', '港元', '港币', '欧元', '日元'];

/** `多少美元` is no question about an amount in yuan. */
function isOtherCurrency(words: string, unit: string): boolean {
  const currency = CURRENCIES.find((each) => words.includes(each));
  return currency !== undefined && !unit.includes(currency);
}

/** So many for each hundred, or hundred thousand, is a rate. */
export const isRate = (base: string): boolean => /\/(?:百|千|万|十万|10万)[人户]?$/u.test(base);

/** Kinds of number that answer one another when the question names the wrong one: people say 多少人 for 人次. */
export function fitsAskedDimension(
  { dimensions: asked, quantities }: Interpretation,
  { dimension, unit, base }: FigureContext['figure'],
): boolean {
  if (dimension === 'money' && quantities.some(({ words }) => isOtherCurrency(words, unit))) return false;
  if (dimension === 'count' && quantities.some((quantity) => isCountedOtherwise(quantity.base, base)))
    return false;
  if (asked.length === 0 || asked.includes(dimension)) return true;
  if (isRate(base) && asked.includes('percent')) return true;
  if (dimension === 'none') return asked.includes('count');
  // Firms are counted in 户 too.
  return dimension === 'count' && unit.endsWith('户') && asked.includes('households');
}
