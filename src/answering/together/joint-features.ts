import { sliceSpan } from '../../report/span.ts';
import type { Dimension } from '../../report/units.ts';
import { keepForEach, rememberLately } from '../../search/remember-lately.ts';
import { baseUnit } from '../computing/amounts.ts';
import { isMonthly, isRate, likeness, nameLikeness } from '../computing/likeness.ts';
import { NAMES_TARGET } from '../computing/pairs.ts';
import { splitSides } from '../language/comparison-sides.ts';
import { readComparison } from '../language/comparisons.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isOfPeriod } from '../ranking/matches-period.ts';
import { gramsOfQuestion } from '../retrieval/asked-index.ts';
import { completeText } from '../scoring/asked-evidence.ts';
import { type Features, flag } from '../scoring/features.ts';
import type { JointOperation } from '../scoring/operation-classifier.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { JointNumber } from './numbers.ts';

/** The question that numbers are held against: how it reads, and how telling each of its grams is. */
export type JointQuestion = {
  readonly asked: Interpretation;
  readonly weights: readonly number[];
  /** The same of what only one of two things set side by side is called by; empty where no two are. */
  readonly sides: readonly (readonly number[])[];
  /** What was told of numbers by themselves, whatever is done with them: most pairs come in question for several operations. */
  readonly described: Map<JointNumber, Map<JointNumber | undefined, readonly Features[]>>;
};

/** The evidence for some numbers being asked for together, in the groups it is read in. */
export type JointEvidence = {
  readonly operation: JointOperation;
  /** What counts as it is. */
  readonly groups: readonly Features[];
  /** What counts as it is, and once more under the name of the operation. */
  readonly joint: readonly Features[];
};

/** All features in one table. */
export function joinEvidence({ operation, groups, joint }: JointEvidence): Features {
  const features: Record<string, number> = Object.assign({}, ...groups, ...joint);
  for (const group of joint) for (const name in group) features[`${operation}.${name}`] = group[name] ?? 0;
  return features;
}

type Weights = Readonly<Record<string, number>>;

/** The weight of each feature as such and under the name of an operation, added up; made once a table of weights. */
const weightsFor = keepForEach((ranking: Weights) =>
  rememberLately((operation) => addWeights(ranking, operation)),
);

function addWeights(ranking: Weights, operation: string): Weights {
  const prefix = `${operation}.`;
  const added: Record<string, number> = { ...ranking };
  for (const name in ranking) {
    if (!name.startsWith(prefix)) continue;
    const plain = name.slice(prefix.length);
    added[plain] = (ranking[plain] ?? 0) + (ranking[name] ?? 0);
  }
  return added;
}

/** The score of evidence, as `scoreFeatures` of all its features in one table. */
export function scoreEvidence({ operation, groups, joint }: JointEvidence, ranking: Weights): number {
  return addUp(groups, ranking) + addUp(joint, weightsFor(ranking)(operation));
}

function addUp(groups: readonly Features[], weights: Weights): number {
  let score = 0;
  for (const group of groups)
    for (const name in group) {
      const value = group[name] ?? 0;
      // Most of what is told of two numbers is that something is not so.
      if (value !== 0) score += (weights[name] ?? 0) * value;
    }
  return score;
}

/** Reads a question as numbers are held against it. */
export function readJointQuestion(asked: Interpretation, weights: readonly number[]): JointQuestion {
  const sides = readComparison(asked.text)?.sides ?? splitSides(asked.text) ?? [];
  const said = sides.map((side) => new Set(gramsOfQuestion(side)));
  const grams = gramsOfQuestion(completeText(asked));
  const own = said.map((side) =>
    grams.map((gram, at) =>
      side.has(gram) && said.every((other) => other === side || !other.has(gram)) ? (weights[at] ?? 0) : 0,
    ),
  );
  return {
    asked,
    weights,
    sides: own.every((side) => side.some((weight) => weight > 0)) ? own : [],
    described: new Map(),
  };
}

/** What speaks for some numbers being asked for together. */
export function describeJoint(
  numbers: readonly JointNumber[],
  operation: JointOperation,
  question: JointQuestion,
): readonly Features[] {
  const [one] = numbers;
  if (!one) return [];
  return [describeResult(one.context, operation, question), ...describeOnce(numbers, question)];
}

