import { composeFigures } from '../compose-figures.ts';
import { answerComputed } from '../computing/answer-computed.ts';
import { type Choice, pickSure } from '../computing/choice.ts';
import { listChoices } from '../computing/compute.ts';
import { isMonthly } from '../computing/likeness.ts';
import { isOverYears } from '../computing/pairs.ts';
import { BESIDE_LAST_YEAR } from '../language/comparison-words.ts';
import { type ComparisonAsked, type Operation, readComparison } from '../language/comparisons.ts';
import { ASKS_REASON } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Features } from '../scoring/features.ts';
import type { AskedOperation, Asking } from '../scoring/operation-classifier.ts';
import { SURE, SURE_UNASKED, weighQuestion } from '../scoring/weigh.ts';
import { interpretPart } from '../understanding/interpret-part.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import { splitJoined, splitQuestion } from '../understanding/split-question.ts';
import {
  areEndsOfChange,
  describeJoint,
  describeRivals,
  type JointEvidence,
  readJointQuestion,
  scoreEvidence,
} from './joint-features.ts';
import { combineNumbers, type JointNumber, listNumbers } from './numbers.ts';

/** What may be asked for of several numbers at once, with the evidence for it. */
export type JointAnswer = Omit<AskedOperation, 'probability'> & {
  readonly contexts: readonly FigureContext[];
  /** What comes every month is asked for by the year. */
  readonly isYearly: boolean;
  readonly evidence: JointEvidence;
};

/** Operations looked at, and how likely one has to be. */
const OPERATIONS = { most: 3, least: 0.1 } as const;
/** What known questions and single numbers leave open is mostly left open with reason. */
const SURE_LEFT_OPEN = 0.95;
/** Of a report nobody has asked about both numbers are told where both are likelier meant than one: half an answer is wrong, too. */
const LIKELIER = 0.5;
/** More words that no report has are no worse. */
const MOST_UNKNOWN = 3;
/** Less likely than this is as good as impossible. */
const LEAST = 1e-4;

const logOf = (share: number): number => Math.log(Math.max(LEAST, share));
const oddsOf = (share: number): number => logOf(share) - logOf(1 - share);

type WeighedJoint = JointAnswer & { readonly probability: number };

/** What was weighed for a question: it may be looked at as a whole and as its only part. */
const weighedFor = new WeakMap<Explained, WeighedJoint | null>();

/** The likeliest of all that may be asked for of several numbers; that one thing is asked for is the alternative to all. */
function weighJointly(explained: Explained, library: Library): WeighedJoint | null {
  const known = weighedFor.get(explained);
  if (known !== undefined) return known;
  const { joint } = library.weigher.models;
  const ranking = isOfKnown(explained) ? joint.known : joint.unknown;
  const answers = findJointAnswers(explained, library);
  let total = 1;
  let best: { readonly answer: JointAnswer; readonly power: number } | null = null;
  for (const answer of answers) {
    const power = Math.exp(scoreEvidence(answer.evidence, ranking));
    total += power;
    if (power > (best?.power ?? -1)) best = { answer, power };
  }
  const weighed = best && { ...best.answer, probability: best.power / total };
  weighedFor.set(explained, weighed);
  return weighed;
}

const isOfKnown = ({ weighing }: Explained): boolean => weighing.evidence.classified.size > 0;

/**
 * Answers a question with several numbers at once, or with what is computed of them, where all evidence together makes it
 * sure: how the question asks, what the numbers say of it together, and how they stand to each other.
 */
export function answerJointly(explained: Explained, library: Library): readonly Outcome[] | null {
  const best = weighJointly(explained, library);
  if (!best || (best.operation !== 'each' && !isOfKnown(explained)))
    return computeJointly(explained, library);
  const sure = isOfKnown(explained) ? SURE_LEFT_OPEN : LIKELIER;
  return best.probability >= sure ? compose(best, explained, library) : null;
}

