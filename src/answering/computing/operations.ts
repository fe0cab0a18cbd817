import { Decimal } from 'decimal.js';
import { nameFigure, printNumber } from '../compose-figures.ts';
import type { ComparisonAsked, Operation } from '../language/comparisons.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import {
  baseUnit,
  factorOf,
  printAmount,
  printMultiple,
  printPercent,
  printQuotient,
  printRounded,
  type Shown,
} from './amounts.ts';
import { isMonthly } from './likeness.ts';
import { isChangeOf } from './said-change.ts';

/** A result as shown, how it came about, and the sentence that says it. */
export type Computation = { readonly result: string; readonly formula: string; readonly sentence: string };

/** An operation with its operands: amounts in base units, numbers as printed, and what they are called. */
type Applied = {
  readonly amounts: readonly Decimal[];
  readonly shown: readonly string[];
  readonly names: readonly string[];
  readonly contexts: readonly FigureContext[];
  readonly form: ComparisonAsked['form'];
};

/** Whether numbers of one unit are of two things at one time, not of one thing at two. */
export const areBeside = (contexts: readonly FigureContext[]): boolean =>
  contexts.every(({ figure }) => figure.role === null && figure.states !== 'change') &&
  new Set(contexts.map(({ figure }) => `${figure.base} ${figure.period?.year}`)).size === 1;

/** What is computed of some numbers: exactly, rounded only when it is shown. Null where it has no result. */
type Row = {
  /** How many operands it takes. */
  readonly arity: 1 | 2 | 'many';
  readonly compute: (
    applied: Applied,
  ) => { readonly result: Shown; readonly formula: string; readonly said: string } | null;
};

const exact = (text: string): Shown => ({ text, isRounded: false });
const about = ({ text, isRounded }: Shown): string => `${isRounded ? '约' : ''}${text}`;
const MONTHS = 12;
const DAYS = 365;
/** In percent. */
const WHOLE = 100;
/** Written out: every digit a person reads stands in a quote or is the result. */
const TWELVE_MONTHS = '十二个月';
const DAYS_OF_YEAR = '三百六十五天';