/** What holds of numbers whatever is done with them; three and more only come in question for one thing. */
function describeOnce(numbers: readonly JointNumber[], question: JointQuestion): readonly Features[] {
  const [one, other] = numbers;
  if (!one || numbers.length > 2) return describeNumbers(numbers, question);
  const known = question.described.get(one)?.get(other);
  if (known) return known;
  const features = describeNumbers(numbers, question);
  const described = question.described.get(one) ?? new Map<JointNumber | undefined, readonly Features[]>();
  question.described.set(one, described.set(other, features));
  return features;
}

function describeNumbers(numbers: readonly JointNumber[], question: JointQuestion): readonly Features[] {
  const [one, other] = numbers;
  if (!one) return [];
  return [
    {
      many: numbers.length - 2,
      blurred: numbers.filter(({ context }) => context.figure.qualifier !== '').length,
    },
    describeWording(numbers, question),
    describeFit(numbers),
    describeTimes(numbers, question),
    ...(other
      ? [describePair(one.context, other.context, question), describeSides(one, other, question)]
      : [{ monthly: flag(isMonthly(one.context)), monthSaid: flag(question.asked.text.includes('月')) }]),
  ];
}

/** What a choice of numbers is set beside the best of all others in. */
const RIVALLED = [
  'own',
  'near',
  'sentence',
  'gain',
  'sideLeast',
  'sideNear',
  'likeness',
  'behindMost',
  'behindLeast',
] as const;

/** How far each falls behind the best of all in what tells most. */
export function describeRivals(all: readonly JointEvidence[]): Features[] {
  const told = all.map(({ joint }) => RIVALLED.map((name) => findFeature(joint, name)));
  const best = RIVALLED.map((_, at) => told.reduce((most, each) => Math.max(most, each[at] ?? 0), NEVER));
  return told.map((own) => {
    const gaps: Record<string, number> = {};
    for (const [at, name] of GAPS.entries()) gaps[name] = (own[at] ?? 0) - (best[at] ?? 0);
    return gaps;
  });
}

const NEVER = Number.NEGATIVE_INFINITY;
const GAPS = RIVALLED.map((name) => `${name}.gap`);

function findFeature(groups: readonly Features[], name: string): number {
  for (const group of groups) {
    const value = group[name];
    if (value !== undefined) return value;
  }
  return 0;
}