/** Answers a question with what is computed of one number or several, where that is sure. */
export function computeJointly(explained: Explained, library: Library): readonly Outcome[] | null {
  const best = weighJointly(explained, library);
  if (!best || best.operation === 'each') return null;
  const isSaid = readComparison(explained.interpretation.text)?.operation === best.operation;
  // Words that no one has asked for a result with mostly ask for none, above all where one number is likely meant.
  const isPlain = !isSaid && !hasBeenComputed(best);
  if (isPlain && explained.weighing.probability >= MOST_PLAIN) return null;
  const sureOfKnown = isPlain ? SURE_LEFT_OPEN : SURE;
  const sureOfUnasked = isSaid ? SURE_UNASKED : SURE;
  if (best.probability >= (isOfKnown(explained) ? sureOfKnown : sureOfUnasked))
    return compose(best, explained, library);
  // `常住人口比户籍人口多多少`: both sides, asked for one by one, may be named surely.
  const named = isSaid && !isOfKnown(explained) ? pickSure(listChoices(explained, library)) : null;
  return named?.fits && named.support >= SURE
    ? compose({ ...best, contexts: named.contexts, probability: named.support }, explained, library)
    : null;
}

/** From here on it is untrue that nothing fits what is asked for. */
const NEAR_ENOUGH = 0.2;

/** From here on plain words ask for the number they name rather than for a result. */
const MOST_PLAIN = 0.6;

/** How likely known questions like this one have to have had the same computed to be a second witness. */
const WITNESS = 0.25;

/** Whether known questions had the same computed of the same numbers, and may well ask for that here. */
const hasBeenComputed = ({ evidence }: JointAnswer): boolean =>
  evidence.groups.some(
    ({ same, sameOperation = 0, sameNumbers = 0 }) =>
      same === 1 && sameOperation + sameNumbers >= Math.log(WITNESS),
  );

/** Whether numbers were found of which that can well be computed what the words of a question ask for. */
export const mayCompute = (explained: Explained, library: Library): boolean => {
  const best = weighJointly(explained, library);
  const read = readComparison(explained.interpretation.text);
  return best !== null && best.operation === read?.operation && best.probability >= NEAR_ENOUGH;
};

/** Whether what was a number before it changed is asked for, which may be of a time that no report covers. */
export const worksBack = (explained: Explained, library: Library): boolean =>
  weighJointly(explained, library)?.operation === 'base';

function compose(
  { operation, form, contexts, isYearly, probability }: WeighedJoint,
  explained: Explained,
  library: Library,
): readonly Outcome[] | null {
  if (operation === 'each') {
    // The two ends of a change are said as one: `由320万吨变为850万吨`.
    const [one, other] = contexts;
    const isChange = one && other && areEndsOfChange(one, other);
    const answers = (isChange ? [contexts] : contexts.map((context) => [context])).flatMap(
      (each) => composeFigures(each) ?? [],
    );
    return answers.map((answer): Outcome => ({ status: 'answered', answers: [answer], probability }));
  }
  const answer = answerComputed({ operation, contexts, form, isYearly }, explained.interpretation, library);
  return answer && [{ status: 'answered', answers: [answer], probability }];
}

/** Whether the words of a question may ask for several numbers at once. */
export const asksForSeveral = (asked: Asking, library: Library): boolean =>
  readOperations(asked, library).length > 0;

function readOperations(asked: Asking, { weigher: { operations } }: Library): readonly AskedOperation[] {
  const read = readComparison(asked.text);
  if (!read && ASKS_REASON.test(asked.text)) return [];
  return operations
    .read(asked)
    .filter(
      ({ operation, probability }, at) =>
        operation === read?.operation || (at < OPERATIONS.most && probability >= OPERATIONS.least),
    );
}

