import { Decimal } from 'decimal.js';
import { parseUnit } from '../../report/units.ts';
import { nameFigure, printNumber } from '../compose-figures.ts';
import { WORKS_BACK } from '../language/comparison-words.ts';
import type { Library } from '../library.ts';
import type { Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import { composeComparison } from './compose-comparison.ts';
import { rankOperands } from './rank-operands.ts';

/** `增长之前是多少`. */
const ASKS_BASE = /倒推|反推|倒算|(?:增长|增加|上涨|涨|下降|减少)(?:之)?前(?=[^,]*(?:多少|几))/u;
/** Words of the asking that neither number has to say. */
const ASKING = /^(?:推|折|测|计)?算|增|涨|降|减|幅|速|率|同比|之?前|比例|这个$/u;
const GROWS = /增|涨|升|降|减|下滑/u;
const FALLS = /降|减|下滑/u;

/**
 * Works back from a number and the rate at which it grew, both printed in one sentence, to what it was before or by how
 * much it rose. Null when the question asks for neither, or the report does not print both.
 */
export function workBack(asked: Interpretation, library: Library): Outcome | null {
  const asksBase = ASKS_BASE.test(asked.text);
  if (!asksBase && !WORKS_BACK.test(asked.text)) return null;
  const terms = asked.terms.filter(({ text }) => !ASKING.test(text));
  if (terms.length === 0) return null;
  const ranked = rankOperands({ ...asked, terms, dimensions: [], period: null }, library);
  const rate = ranked.find(
    ({ context: { figure, printedOwn, shared } }) =>
      figure.dimension === 'percent' && GROWS.test(printedOwn + shared),
  )?.context;
  const amount = ranked.find(
    ({ context: { figure, known } }) =>
      known === rate?.known &&
      figure.sentenceId === rate.figure.sentenceId &&
      figure.role === null &&
      !['percent', 'percentage-points', 'multiple', 'ratio', 'ordinal'].includes(figure.dimension),
  )?.context;
  return rate && amount ? answerBack(amount, rate, asksBase) : null;
}

function answerBack(amount: FigureContext, rate: FigureContext, asksBase: boolean): Outcome | null {
  const [shown, growth] = [printNumber(amount), printNumber(rate)];
  const isFall = FALLS.test(rate.printedOwn + rate.shared);
  const share = new Decimal(rate.figure.amount).div(100).times(isFall ? -1 : 1);
  const after = new Decimal(amount.figure.amount);
  const before = after.div(share.plus(1));
  if (!before.isFinite() || before.isNegative()) return null;
  const text = printInUnit(asksBase ? before : after.minus(before).abs(), amount);
  // Whole numbers are written out: every digit shown stands in a quote or is the result.
  const divided = `${shown} ÷ (一 ${isFall ? '−' : '+'} ${growth})`;
  const formula = asksBase ? `${divided} ≈ ${text}` : `${shown} 与 ${divided} 之差 ≈ ${text}`;
  const sentence = WORDING.workedBack({ name: nameFigure(amount), shown, growth, isFall, asksBase, text });
  const answer = composeComparison(
    { left: amount, right: rate, score: 1, wordFit: 1 },
    { result: text, formula, sentence },
  );
  return { status: 'answered', answers: [{ ...answer, caveat: WORDING.workedBackCaveat }] };
}

const DECIMALS = 2;

/** An amount in the unit the number is printed in. */
function printInUnit(amount: Decimal, { figure }: FigureContext): string {
  const parsed = parseUnit(figure.unit);
  const value = amount.div(new Decimal(10).pow(parsed?.power ?? 0)).div(parsed?.unit.factor ?? 1);
  return `${value.toFixed(DECIMALS)}${figure.unit}`;
}