/** How much of the question the numbers say together, one of them alone, and each that the other does not. */
function describeWording(numbers: readonly JointNumber[], { weights }: JointQuestion): Features {
  let [whole, sumOwn, sumNear, sumSentence, sumShared, sumSharedNear] = [0, 0, 0, 0, 0, 0];
  const gains = numbers.map(() => 0.5).fill(0);
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    let [own, nextOwn, near, sentence, leastOwn, leastNear] = [0, 0, 0, 0, 1, 1];
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
    whole += weight;
    sumOwn += weight * own;
    sumNear += weight * near;
    sumSentence += weight * sentence;
    sumShared += weight * leastOwn;
    sumSharedNear += weight * leastNear;
    for (let at = 0; at < numbers.length; at += 1) {
      const said = numbers[at]?.explained.own[place] ?? 0;
      const beside = said === own ? nextOwn : own;
      gains[at] = (gains[at] ?? 0) + weight * Math.max(0, said - beside);
    }
  }
  whole ||= 1;
  return {
    own: sumOwn / whole,
    near: sumNear / whole,
    sentence: sumSentence / whole,
    shared: sumShared / whole,
    sharedNear: sumSharedNear / whole,
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

const SHARES: readonly Dimension[] = ['percent', 'percentage-points'];
const MULTIPLES: readonly Dimension[] = ['multiple', 'ratio'];
/** What kind of number an operation comes to, where it is another than that of its numbers. */
const RESULTS: Readonly<Partial<Record<JointOperation, readonly Dimension[]>>> = {
  share: SHARES,
  growth: SHARES,
  rest: SHARES,
  ratio: MULTIPLES,
};

/** Whether what is computed is of the kind asked for. */
function describeResult(
  { figure: { dimension } }: FigureContext,
  operation: JointOperation,
  { asked }: JointQuestion,
): Features {
  const comesTo = RESULTS[operation] ?? (dimension === 'percent' ? SHARES : [dimension]);
  const isAsked = asked.dimensions.some((each) => comesTo.includes(each));
  return { resultFits: flag(isAsked), resultDiffers: flag(asked.dimensions.length > 0 && !isAsked) };
}

/** Whether the numbers are of the times that are named, and one of them of an aim where aims are. */
function describeTimes(numbers: readonly JointNumber[], { asked }: JointQuestion): Features {
  const { periods, text } = asked;
  const isMissed = (period: Interpretation['periods'][number]): boolean =>
    !numbers.some(({ context }) => isOfPeriod(context.figure, period));
  const kinds = new Set(numbers.map(({ context }) => context.figure.period?.kind));
  const namesAim = NAMES_TARGET.test(text);
  return {
    timesMissed: periods.filter(isMissed).length,
    timesStray:
      periods.length === 0
        ? 0
        : numbers.filter(({ context }) => !periods.some((period) => isOfPeriod(context.figure, period)))
            .length,
    aimMissed: flag(namesAim && !kinds.has('target')),
    aimBesideFact: flag(namesAim && kinds.size > 1),
    aimUnasked: flag(!namesAim && kinds.size > 1),
  };
}

/** How much of what one of two things is called by a number says. */
function covers(side: readonly number[], { explained }: JointNumber, zone: 'own' | 'near'): number {
  const said = explained[zone];
  let [part, whole] = [0, 0];
  for (let place = 0; place < side.length; place += 1) {
    const weight = side[place] ?? 0;
    whole += weight;
    if (weight !== 0) part += weight * (said[place] ?? 0);
  }
  return part / whole;
}

/** Whether each of two things set side by side calls one of two numbers, and not both the same. */
function describeSides(
  one: JointNumber,
  other: JointNumber,
  { sides: [left, right] }: JointQuestion,
): Features {
  if (!left || !right) return { unsided: 1 };
  const straight = [covers(left, one, 'own'), covers(right, other, 'own')];
  const crossed = [covers(left, other, 'own'), covers(right, one, 'own')];
  const near = [
    [covers(left, one, 'near'), covers(right, other, 'near')],
    [covers(left, other, 'near'), covers(right, one, 'near')],
  ];
  const least = (shares: readonly number[]): number => Math.min(...shares);
  const sum = (shares: readonly number[]): number => shares.reduce((all, share) => all + share, 0);
  return {
    sideLeast: Math.max(least(straight), least(crossed)),
    sideBoth: Math.max(sum(straight), sum(crossed)),
    sideNear: Math.max(...near.map(least)),
    sideApart: Math.abs(sum(straight) - sum(crossed)),
    sideOrder: sum(straight) - sum(crossed),
  };
}

/** Logarithms of distance beyond this are all far. */
const FAR = 6;

/** Whether two numbers are what something was and what it became. */
export function areEndsOfChange({ figure: a }: FigureContext, { figure: b }: FigureContext): boolean {
  return a.own[0]?.start === b.own[0]?.start && a.role !== null && b.role !== null && a.role !== b.role;
}

/** Whether one number is told as part of the other before it (`收入94.7亿元,其中税收60.2亿元`). */
function isPartOf({ known, figure: a }: FigureContext, { figure: b }: FigureContext): boolean {
  if (a.sentenceId !== b.sentenceId) return false;
  const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  return sliceSpan(known.report.source, { start, end }).includes('其中');
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
    besideOwn: flag(a.basis !== null || b.basis !== null),
    part: flag(isPartOf(one, other)),
    owners: flag(a.owner !== '' && b.owner !== '' && a.owner !== b.owner),
    sameMeasure: flag(a.measure === b.measure),
    unitSaid: flag(asked.text.includes(baseUnit(one))),
    otherUnitSaid: flag(asked.text.includes(baseUnit(other))),
    unitAsked: flag(asked.quantities.some(({ base }) => base === a.base)),
    otherUnitAsked: flag(asked.quantities.some(({ base }) => base === b.base)),
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
