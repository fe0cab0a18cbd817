import type { FigureContext } from '../ranking/figure-context.ts';
import type { Classified } from '../scoring/asked-classifier.ts';
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

/** How likely the words have to mean each number, and these numbers rather than others. */
const SURE_OF = { support: 0.5, share: 0.5 } as const;

/** The best choice, where it is sure enough to be given. */
export function pickSure(
  choices: readonly Choice[],
  { classified }: Pick<Computing, 'classified'>,
): Choice | null {
  const distinct = mergeTwins(choices.map((choice) => preferAsked(choice, classified)));
  const [best] = distinct;
  if (!best) return null;
  const total = distinct.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return best.support >= SURE_OF.support && 1 / total >= SURE_OF.share ? best : null;
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
