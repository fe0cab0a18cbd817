import { isMonthly, isRate, likeness, nameLikeness } from '../computing/likeness.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Features } from '../scoring/features.ts';
import type { JointOperation } from '../scoring/operation-classifier.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { JointNumber } from './numbers.ts';

/** The question that numbers are held against: how it reads, and how telling each of its grams is. */
export type JointQuestion = { readonly asked: Interpretation; readonly weights: readonly number[] };

/** What speaks for some numbers being asked for together, by name; once more under the name of the operation. */
export function describeJoint(
  numbers: readonly JointNumber[],
  operation: JointOperation,
  question: JointQuestion,
): Features {
  const [one, other] = numbers;
  if (!one) return {};
  const features = {
    ...describeWording(numbers, question),
    ...describeFit(numbers),
    ...(other
      ? describePair(one.context, other.context, question)
      : { monthly: flag(isMonthly(one.context)) }),
  };
  const own = Object.entries(features).map(([name, value]) => [`${operation}.${name}`, value]);
  return { ...features, ...Object.fromEntries(own) };
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** How much of the question the numbers say together, one of them alone, and each that the other does not. */
function describeWording(numbers: readonly JointNumber[], { weights }: JointQuestion): Features {
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const shareOf = (explained: (place: number) => number): number =>
    weights.reduce((sum, weight, place) => sum + weight * explained(place), 0) / whole;
  const read = (zone: 'own' | 'near' | 'sentence', place: number): number[] =>
    numbers.map(({ explained }) => explained[zone][place] ?? 0);
  const gains = numbers.map((number) =>
    shareOf((place) => {
      const others = numbers.flatMap((each) => (each === number ? [] : [each.explained.own[place] ?? 0]));
      return Math.max(0, (number.explained.own[place] ?? 0) - Math.max(0, ...others));
    }),
  );
  return {
    own: shareOf((place) => Math.max(...read('own', place))),
    near: shareOf((place) => Math.max(...read('near', place))),
    sentence: shareOf((place) => Math.max(...read('sentence', place))),
    shared: shareOf((place) => Math.min(...read('own', place))),
    sharedNear: shareOf((place) => Math.min(...read('near', place))),
    gain: Math.min(...gains),
  };
}

/** How each fits the whole question. */
function describeFit(numbers: readonly JointNumber[]): Features {
  const behind = numbers.map((number) => number.behind);
  return {
    behindMost: Math.min(...behind),
    behindLeast: Math.max(...behind),
    calledLeast: Math.min(...numbers.map(({ called }) => called)),
    unaskedMost: Math.max(...numbers.map(({ unasked }) => unasked)),
    untimely: numbers.filter(({ isTimely }) => !isTimely).length,
  };
}

/** Logarithms of distance beyond this are all far. */
const FAR = 6;

/** Whether two numbers are what something was and what it became. */
export function areEndsOfChange({ figure: a }: FigureContext, { figure: b }: FigureContext): boolean {
  return a.own[0]?.start === b.own[0]?.start && a.role !== null && b.role !== null && a.role !== b.role;
}

/** How two numbers stand to each other in print, and to the kind of number asked for. */
function describePair(one: FigureContext, other: FigureContext, { asked }: JointQuestion): Features {
  const [a, b] = [one.figure, other.figure];
  const isOfOneTime = a.period?.year === b.period?.year && a.period?.kind === b.period?.kind;
  const isKindAsked = asked.dimensions.length > 0;
  const isOfKind = asked.dimensions.includes(a.dimension);
  return {
    sameClause: flag(a.clause.start === b.clause.start),
    sameSentence: flag(a.sentenceId === b.sentenceId),
    distance: Math.min(FAR, Math.log(1 + Math.abs(a.start - b.start) / 10)),
    change: flag(areEndsOfChange(one, other)),
    sameUnit: flag(a.unit === b.unit),
    sameBase: flag(a.base === b.base),
    counted: flag(a.base === '个' && b.base === '个'),
    likeness: likeness(one, other),
    namedAlike: nameLikeness(one.ownHan, other.ownHan),
    sameTime: flag(isOfOneTime),
    twoTimes: flag(asked.periods.length > 1 && a.period?.year !== b.period?.year),
    rate: flag(isRate(one) || isRate(other)),
    ordinal: flag(a.dimension === 'ordinal'),
    kindFits: flag(isKindAsked && isOfKind),
    kindDiffers: flag(isKindAsked && !isOfKind),
  };
}