/** Everything that may be asked for of the numbers that come into question: what `npm run train` fits the weights of. */
export function findJointAnswers(explained: Explained, library: Library): JointAnswer[] {
  const { interpretation: asked, weighing } = explained;
  const operations = readOperations(asked, library);
  if (operations.length === 0) return [];
  const read = readComparison(asked.text);
  const ruled = readRuled(explained, library, read?.operation ?? null);
  const known = readKnown(explained);
  const parts = operations.some(({ operation }) => operation === 'each')
    ? readParts(asked.text, library)
    : [];
  const others = [
    ...ruled.choices.flatMap(({ contexts }) => contexts),
    ...parts.flatMap(({ top }) => top ?? []),
  ];
  const numbers = listNumbers(weighing, asked, { index: library.weigher.index, others });
  const lists = ruled.choices.map(({ contexts }) => contexts);
  const question = readJointQuestion(asked, weighing.evidence.rewording.weights);
  const said = findSaid(numbers, asked);
  const reading = { ...asked, read };
  const answered = oddsOf(weighing.probability);
  const asking = {
    bias: 1,
    nothing: logOf(1 - operations.reduce((sum, { probability }) => sum + probability, 0)),
    answered,
    unknown: Math.min(
      MOST_UNKNOWN,
      asked.terms.filter(({ role, isKnown }) => role !== 'soft' && !isKnown).length,
    ),
    explained: weighing.ranked[0]?.features.explainedSentence ?? 0,
  };
  const answers = operations.flatMap(({ operation, form, probability }) => {
    const likely = logOf(probability);
    const evidenceOfAsking = {
      ...asking,
      operation: likely,
      [`operation.${operation}`]: 1,
      [`${operation}.asked`]: likely,
      [`${operation}.answered`]: answered,
    };
    return combineNumbers(numbers, operation, lists)
      .filter((chosen) => chosen.some((each) => said.has(each)) && canBeAsked(chosen, operation, reading))
      .map((chosen): JointAnswer => {
        const contexts = chosen.map(({ context }) => context);
        return {
          operation,
          form,
          contexts,
          isYearly: read?.isYearly === true && operation !== 'yearly' && contexts.every(isMonthly),
          evidence: {
            operation,
            groups: [
              evidenceOfAsking,
              operation === 'each' ? describeParts(parts, contexts) : ruled.describe(operation, contexts),
              known.describe({ operation, form }, contexts),
            ],
            joint: describeJoint(chosen, operation, question),
          },
        };
      });
  });
  const gaps = describeRivals(answers.map(({ evidence }) => evidence));
  return answers.map((answer, at) => {
    const { groups, ...evidence } = answer.evidence;
    return { ...answer, evidence: { ...evidence, groups: [...groups, gaps[at] ?? {}] } };
  });
}

/** The numbers told by some word of the question; all where a word that no report has may say the same in another way. */
function findSaid(numbers: readonly JointNumber[], { terms }: Asking): ReadonlySet<JointNumber> {
  const named = terms.filter(({ role }) => role !== 'soft');
  if (!named.every(({ isKnown }) => isKnown)) return new Set(numbers);
  const isSaid = (word: string, { own, sentence }: FigureContext): boolean =>
    own.includes(word) || sentence.includes(word);
  return new Set(
    numbers.filter(
      ({ context }) =>
        named.length === 0 ||
        named.some(({ alternatives }) => alternatives.some((word) => isSaid(word, context))),
    ),
  );
}

/** Whether a question may ask for this of these numbers, by the unit and the time it names. */
function canBeAsked(
  chosen: readonly JointNumber[],
  operation: JointAnswer['operation'],
  {
    quantities,
    period,
    text,
    read,
  }: Pick<Interpretation, 'text' | 'quantities' | 'period'> & { readonly read: ComparisonAsked | null },
): boolean {
  const [one, other] = chosen;
  if (!one || !other) return true;
  // What was before it changed is not asked for by whoever names the year that it is printed for.
  if (
    operation === 'base' &&
    read?.operation !== 'base' &&
    period?.year &&
    period.year === (one.context.figure.course ?? one.context.figure.period)?.year
  )
    return false;
  // Who asks for a sum asks for one number, who names three things one by one for three.
  if (operation === 'each')
    return (read?.operation !== 'sum' || quantities.length > 1) && splitQuestion(text).length < 3;
  const isAsked = ({ context }: JointNumber): boolean =>
    quantities.some(({ base }) => base !== '' && base === context.figure.base);
  if (operation === 'per') return isAsked(one) || !isAsked(other);
  const isOfYears = [one, other].every(({ context }) => isOverYears(context.figure));
  // What changed over several years does not tell a change since the year before.
  return !isOfYears || !BESIDE_LAST_YEAR.test(text);
}

type Known = {
  /** What known questions say of an operation on some numbers; nothing in a report nobody has asked about. */
  describe(asked: Pick<AskedOperation, 'operation' | 'form'>, contexts: readonly FigureContext[]): Features;
};

