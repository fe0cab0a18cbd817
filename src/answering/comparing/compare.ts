import { type ComparisonAsked, readComparison } from '../language/comparisons.ts';
import { removeAsides } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Outcome } from '../outcome.ts';
import { refuse } from '../refusals.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import type { Compared } from './compared.ts';
import { composeComparison, type OperandPair } from './compose-comparison.ts';
import { compute } from './compute.ts';
import { findPairs, pairEnds, pairQuotient } from './find-operands.ts';
import { bothCount, isRate, sameUnitOf } from './like-figures.ts';
import { addUp, answerExtreme, pickExtreme } from './members.ts';
import { NAMES_TARGET } from './pair-times.ts';
import { isPrintedShare, pairPerUnit } from './per-unit.ts';
import { isPrinted } from './printed-results.ts';
import { rankOperands } from './rank-operands.ts';
import { saysOutcome } from './said-change.ts';

/**
 * When the pair that fits the words best by this much cannot be computed, no other pair is meant; words that name the
 * kind of number (`床位数`, `销售额`) leave little doubt.
 */
const UNFIT_GAP = { named: 0.1, unnamed: 0.3 } as const;
/** Words that say what kind of number is meant. */
const NAMES_KIND = /\d|[人户件床个]数|人次|[额款钱费]|资金|金额|支出|数量/u;

/**
 * Answers a question that wants something computed from numbers of the report. Null when the question compares
 * nothing, or when a single number answers it as printed (`每千名老人拥有床位`).
 */
export function compare(asked: Interpretation, library: Library): Outcome | null {
  const compared = readCompared(asked, library);
  if (!compared || compared.comparison.operation === 'reached') return null;
  if (!compared.subject.terms.some(({ isKnown }) => isKnown) && asked.periods.length < 2) return null;
  switch (compared.comparison.operation) {
    case 'sum':
      return addUp(compared);
    case 'extreme':
      return pickExtreme(compared) ?? pickOfTwo(compared);
    case 'per':
      if (compared.comparison.sides) {
        const divided = divideSides(compared);
        if (divided?.status === 'answered') return divided;
      }
      return isPrintedShare(compared) ? null : answerBy(pairPerUnit(compared), compared);
    default:
      return compareTwo(compared);
  }
}

/** What a question compares; null when it compares nothing. */
export function readCompared(asked: Interpretation, library: Library): Compared | null {
  const read = readWithNames(removeAsides(asked.text), library);
  if (!read) return null;
  const subject = interpretQuestion(read.subject, library);
  // What the neighbouring part of the line is about, it need not say again: `同比涨了多少`.
  const lent = asked.terms.filter(({ text, role }) => role !== 'soft' && !asked.text.includes(text));
  return {
    comparison: withoutTimes(read, library),
    asked,
    subject: { ...subject, terms: [...subject.terms, ...lent] },
    library,
  };
}

/** `登记量比上年少了多少`: what is set beside its own past has changed. */
function withoutTimes(read: ComparisonAsked, library: Library): ComparisonAsked {
  if (!['difference', 'growth'].includes(read.operation) || !read.sides || NAMES_TARGET.test(read.subject))
    return read;
  const sides = read.sides.map((side) => interpretQuestion(side, library));
  const isOnlyTime = ({ terms, periods }: Interpretation): boolean =>
    periods.length > 0 && terms.every(({ role }) => role === 'soft');
  const times = new Set(sides.flatMap(({ periods }) => periods.map(({ year }) => year)));
  return times.size === 1 && sides.some(isOnlyTime)
    ? { ...read, sides: null, isChange: true, isRise: read.operation === 'difference' }
    : read;
}

/** Two numbers set against each other: two things, two times, or the two ends of one change. */
function compareTwo(compared: Compared): Outcome | null {
  const { comparison, asked } = compared;
  const isAimAgainstFact = asked.periods.length >= 2 && NAMES_TARGET.test(asked.text);
  const setsAgainst =
    comparison.isComparative &&
    (comparison.sides !== null || asked.periods.length >= 2 || !comparison.isChange);
  if (!isAimAgainstFact && !setsAgainst && isPrinted(compared)) return null;
  if (comparison.isChange) {
    const changed = answerBy(pairEnds(compared), compared);
    if (changed?.status === 'answered') return changed;
  }
  return answerBy(findPairs(compared), compared) ?? refuseChange(compared) ?? refuseAim(compared);
}

