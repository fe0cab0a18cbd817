import { type ComparisonAsked, readComparison } from '../language/comparisons.ts';
import { removeAsides } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { areAddable } from '../ranking/fits-dimension.ts';
import { refuse } from '../refusals.ts';
import { SURE, type Weighing } from '../scoring/weigh.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import { isOfAskedKind } from './asked-kind.ts';
import { type Choice, mergeTwins, pickSure } from './choice.ts';
import { composeComputation } from './compose-computation.ts';
import { bothCount, isMonthly, isRate, isSameUnit } from './likeness.ts';
import { chooseLike, chooseMembers, isPrintedTotal, LIKELY, orderMembers } from './members.ts';
import { type Computing, type Operand, type Wanted, weighOperand } from './operand.ts';
import { applyOperation } from './operations.ts';
import { findPairs, NAMES_TARGET, type OperandPair, pairEnds, pairTimes } from './pairs.ts';
import { isPerUnit, pairPerUnit } from './per-unit.ts';
import { checkTarget } from './reached-target.ts';
import { saysOutcome } from './said-change.ts';

/**
 * Answers a question that wants something computed from numbers of the report. Null when the question wants nothing
 * computed, or when the report prints the very number asked for (`每千名老人拥有床位`).
 */
export function answerComputed(
  { interpretation: asked, weighing }: Explained,
  library: Library,
): Outcome | null {
  const comparison = readComparisonOf(asked, library);
  if (!comparison || isTold(asked)) return null;
  const computing: Computing = {
    comparison,
    asked,
    library,
    classified: weighing.evidence.classified,
  };
  switch (comparison.operation) {
    case 'reached': {
      const answer = checkTarget(computing);
      return answer ? { status: 'answered', answers: [answer] } : null;
    }
    case 'base':
      return computeWith(computing, pairRate(computing));
    case 'yearly':
      return computeYear(computing, weighing);
    case 'monthly':
    case 'daily':
      return spreadYear(computing, weighing);
    case 'rest':
      return computeWith(computing, weighAlone(computing, { kinds: ['percent'] }));
    case 'sum':
      return addUp(computing, weighing);
    case 'extreme':
      return pickExtreme(computing);
    case 'per':
      return isPrinted(computing, weighing)
        ? null
        : computeWith(computing, toChoices(pairPerUnit(computing)));
    default:
      return compareTwo(computing, weighing);
  }
}

/**
 * The numbers that the words of a question set against each other, by what they ask to compute; best first. Empty when
 * they ask for nothing of the kind.
 */
export function listChoices(
  { interpretation: asked, weighing }: Explained,
  library: Library,
): readonly Choice[] {
  const comparison = readComparisonOf(asked, library);
  if (!comparison || isTold(asked)) return [];
  const computing: Computing = { comparison, asked, library, classified: weighing.evidence.classified };
  return mergeTwins(choicesOf(computing));
}

function choicesOf(computing: Computing): readonly Choice[] {
  switch (computing.comparison.operation) {
    case 'base':
      return pairRate(computing);
    case 'rest':
      return weighAlone(computing, { kinds: ['percent'] });
    case 'sum':
      return chooseMembers(computing);
    case 'per':
      return toChoices(pairPerUnit(computing));
    case 'difference':
    case 'growth':
    case 'ratio':
    case 'share':
      return toChoices([
        ...(computing.comparison.isChange ? pairEnds(computing) : []),
        ...findPairs(computing),
      ]);
    default:
      return [];
  }
}

/** A long sentence that asks for no number leads up to a question (`写总结要一个人均数,光有总数不好比较`). */
const LONG = 18;
const isTold = ({ text }: Interpretation): boolean => text.length > LONG && !ASKS.test(text);
const ASKS = /多少|几|好多|哪|谁|吗|没|么|是否|够|算|差|[?]|占比|比[例重值]|增幅|多大|[合总]计|一共/u;

