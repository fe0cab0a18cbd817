import type { Dimension } from '../../report/units.ts';
import { keepForLast, rememberLately } from '../../search/remember-lately.ts';
import { SAYS_HOW_MANY } from '../language/comparison-words.ts';
import type { ComparisonAsked } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isWeighedFigure, type WeighedCandidate, weighQuestion } from '../scoring/weigh.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from '../understanding/interpret-question.ts';
import { findToldFigures } from '../understanding/told-numbers.ts';

/** What a question wants computed, as it was understood. */
export type Computing = {
  readonly comparison: ComparisonAsked;
  readonly asked: Interpretation;
  readonly library: Library;
};

/** A number that may be an operand. */
export type Operand = {
  readonly context: FigureContext;
  /** One of its features, by name. */
  readonly evidenceOf: WeighedCandidate['evidenceOf'];
  /** Logarithm of its share of the probability among all numbers found for the same words. */
  readonly fit: number;
  /** Probability that the words mean this number, by the decision that single answers go through. */
  readonly support: number;
};

/** What is looked for: words, and what is known of the number besides. */
export type Wanted = {
  readonly text: string;
  readonly period?: AskedPeriod | null;
  /** Kinds of number that will do; any when empty. */
  readonly kinds?: readonly Dimension[];
};

/** Numbers looked at for one operand. */
const OPERAND_CANDIDATES = 10;
/** No number is ruled out by its words alone. */
const WORST_FIT = -7;

/** What was weighed last, by library: several ways of computing ask for the same sides of one comparison. */
const weighedBy = keepForLast((library: Library) =>
  rememberLately((wanted) => weighAnew(JSON.parse(wanted), library), MOST_KEPT),
);
const MOST_KEPT = 8;

/** The numbers that some words of the question may mean, best first: weighed like the answer to a question of its own. */
export const weighOperand = (wanted: Wanted, library: Library): readonly Operand[] =>
  weighedBy(library)(JSON.stringify(wanted));

function weighAnew({ text, period, kinds = [] }: Wanted, library: Library): Operand[] {
  const read = interpretQuestion(SAYS_HOW_MANY.test(text) ? text : `${text}多少`, library);
  const wanted: Interpretation = period === undefined ? read : { ...read, period };
  const { ranked, probability } = weighQuestion(wanted, library.weigher);
  const figures = ranked.filter(isWeighedFigure);
  const best = figures[0]?.score ?? 0;
  const total = figures.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  const operands = figures.map(
    ({ candidate, evidenceOf, score }): Operand => ({
      context: candidate.context,
      evidenceOf,
      fit: Math.max(WORST_FIT, score - best - Math.log(total)),
      support: probability * Math.exp(score - best),
    }),
  );
  const fitting = preferQuoted(text, operands).filter(
    ({ context: { figure } }) => kinds.length === 0 || kinds.includes(figure.dimension),
  );
  return fitting.slice(0, OPERAND_CANDIDATES);
}

/** What speaks against a number where the words quote another one. */
const UNQUOTED = -3;

/** Puts first the numbers that the words quote (`58万件问题`), where they quote one. */
function preferQuoted(text: string, operands: readonly Operand[]): readonly Operand[] {
  const [number, ...more] = findToldFigures(text);
  if (!number || more.length > 0) return operands;
  const quoted = operands.filter(
    ({ context: { figure } }) =>
      figure.amount === number.amount && (figure.base === number.base || number.base === '个'),
  );
  if (quoted.length === 0) return operands;
  const others = operands.filter((operand) => !quoted.includes(operand));
  return [
    ...quoted.map((operand) => ({ ...operand, fit: 0, support: 1 })),
    ...others.map((operand) => ({
      ...operand,
      fit: Math.max(WORST_FIT, operand.fit + UNQUOTED),
      support: 0.1 * operand.support,
    })),
  ];
}

/** The numbers that one side of a comparison may mean, by itself or completed from the other, best first. */
export function weighSide(wanted: Wanted, other: string, library: Library): readonly Operand[] {
  const completed = completeSide(wanted.text, other, library);
  const plain = weighOperand(wanted, library);
  if (completed === wanted.text) return plain;
  const full = weighOperand({ ...wanted, text: completed }, library);
  const best = new Map<FigureContext, Operand>();
  for (const operand of [...full, ...plain]) {
    const known = best.get(operand.context);
    if (!known || known.fit < operand.fit) best.set(operand.context, operand);
  }
  return [...best.values()].sort((a, b) => b.fit - a.fit);
}

/** Completes one side of a comparison with what is said of the other only: what it is about, and by what it is measured. */
function completeSide(side: string, other: string, library: Library): string {
  const [own, lender] = [interpretQuestion(side, library), interpretQuestion(other, library)];
  const isNew = ({ text }: { readonly text: string }): boolean => !side.includes(text);
  const narrows = own.terms.some(({ role }) => role === 'scope');
  const hasTopic = own.terms.some(({ role }) => role === 'topic');
  const lent = lender.terms.filter(({ role, wordClass }) => {
    if (role === 'soft') return wordClass === 'noun';
    return !hasTopic && !(narrows && role === 'scope');
  });
  return (
    side +
    lent
      .filter(isNew)
      .map(({ text }) => text)
      .join('')
  );
}
