import type { FigureContext } from '../ranking/figure-context.ts';

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
export const SURE_OF = { support: 0.5, share: 0.5 } as const;

/** The best choice, where it is sure enough to be given. */
export function pickSure(choices: readonly Choice[]): Choice | null {
  const distinct = mergeTwins(choices);
  const [best] = distinct;
  if (!best) return null;
  const total = distinct.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return best.support >= SURE_OF.support && 1 / total >= SURE_OF.share ? best : null;
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