/** What a question wants computed, of itself and of what the neighbouring part of the line is about. */
function readComparisonOf(asked: Interpretation, library: Library): ComparisonAsked | null {
  const read = readWithNames(removeAsides(asked.text), library);
  if (!read) return null;
  const lent = asked.terms.filter(({ text, role }) => role !== 'soft' && !asked.text.includes(text));
  const subject = `${lent.map(({ text }) => text).join('')}${read.subject}`;
  const isAbout = interpretQuestion(subject, library).terms.some(({ isKnown }) => isKnown);
  return isAbout || asked.periods.length > 1 ? { ...withoutTimes(read, library), subject } : null;
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

/** A character no text contains. */
const MASK = '\uE000';

/** 人均 and 户均 may be part of what a number is called (`人均可支配收入`): then nothing is to be shared out. */
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

/** Two numbers set against each other: two things, two times, or the two ends of one change. */
function compareTwo(computing: Computing, weighing: Weighing): Outcome | null {
  const { comparison, asked } = computing;
  const isAimAgainstFact = asked.periods.length >= 2 && NAMES_TARGET.test(asked.text);
  const setsAgainst =
    comparison.isComparative &&
    (comparison.sides !== null || asked.periods.length >= 2 || !comparison.isChange);
  if (!isAimAgainstFact && !setsAgainst && isPrinted(computing, weighing)) return null;
  if (comparison.isChange) {
    const changed = computeWith(computing, toChoices(pairEnds(computing)));
    if (changed?.status === 'answered') return changed;
  }
  return computeWith(computing, toChoices(findPairs(computing))) ?? refuseChange(computing, weighing);
}

/** `低保标准比原来提高了多少` where only what it was raised to is printed; `目标比去年多多少` where one is not given. */
function refuseChange({ comparison, asked }: Computing, { ranked: [first] }: Weighing): Outcome | null {
  if (comparison.isChange && first?.candidate.kind === 'figure' && saysOutcome(first.candidate.context))
    return refuse('no-number', WORDING.noStart);
  const isAimAgainstFact =
    comparison.isComparative && asked.periods.length > 0 && NAMES_TARGET.test(asked.text);
  return isAimAgainstFact ? refuse('no-number', WORDING.noOperand) : null;
}

const toChoices = (pairs: readonly OperandPair[]): Choice[] =>
  pairs.map(({ left, right, ...rest }) => ({ contexts: [left, right], ...rest }));

/** Computes with the best operands, where it is sure that they are meant. */
function computeWith(computing: Computing, choices: readonly Choice[]): Outcome | null {
  const { comparison } = computing;
  const best = pickSure(choices, computing);
  if (!best) return null;
  if (best.fits === false)
    return comparison.operation === 'sum' || (comparison.sides && comparison.isComparative)
      ? refuse('units-differ', WORDING.unitsDiffer)
      : null;
  const { operation, form, isYearly } = comparison;
  if (!isOfAskedKind(operation, best.contexts, computing.asked)) return null;
  const isDivided =
    operation === 'per' &&
    best.contexts.length === 2 &&
    best.contexts.every((each) => each.figure.base === best.contexts[0]?.figure.base);
  const computation = applyOperation(isDivided && comparison.sides ? 'ratio' : operation, best.contexts, {
    form,
    isYearly: isYearly && best.contexts.every(isMonthly),
  });
  return computation && { status: 'answered', answers: [composeComputation(best.contexts, computation)] };
}

/** The best number of each member, all of one unit, added up; of one thing over two times, either. */
function addUp(computing: Computing, weighing: Weighing): Outcome | null {
  const { comparison, asked, library } = computing;
  const things = comparison.members.map((member) =>
    interpretQuestion(member, library)
      .terms.flatMap(({ role, text }) => (role === 'soft' ? [] : [text]))
      .join(),
  );
  const isOverTimes = asked.periods.length === 2 && new Set(things.filter((thing) => thing !== '')).size < 2;
  const { years } = library;
  const bothYears =
    /(?<![前后近这那])两年/u.test(asked.text) &&
    asked.periods.every(({ fromYear }) => fromYear !== null) &&
    years;
  if (isOverTimes || bothYears) {
    const periods = bothYears
      ? [years.lastYear, years.thisYear].map((year) => ({ year, fromYear: null, kind: null }))
      : asked.periods;
    const pairs = pairTimes({ ...computing, asked: { ...asked, periods } }).filter(
      ({ left, right }) => isSameUnit(left, right) || bothCount(left, right),
    );
    // What one of two named times says is no sum.
    return (
      computeWith(computing, toChoices(pairs.sort((a, b) => b.score - a.score))) ??
      (isOverTimes ? refuse('no-number', WORDING.noOperand) : null)
    );
  }
  if (isPrintedTotal(computing, weighing)) return null;
  const choices = chooseMembers(computing).map((choice) => ({
    ...choice,
    fits: areAddable(choice.contexts.map(({ figure }) => figure)),
  }));
  return computeWith(computing, choices);
}

/** The largest or smallest of the things named, of the two halves of a pair, or of all that measure alike. */
function pickExtreme(computing: Computing): Outcome | null {
  const { comparison } = computing;
  const named = comparison.members.length > 1 ? chooseMembers(computing) : chooseLike(computing);
  const areNamed = comparison.members.length > 1 || comparison.sides !== null;
  // Of what nobody named, only numbers that are likely meant have a largest.
  const pairs = toChoices(findPairs(computing)).filter(({ support }) => areNamed || support >= LIKELY);
  const best = pickSure(named.length > 0 ? named : pairs, computing);
  return best && best.fits !== false
    ? { status: 'answered', answers: orderMembers(best.contexts, comparison.wantsLeast) }
    : null;
}

/** What comes every month, for a year. */
function computeYear(computing: Computing, { ranked: [first], probability }: Weighing): Outcome | null {
  const { comparison, library } = computing;
  // `供养金一年领走多少` may be told for the year as it is.
  const isTold =
    probability >= SURE && first?.candidate.kind === 'figure' && !isMonthly(first.candidate.context);
  if (isTold) return null;
  const operands = weighOperand({ text: `${comparison.subject}每人每月多少钱`, kinds: ['money'] }, library);
  const choices = operands.map(({ context, fit, support }) => ({ contexts: [context], score: fit, support }));
  return choices[0]?.contexts.every(isMonthly) ? computeWith(computing, choices) : null;
}

/** What a whole year came to, for each month or day of it; null where that is printed. */
function spreadYear(computing: Computing, { ranked: [first], probability }: Weighing): Outcome | null {
  const isTold =
    probability >= SURE && first?.candidate.kind === 'figure' && isMonthly(first.candidate.context);
  if (isTold && computing.comparison.operation === 'monthly') return null;
  const choices = weighAlone(computing, {}).filter(({ contexts: [context] }) => {
    if (!context) return false;
    const { dimension, role } = context.figure;
    return role === null && dimension !== 'ordinal' && !isRate(context) && !isMonthly(context);
  });
  return computeWith(computing, choices);
}

/** The numbers that the words of a question mean, each as an operand of its own. */
const weighAlone = ({ comparison, asked, library }: Computing, wanted: Pick<Wanted, 'kinds'>): Choice[] =>
  weighOperand({ text: comparison.subject, period: asked.period, ...wanted }, library).map(
    ({ context, fit, support }) => ({ contexts: [context], score: fit, support }),
  );

/** Words of the asking that neither number has to say. */
const ASKING_BASE = /^(?:推|折|测|计)?算|增|涨|降|减|幅|速|率|同比|之?前|比例|[\d.%]|这个$/u;

/** A number and the rate at which it grew, both of one sentence. */
function pairRate({ comparison, library }: Computing): Choice[] {
  const subject = interpretQuestion(comparison.subject, library)
    .terms.flatMap(({ text }) => (ASKING_BASE.test(text) ? [] : [text]))
    .join('');
  const grows = ({ context }: Operand): boolean =>
    /增|涨|升|降|减|下滑/u.test(context.printedOwn + context.shared);
  const rates = weighOperand(
    { text: `${subject}同比增长百分之几`, kinds: ['percent'], period: null },
    library,
  );
  const amounts = weighOperand({ text: `${subject}多少`, period: null }, library);
  return amounts
    .filter(({ context: { figure } }) => figure.role === null && figure.dimension !== 'ordinal')
    .filter(({ context }) => !isRate(context))
    .flatMap((amount) =>
      rates
        .filter(grows)
        .filter(
          ({ context: { known, figure } }) =>
            known === amount.context.known && figure.sentenceId === amount.context.figure.sentenceId,
        )
        .map((rate) => ({
          contexts: [amount.context, rate.context],
          score: amount.fit + rate.fit,
          support: Math.min(amount.support, rate.support),
        })),
    )
    .sort((a, b) => b.score - a.score);
}

/** Words of a number that is itself the result asked for: a growth, a share, a multiple. */
const PRINTED: Readonly<Partial<Record<ComparisonAsked['operation'], RegExp>>> = {
  growth: /增|降|减|涨|升|压缩|缩短|改善/u,
  difference: /增|降|减|涨|升|压缩|缩短|高于|低于/u,
  share: /占|率|比例|比重|精减|减负/u,
  ratio: /倍|比|率/u,
};
const MOST_LIKELY = 3;
/** From this probability on what each gets is printed: `供养金人均多少` names the sum, not the standard. */
const LIKELIER_PRINTED = 0.5;

/** Whether the report prints the very number asked for, so that nothing needs computing. */
function isPrinted(computing: Computing, { ranked, probability }: Weighing): boolean {
  const { comparison, asked } = computing;
  const isResult = (context: FigureContext): boolean => {
    const { printedOwn, figure } = context;
    if (figure.role !== null) return false;
    // 合格率 is no answer to what part of a whole something is.
    if (comparison.operation === 'share' && /占/u.test(asked.text) && !/占|比例|比重/u.test(printedOwn))
      return false;
    if (asked.dimensions.length > 0 && !asked.dimensions.includes(figure.dimension)) return false;
    return (PRINTED[comparison.operation]?.test(printedOwn) ?? false) && isRate(context);
  };
  return ranked
    .flatMap(({ candidate, features }) =>
      candidate.kind === 'figure' ? [{ context: candidate.context, features }] : [],
    )
    .slice(0, MOST_LIKELY)
    .some(({ context, features }) => {
      if (features.timeDiffers === 1 || features.allTopics !== 1) return false;
      if (comparison.operation !== 'per') return isResult(context);
      if (probability < LIKELIER_PRINTED) return false;
      return isPerUnit(computing, context) && !(/一年|每年|全年/u.test(asked.text) && isMonthly(context));
    });
}
