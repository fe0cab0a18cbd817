import type { FigureContext } from '../ranking/figure-context.ts';
import type { Classified } from '../scoring/asked-classifier.ts';
import { SURE } from '../scoring/weigh.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { Computing } from './operand.ts';

/** Numbers to compute with, in the order of the question. */
export type Choice = {
  readonly contexts: readonly FigureContext[];
  /** How well they fit the question; compares choices of one question only. */
  readonly score: number;
  /** Probability that the words of each mean it, of the least sure one. */
  readonly support: number;
  /** Whether they can be computed with: by kind and unit. A choice that fits better and cannot is still a rival. */
  readonly fits?: boolean | undefined;
};

/** What speaks for the best choice, by name: what `npm run train` fits the weights of. */
export type ChoiceFeatures = Readonly<Record<string, number>>;

/** How likely it is, from 0 to 1, that a choice is what was asked for. */
export type JudgeChoice = (features: ChoiceFeatures) => number;

/** A logistic regression over the features. */
export function createJudge(weights: Readonly<Record<string, number>>): JudgeChoice {
  return (features) => {
    const odds = Object.entries(features).reduce(
      (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
      0,
    );
    return 1 / (1 + Math.exp(-odds));
  };
}

const MOST_UNKNOWN = 2;
const SCORES = { least: -4, most: 2 } as const;
const LEAST = { support: 1e-4, share: 1e-3 } as const;

/** What a choice is judged by: the question, and what is to be computed. */
export type Judging = Pick<Computing, 'asked' | 'classified'> & {
  readonly comparison: Pick<Computing['comparison'], 'operation'>;
  readonly library: Pick<Computing['library'], 'judgeChoice'>;
};

/** The best choice, where it is sure enough to be given: a wrong result costs as much as five refusals. */
export function pickSure(
  choices: readonly Choice[],
  { asked, comparison, library, classified }: Judging,
): Choice | null {
  const distinct = mergeTwins(choices.map((choice) => preferAsked(choice, classified)));
  const [best] = distinct;
  if (!best) return null;
  const total = distinct.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  const share = Math.min(1 - LEAST.share, Math.max(LEAST.share, 1 / total));
  const mean = best.score / best.contexts.length;
  const { said, unknown } = coverage(best, asked);
  const features: ChoiceFeatures = {
    bias: 1,
    // What the decision on single answers says of the least sure operand.
    support: Math.log(Math.max(LEAST.support, best.support)),
    // How well an operand fits, likeness to the others included.
    score: Math.max(SCORES.least, Math.min(SCORES.most, mean)),
    // Log-odds of the choice among all choices.
    share: Math.log(share / (1 - share)),
    // The share of the question's words that stand where the operands do, and words that no report has.
    said,
    unknown: Math.min(MOST_UNKNOWN, unknown),
    operands: best.contexts.length,
    ...readAsked(best, classified),
    [`operation.${comparison.operation}`]: 1,
  };
  return library.judgeChoice(features) >= SURE ? best : null;
}

/** Less likely than this is as good as impossible. */
const LEAST_ASKED = 1e-3;
/** How much it weighs that known questions like the whole of this one asked for the operands. */
const ASKED_WEIGHT = 0.6;

type ByReport = ReadonlyMap<string, Classified>;

/** How likely each operand is among what the whole question asks for; null in a report nobody has asked about. */
function probabilitiesOf({ contexts }: Choice, classified: ByReport): number[] | null {
  const all = contexts.map(({ known, figure }) =>
    classified.get(known.report.id)?.probabilities.get(`figure:${figure.start}-${figure.end}`),
  );
  return contexts.every(({ known }) => classified.has(known.report.id)) ? all.map((each) => each ?? 0) : null;
}

/** Puts first what known questions like this one were computed from: ideally each operand has its share of them. */
function preferAsked(choice: Choice, classified: ByReport): Choice {
  const each = probabilitiesOf(choice, classified);
  if (!each) return choice;
  const fit = each.reduce((sum, share) => sum + Math.log(Math.max(LEAST_ASKED, share * each.length)), 0);
  return { ...choice, score: choice.score + ASKED_WEIGHT * fit };
}

function readAsked(choice: Choice, classified: ByReport): ChoiceFeatures {
  const each = probabilitiesOf(choice, classified);
  if (!each) return {};
  return {
    known: 1,
    asked: each.reduce((sum, share) => sum + share, 0),
    askedLeast: Math.min(1, Math.min(...each) * each.length),
  };
}

/** Choices of the same numbers, found in two ways, as one; best first. */
export function mergeTwins(choices: readonly Choice[]): readonly Choice[] {
  const distinct: Choice[] = [];
  for (const choice of [...choices].sort((a, b) => b.score - a.score)) {
    const at = distinct.findIndex(({ contexts }) =>
      contexts.every((context) => choice.contexts.includes(context)),
    );
    const twin = distinct[at];
    if (!twin) distinct.push(choice);
    else distinct[at] = { ...twin, support: Math.max(twin.support, choice.support) };
  }
  return distinct;
}

/** Words of the asking that no number need be told with. */
const ASKING = /^(?:平均|摊|均|合计|总|相差|占|倍|差)/u;

/** How much of the question stands where the numbers do, in words or in characters, and how much of it stands nowhere. */
function coverage({ contexts }: Choice, { terms }: Interpretation): { said: number; unknown: number } {
  const asked = terms.filter(({ text }) => !ASKING.test(text));
  const topics = asked.filter(({ role }) => role !== 'soft');
  const looked = topics.length > 0 ? topics : asked;
  const places = contexts.map(({ own, shared, sentence, heading }) => own + shared + sentence + heading);
  const partly = ({ text }: Term): number =>
    Math.max(...places.map((place) => [...text].filter((each) => place.includes(each)).length)) / text.length;
  const said = looked.map((term) =>
    places.some((place) => term.alternatives.some((word) => place.includes(word))) ? 1 : partly(term),
  );
  return {
    said: said.reduce((sum, each) => sum + each, 0) / Math.max(1, looked.length),
    unknown: topics.filter(({ isKnown }) => !isKnown).length,
  };
}