/** `目标比去年多多少` where one of the two is not given: the other alone is no answer. */
function refuseAim(compared: Compared): Outcome | null {
  const { comparison, asked } = compared;
  const isAimAgainstFact =
    comparison.isComparative && asked.periods.length > 0 && NAMES_TARGET.test(asked.text);
  return isAimAgainstFact && !isPrinted(compared) ? refuse('no-number', WORDING.noOperand) : null;
}

/** The best pair that can be computed, unless one that fits the words much better cannot. */
function answerBy(pairs: readonly OperandPair[], { comparison }: Compared): Outcome | null {
  const bestFit = Math.max(...pairs.map(({ wordFit }) => wordFit));
  const fitting = pairs.find((pair) => canCompute(comparison, pair));
  const isNamed = comparison.sides?.every((side) => NAMES_KIND.test(side)) ?? false;
  if (!fitting || fitting.wordFit < bestFit - UNFIT_GAP[isNamed ? 'named' : 'unnamed'])
    return pairs.length === 0 || !comparison.sides ? null : refuse('units-differ', WORDING.unitsDiffer);
  const computation = compute(comparison, fitting);
  return computation ? { status: 'answered', answers: [composeComparison(fitting, computation)] } : null;
}

/** `A除以B`: so many to each one; of one unit, a plain quotient. */
function divideSides(compared: Compared): Outcome | null {
  const pairs = pairQuotient(compared);
  const [best] = pairs;
  const isOfOneUnit = best !== undefined && sameUnitOf(best.left, best.right);
  const comparison: ComparisonAsked = isOfOneUnit
    ? { ...compared.comparison, operation: 'ratio' }
    : compared.comparison;
  return answerBy(pairs, { ...compared, comparison });
}

function pickOfTwo(compared: Compared): Outcome | null {
  const [fitting] = findPairs(compared).filter((pair) => canCompute(compared.comparison, pair));
  return fitting ? answerExtreme([fitting.left, fitting.right], compared.comparison.wantsLeast) : null;
}

/** `低保标准比原来提高了多少` where only what it was raised to is printed. */
function refuseChange({ comparison, asked, subject, library }: Compared): Outcome | null {
  if (!comparison.isChange) return null;
  const [top] = rankOperands({ ...asked, terms: subject.terms, dimensions: [] }, library);
  return top && saysOutcome(top.context) ? refuse('no-number', WORDING.noStart) : null;
}

/** 人均 and 平均 may be part of what a number is called (`人均可支配收入`): then nothing is to be shared out. */
function readWithNames(text: string, library: Library): ComparisonAsked | null {
  const hidden: string[] = [];
  const masked = text.replace(/[人户]均(?=(?<next>\p{Script=Han}{2}))/gu, (word, next: string) => {
    if (!library.figures.some(({ own, shared }) => `${own}\n${shared}`.includes(word + next))) return word;
    hidden.push(word);
    return MASK;
  });
  const read = readComparison(masked);
  if (!read || hidden.length === 0) return read;
  const show = (shown: string): string => shown.replaceAll(MASK, hidden[0] ?? '');
  return {
    ...read,
    subject: show(read.subject),
    sides: read.sides && [show(read.sides[0]), show(read.sides[1])],
    members: read.members.map(show),
  };
}

/** A character no text contains. */
const MASK = '\uE000';

function canCompute({ operation }: ComparisonAsked, { left, right }: OperandPair): boolean {
  if (operation === 'per')
    return (
      (left.figure.base !== right.figure.base || left.figure.base === '个') &&
      left.figure.dimension !== 'ordinal' &&
      right.figure.dimension !== 'ordinal'
    );
  if (bothCount(left, right)) return true;
  if (left.figure.dimension !== right.figure.dimension) return false;
  if (isRate(left) && operation !== 'difference' && operation !== 'extreme') return false;
  if (left.figure.dimension === 'ordinal') return operation === 'extreme' || operation === 'difference';
  return sameUnitOf(left, right);
}