/** Each operation once. `extreme` and `reached` pick and check, and compute nothing of their own. */
const OPERATIONS: Readonly<Record<Exclude<Operation, 'extreme' | 'reached'>, Row>> = {
  difference: {
    arity: 2,
    compute({ amounts: [a, b], shown, names, contexts }) {
      if (!a || !b) return null;
      // What lies between two percentages is counted in points: 4.94% is not 1.32% more than 3.62%.
      const areRates = contexts.every(({ figure }) => figure.unit === '%');
      const gap = a.minus(b).abs();
      const result = exact(areRates ? `${gap}个百分点` : printAmount(gap, contexts));
      const [large, small] = a.gte(b) ? shown : [...shown].reverse();
      return { result, formula: `${large} − ${small}`, said: `${list(names, shown)}，相差${result.text}` };
    },
  },
  growth: {
    arity: 2,
    compute({ amounts: [after, before], shown, names, contexts }) {
      if (!after || !before || before.isZero()) return null;
      const isLess = after.lt(before);
      const result = printPercent(after.minus(before).div(before).abs());
      const [large, small] = isLess ? shown.toReversed() : shown;
      // `农村比城市低百分之几`: nothing changed from one to the other.
      const isBeside = areBeside(contexts);
      return {
        result,
        formula: `(${large} − ${small}) ÷ ${shown[1]}`,
        said: isBeside
          ? `${list(names, shown).replace('，', '，比')}${wordsOfMore(contexts)[isLess ? 1 : 0]}${about(result)}`
          : `${names[0]}从${shown[1]}到${shown[0]}，${isLess ? '降幅' : '增幅'}${about(result)}`,
      };
    },
  },
  ratio: { arity: 2, compute: divide },
  share: { arity: 2, compute: divide },
  per: {
    arity: 2,
    compute({ amounts: [a, b], shown, names, contexts: [divided, counted] }) {
      if (!a || !b || !divided || !counted) return null;
      // Per printed unit: 24.8公里 are 24.8 of them, whatever the base unit of lengths is.
      const heads = b.div(factorOf(counted.figure.unit));
      if (heads.isZero()) return null;
      const result = printQuotient(a.div(heads), divided);
      return {
        result,
        formula: `${shown[0]} ÷ ${shown[1]}`,
        said: `${list(names, shown)}，平均每${baseUnit(counted)}${about(result)}`,
      };
    },
  },
  sum: {
    arity: 'many',
    compute({ amounts, shown, names, contexts }) {
      const result = exact(
        printAmount(
          amounts.reduce((sum, each) => sum.plus(each), new Decimal(0)),
          contexts,
        ),
      );
      return { result, formula: shown.join(' + '), said: `${list(names, shown)}，合计${result.text}` };
    },
  },
  yearly: {
    arity: 1,
    compute({ amounts: [monthly], shown, names, contexts }) {
      if (!monthly) return null;
      const result = exact(inYears(printAmount(monthly.times(MONTHS), contexts)));
      return {
        result,
        formula: `${shown[0]} × ${TWELVE_MONTHS}`,
        said: `${names[0]}${shown[0]}，按${TWELVE_MONTHS}算是${result.text}`,
      };
    },
  },
  monthly: {
    arity: 1,
    compute: (applied) => spreadOver(applied, { parts: MONTHS, each: '月', words: TWELVE_MONTHS }),
  },
  daily: {
    arity: 1,
    compute: (applied) => spreadOver(applied, { parts: DAYS, each: '天', words: DAYS_OF_YEAR }),
  },
  rest: {
    arity: 1,
    compute({ amounts: [share], shown, names }) {
      if (!share || share.gt(WHOLE)) return null;
      const result = exact(`${new Decimal(WHOLE).minus(share)}%`);
      return { result, formula: `一 − ${shown[0]}`, said: `${names[0]}${shown[0]}，其余${result.text}` };
    },
  },
  base: {
    arity: 2,
    compute: (applied) =>
      workBack(applied, (after, before) => (applied.form === 'plain' ? before : after.minus(before).abs())),
  },
};

const list = (names: readonly string[], shown: readonly string[]): string =>
  names.map((name, at) => `${name}${shown[at]}`).join('，');

const inYears = (text: string): string => text.replace(/\/月$/u, '');

/** A share smaller than this is as good as none: what is divided has nothing to do with it. */
const LEAST_SHARE = 0.0005;

function divide({ amounts: [a, b], shown, names, form }: Applied): ReturnType<Row['compute']> {
  if (!a || !b || b.isZero() || a.div(b).abs().lt(LEAST_SHARE)) return null;
  const result = form === 'percent' ? printPercent(a.div(b)) : printMultiple(a.div(b));
  return {
    result,
    formula: `${shown[0]} ÷ ${shown[1]}`,
    said: `${names[0]}${shown[0]}，是${names[1]}${shown[1]}的${about(result)}`,
  };
}

/** What a whole year came to, for each month or day of it. */
function spreadOver(
  { amounts: [amount], shown, names, contexts: [context] }: Applied,
  { parts, each, words }: { readonly parts: number; readonly each: string; readonly words: string },
): ReturnType<Row['compute']> {
  if (!amount || !context) return null;
  const result = printQuotient(amount.div(parts), context);
  return {
    result,
    formula: `${shown[0]} ÷ ${words}`,
    said: `${names[0]}${shown[0]}，按${words}算，平均每${each}${about(result)}`,
  };
}