/** What questions known for a report had computed, and of which of its numbers. */
function readKnown({ weighing }: Explained): Known {
  const { classified } = weighing.evidence;
  return {
    describe({ operation, form }, contexts) {
      const known = classified.get(contexts[0]?.known.report.id ?? '');
      if (!known) return {};
      const places = contexts.map(({ figure }) => `figure:${figure.start}-${figure.end}`);
      const shares = places.map((place) =>
        Math.min(1, (known.probabilities.get(place) ?? 0) * places.length),
      );
      const numbers = places.toSorted().join(' ');
      const same = known.computationsOf(numbers).find(({ key }) => key.startsWith(`${operation}/${form}`));
      return {
        computes: logOf(1 - known.computesNothing),
        knownLeast: logOf(Math.min(...shares)),
        knownMost: logOf(Math.max(...shares)),
        unanswerable: known.unanswerable,
        ...(same ? { same: 1, sameOperation: logOf(same.operation), sameNumbers: logOf(same.operands) } : {}),
      };
    },
  };
}

/** Choices of numbers by the words of comparing that are looked at. */
const MOST_RULED = 5;
const SCORES = { least: -4, most: 2 } as const;

type Ruled = {
  readonly choices: readonly Choice[];
  /** What the words of comparing, as far as they are known ones, say of an operation on some numbers. */
  describe(operation: AskedOperation['operation'], contexts: readonly FigureContext[]): Features;
};

/** What is to be computed by the known words of comparing (`A比B多多少`), of the numbers their sides mean. */
function readRuled(explained: Explained, library: Library, read: Operation | null): Ruled {
  const choices = listChoices(explained, library).filter(({ fits }) => fits !== false);
  const best = choices[0]?.score ?? 0;
  const total = choices.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return {
    choices: choices.slice(0, MOST_RULED),
    describe(operation, contexts) {
      const agrees = read === operation ? 1 : 0;
      const reading = { agrees, disagrees: read === null ? 0 : 1 - agrees };
      if (choices.length === 0) return reading;
      const at = choices.findIndex(
        (choice) =>
          choice.contexts.length === contexts.length &&
          contexts.every((context, place) =>
            // Only what is divided has an order that its size does not tell: how much there is to each of how many.
            operation === 'per' ? choice.contexts[place] === context : choice.contexts.includes(context),
          ),
      );
      const choice = choices[at];
      if (!choice || agrees === 0) return { ...reading, unruled: 1 };
      return {
        ...reading,
        ruled: 1,
        ruledFirst: at === 0 ? 1 : 0,
        ruledSupport: logOf(choice.support),
        ruledShare: oddsOf(Math.exp(choice.score - best) / total),
        ruledScore: Math.max(SCORES.least, Math.min(SCORES.most, choice.score / contexts.length)),
      };
    },
  };
}

/** The number one part of a question asks for, were it asked alone; undefined for a sentence. */
type Part = { readonly top: FigureContext | undefined; readonly probability: number };

/** The two parts of a question, by its punctuation or by what joins them. */
function readParts(text: string, library: Library): readonly Part[] {
  const split = splitQuestion(text);
  const [only] = split;
  const parts = split.length === 1 && only ? (splitJoined(only)[0] ?? []) : split;
  if (parts.length !== 2) return [];
  return parts.map((part): Part => {
    const { ranked, probability } = weighQuestion(interpretPart(part, library), library.weigher);
    const first = ranked[0]?.candidate;
    return { top: first?.kind === 'figure' ? first.context : undefined, probability };
  });
}

/** Odds of a part whose own number is another. */
const NOT_ITS_NUMBER = -3;

/** Whether the parts, asked alone, ask for these numbers. */
function describeParts(parts: readonly Part[], contexts: readonly FigureContext[]): Features {
  const [one, other] = parts;
  if (!one || !other) return { whole: 1 };
  const isMeant = ({ top }: Part): boolean => top !== undefined && contexts.includes(top);
  const odds = parts.map((part) => (isMeant(part) ? oddsOf(part.probability) : NOT_ITS_NUMBER));
  const count = parts.filter(isMeant).length;
  const areApart = one.top !== other.top;
  return {
    partsBoth: count === 2 && areApart ? 1 : 0,
    partsOne: count === 1 ? 1 : 0,
    partsSame: areApart ? 0 : 1,
    partsLeast: Math.min(...odds),
    partsMost: Math.max(...odds),
  };
}
