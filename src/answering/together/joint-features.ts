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
  const features: Features = {
    ...describeWording(numbers, question),
    ...describeFit(numbers),
    ...(other
      ? describePair(one.context, other.context, question)
      : { monthly: flag(isMonthly(one.context)) }),
  };
  const named: Record<string, number> = {};
  for (const name in features) named[name] = features[name] ?? 0;
  for (const name in features) named[nameForOperation(operation, name)] = features[name] ?? 0;
  return named;
}

const OPERATION_NAMES = new Map<JointOperation, Map<string, string>>();

/** The name of evidence for an operation; made once a name, as hundreds of pairs are looked at for a question. */
function nameForOperation(operation: JointOperation, name: string): string {
  const names = OPERATION_NAMES.get(operation) ?? new Map<string, string>();
  OPERATION_NAMES.set(operation, names);
  const known = names.get(name) ?? `${operation}.${name}`;
  names.set(name, known);
  return known;
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** How much of the question the numbers say together, one of them alone, and each that the other does not. */
function describeWording(numbers: readonly JointNumber[], { weights }: JointQuestion): Features {
  const sums = { whole: 0, own: 0, near: 0, sentence: 0, shared: 0, sharedNear: 0 };
  const gains = numbers.map(() => 0);
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    let [own, nextOwn, near, sentence] = [0, 0, 0, 0];
    let [leastOwn, leastNear] = [1, 1];
    for (const { explained } of numbers) {
      const said = explained.own[place] ?? 0;
      const saidNear = explained.near[place] ?? 0;
      if (said > own) {
        nextOwn = own;
        own = said;
      } else if (said > nextOwn) nextOwn = said;
      near = Math.max(near, saidNear);
      sentence = Math.max(sentence, explained.sentence[place] ?? 0);
      leastOwn = Math.min(leastOwn, said);
      leastNear = Math.min(leastNear, saidNear);
    }
    sums.whole += weight;
    sums.own += weight * own;
    sums.near += weight * near;
    sums.sentence += weight * sentence;
    sums.shared += weight * leastOwn;
    sums.sharedNear += weight * leastNear;
    for (const [at, { explained }] of numbers.entries()) {
      const said = explained.own[place] ?? 0;
      const beside = said === own ? nextOwn : own;
      gains[at] = (gains[at] ?? 0) + weight * Math.max(0, said - beside);
    }
  }
  const whole = sums.whole || 1;
  return {
    own: sums.own / whole,
    near: sums.near / whole,
    sentence: sums.sentence / whole,
    shared: sums.shared / whole,
    sharedNear: sums.sharedNear / whole,
    gain: Math.min(...gains) / whole,
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