/** From a number and how it changed, at a rate or by an amount, to what it was before, or by how much it rose. */
function workBack(
  { amounts: [after, change], shown, names: [name], contexts: [amount, changed], form }: Applied,
  wanted: (after: Decimal, before: Decimal) => Decimal,
): ReturnType<Row['compute']> {
  if (!after || !change || !amount || !changed || !isChangeOf(amount, changed)) return null;
  const isFall = changed.figure.direction === 'down';
  const signed = change.times(isFall ? -1 : 1);
  const isRate = changed.figure.dimension === 'percent';
  const before = isRate ? after.div(signed.div(WHOLE).plus(1)) : after.minus(signed);
  if (!before.isFinite() || before.isNegative()) return null;
  if (!isRate) {
    // By how much it rose is printed.
    if (form !== 'plain') return null;
    const result = exact(printAmount(before, [amount]));
    return {
      result,
      formula: `${shown[0]} ${isFall ? '+' : '−'} ${shown[1]}`,
      said: `${name}${shown[0]}，${isFall ? '少了' : '多了'}${shown[1]}，倒推为${result.text}`,
    };
  }
  const result = printRounded(wanted(after, before), amount);
  const divided = `${shown[0]} ÷ (一 ${isFall ? '−' : '+'} ${shown[1]})`;
  const said = `${name}${shown[0]}，同比${isFall ? '下降' : '增长'}${shown[1]}，倒推上年约`;
  return {
    result,
    formula: form === 'plain' ? divided : `${shown[0]} 与 ${divided} 之差`,
    said: `${said}${form === 'plain' ? '为' : isFall ? '多' : '少'}${result.text}`,
  };
}

/** Applies an operation to numbers of the report; null where it has no result or takes another number of operands. */
export function applyOperation(
  operation: Operation,
  contexts: readonly FigureContext[],
  {
    form = 'plain',
    isYearly = false,
    owners = [],
  }: {
    readonly form?: ComparisonAsked['form'];
    readonly isYearly?: boolean;
    /** Whose each number is, where they are of several reports; said before its name. */
    readonly owners?: readonly string[];
  } = {},
): Computation | null {
  if (operation === 'extreme' || operation === 'reached') return null;
  const { arity, compute } = OPERATIONS[operation];
  if (arity === 'many' ? contexts.length < 2 : contexts.length !== arity) return null;
  const ordered =
    operation === 'growth' && contexts[0]?.figure.role === 'before' ? [...contexts].reverse() : contexts;
  const computed = compute({
    amounts: ordered.map(({ figure }) => new Decimal(figure.amount).times(isYearly ? MONTHS : 1)),
    shown: ordered.map(printNumber),
    names: ordered.map((context) => `${owners[contexts.indexOf(context)] ?? ''}${label(context)}`),
    contexts: ordered,
    form,
  });
  if (!computed) return null;
  const { result, formula, said } = computed;
  const equals = result.isRounded ? '≈' : '=';
  if (!isYearly)
    return { result: result.text, formula: `${formula} ${equals} ${result.text}`, sentence: said };
  const text = inYears(result.text);
  return {
    result: text,
    formula: `(${formula}) × ${TWELVE_MONTHS} ${equals} ${text}`,
    sentence: `${said.replace(result.text, text)}（按${TWELVE_MONTHS}算）`,
  };
}

/** What is said of a number that is more than another, and of one that is less. */
function wordsOfMore([one]: readonly FigureContext[]): readonly [string, string] {
  if (one?.figure.dimension === 'ordinal') return ['靠后', '靠前'];
  return one && (one.figure.unit === '%' || isMonthly(one)) ? ['高', '低'] : ['多', '少'];
}

/** Which of two numbers is more (or less) than the other, and by how much; the one that is asked for comes first. */
export function sayWhich(
  contexts: readonly FigureContext[],
  owners: readonly string[] = [],
): Computation | null {
  const [one, other] = contexts;
  const computed = applyOperation('difference', contexts, { owners });
  if (!one || !other || !computed) return null;
  const order = new Decimal(one.figure.amount).comparedTo(other.figure.amount);
  if (order === 0) return computed;
  const [more, less] = wordsOfMore(contexts);
  const [said, beside] = [one, other].map(
    (context, at) => `${owners[at] ?? ''}${label(context)}${printNumber(context)}`,
  );
  return { ...computed, sentence: `${said}比${beside}${order > 0 ? more : less}${computed.result}` };
}

/** The figure's name where a sentence needs a subject. Long unreviewed names are put in quotation marks. */
function label(context: FigureContext): string {
  const name = nameFigure(context);
  return context.figure.name === '' ? `“${name}”` : name;
}
