import { type Form, OPERATION_NAMES, type Operation } from '../language/comparison-patterns.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { type LikelyComputation, placeInReport } from '../scoring/asked-classifier.ts';
import { SURE } from '../scoring/weigh.ts';
import type { ChoiceFeatures } from './choice.ts';
import { composeComputation } from './compose-computation.ts';
import { applyOperation } from './operations.ts';

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

/** Computes what known questions like the whole of this one had computed, where it is sure that this is asked for. */
export function answerKnownComputation(explained: Explained, library: Library): Outcome | null {
  const { classified } = explained.weighing.evidence;
  for (const [report, { computation: likely }] of classified) {
    const known = likely && readComputation(likely.key);
    if (!known || likely.probability < LEAST) continue;
    const contexts = known.places.flatMap((place): FigureContext[] => {
      const candidate = library.weigher.index.get(placeInReport(place, report));
      return candidate?.kind === 'figure' ? [candidate.context] : [];
    });
    const computed = applyOperation(known.operation, contexts, known);
    if (!computed || contexts.length < known.places.length) continue;
    if (library.judgeComputation(readEvidence(likely, known, explained)) < SURE) continue;
    return { status: 'answered', answers: [composeComputation(contexts, computed)] };
  }
  return null;
}

/** Less likely computations are not looked at. */
const LEAST = 0.1;
/** Log-odds beyond this are as good as certain. */
const MOST_ODDS = 7;
/** More words that no report has are no worse. */
const MOST_UNKNOWN = 3;

const oddsOf = (share: number, other: number): number =>
  Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(share / Math.max(Number.MIN_VALUE, other))));

function readEvidence(
  { probability, next, none }: LikelyComputation,
  { operation }: KnownComputation,
  { interpretation: asked }: Explained,
): ChoiceFeatures {
  const read = readComparison(asked.text)?.operation;
  const unknown = asked.terms.filter(({ role, isKnown }) => role !== 'soft' && !isKnown);
  return {
    bias: 1,
    overNone: oddsOf(probability, none),
    overNext: oddsOf(probability, next),
    // Whether the words of comparing, where there are any, ask for the same.
    agrees: read === operation ? 1 : 0,
    disagrees: read !== undefined && read !== operation ? 1 : 0,
    asksNumber: asked.quantities.length > 0 ? 1 : 0,
    unknown: Math.min(MOST_UNKNOWN, unknown.length),
    [`operation.${operation}`]: 1,
  };
}
