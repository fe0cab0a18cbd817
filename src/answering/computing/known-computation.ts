import { chooseMost } from '../../search/choose-most.ts';
import { type Form, OPERATION_NAMES, type Operation } from '../language/comparison-patterns.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { placeInReport } from '../scoring/asked-classifier.ts';
import type { Features } from '../scoring/features.ts';
import { scoreFeatures } from '../scoring/model.ts';
import { SURE } from '../scoring/weigh.ts';
import { canTake } from '../together/numbers.ts';
import { answerComputed } from './answer-computed.ts';

/** What known questions compute: of which numbers, in order, by their places in the report. */
export type KnownComputation = {
  readonly operation: Operation;
  readonly form: Form;
  /** Whether what comes every month is reckoned for a year. */
  readonly isYearly: boolean;
  readonly places: readonly string[];
};

/** A computation as the model of known questions names it: `difference/plain/yearly figure:12-15 figure:20-23`. */
export function printComputation({ operation, form, isYearly, places }: KnownComputation): string {
  return [[operation, form, ...(isYearly ? ['yearly'] : [])].join('/'), ...places].join(' ');
}

/** Reads what `printComputation` printed; null for an operation there is not. */
export function readComputation(key: string): KnownComputation | null {
  const [kind = '', ...places] = key.split(' ');
  const [name, form, yearly] = kind.split('/');
  const operation = OPERATION_NAMES.find((each) => each === name);
  if (operation === undefined || (form !== 'plain' && form !== 'percent' && form !== 'multiple')) return null;
  return { operation, form, isYearly: yearly !== undefined, places };
}

/** A computation of known questions with the evidence for it. */
export type WeighedComputation = {
  readonly known: KnownComputation;
  readonly contexts: readonly FigureContext[];
  readonly features: Features;
};

/** Computes what known questions like the whole of this one had computed, where it is sure that this is asked for. */
export function answerKnownComputation(explained: Explained, library: Library): Outcome | null {
  const { computation: weights } = library.weigher.models;
  const scored = weighComputations(explained, library).map((each) => ({
    ...each,
    power: Math.exp(scoreFeatures({ groups: [each.features], forSentence: [] }, { ranking: weights })),
  }));
  const [best] = scored.sort((a, b) => b.power - a.power);
  if (!best) return null;
  // That nothing is to be computed is the alternative to all of them.
  const total = scored.reduce((sum, { power }) => sum + power, 1);
  const probability = best.power / total;
  const asked = { ...best.known, contexts: putOutcomeFirst(best.contexts) };
  const answer = probability < SURE ? null : answerComputed(asked, explained.interpretation, library);
  return answer && { status: 'answered', answers: [answer], probability };
}

/** What a change led to is told before what it began with. */
const putOutcomeFirst = (contexts: readonly FigureContext[]): readonly FigureContext[] =>
  contexts[0]?.figure.role === 'before' && contexts[1]?.figure.role === 'after'
    ? contexts.toReversed()
    : contexts;

/** The likeliest computations of known questions; the rest is as good as impossible. */
const LOOKED_AT = 12;
/** Less likely than this is as good as impossible. */
const LEAST = 1e-5;
/** More words that no report has are no worse. */
const MOST_UNKNOWN = 3;

const logOf = (share: number): number => Math.log(Math.max(LEAST, share));

/** What may be computed, likeliest first, with the evidence for each: what `npm run train` fits the weights of. */
export function weighComputations(
  { interpretation: asked, weighing }: Explained,
  { weigher: { index } }: Pick<Library, 'weigher'>,
): WeighedComputation[] {
  const read = readComparison(asked.text)?.operation;
  const unknown = asked.terms.filter(({ role, isKnown }) => role !== 'soft' && !isKnown).length;
  return [...weighing.evidence.classified].flatMap(
    ([report, { computations, computesNothing, probabilities }]) =>
      chooseMost(
        computations.map(({ operation, operands }) => operation * operands),
        LOOKED_AT,
      )
        .flatMap((at) => computations[at] ?? [])
        .flatMap(({ key, operation, operands }): WeighedComputation[] => {
          const known = readComputation(key);
          const contexts = (known?.places ?? []).flatMap((place): FigureContext[] => {
            const candidate = index.get(placeInReport(place, report));
            return candidate?.kind === 'figure' ? [candidate.context] : [];
          });
          if (!known || contexts.length < known.places.length || !canTake(known.operation, contexts))
            return [];
          const shares = known.places.map((place) => (probabilities.get(place) ?? 0) * known.places.length);
          return [
            {
              known,
              contexts,
              features: {
                bias: 1,
                operation: logOf(operation / Math.max(LEAST, 1 - computesNothing)),
                computes: logOf(1 - computesNothing),
                nothing: logOf(computesNothing),
                operands: logOf(operands),
                // What known questions that ask for one number say of each operand.
                leastAsked: logOf(Math.min(1, ...shares)),
                // Whether the words of comparing, where there are any, ask for the same.
                agrees: read === known.operation ? 1 : 0,
                disagrees: read !== undefined && read !== known.operation ? 1 : 0,
                asksNumber: asked.quantities.length > 0 ? 1 : 0,
                unknown: Math.min(MOST_UNKNOWN, unknown),
                [`operation.${known.operation}`]: 1,
              },
            },
          ];
        }),
  );
}
