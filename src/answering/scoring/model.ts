import { z } from 'zod';
import type { Features } from './features.ts';

/** A node of a decision tree: a leaf with its vote, or a question about one feature. */
type Tree =
  | { readonly vote: number }
  | { readonly feature: string; readonly below: number; readonly yes: Tree; readonly no: Tree };

const TreeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.strictObject({ vote: z.number() }),
    z.strictObject({ feature: z.string(), below: z.number(), yes: TreeSchema, no: TreeSchema }),
  ]),
);

/** What `npm run train` fits and commits: weights that order candidates, trees that say how sure the first one is. */
export const ModelSchema = z.strictObject({
  /** Weight of each feature in the score that orders candidates. */
  ranking: z.record(z.string(), z.number()),
  /** Trees whose votes, added up, are the log-odds that the first candidate is the answer. */
  decision: z.array(TreeSchema),
});

export type Model = z.infer<typeof ModelSchema>;

/** The model of reports whose questions are known, and that of all others: what tells most of the former, the latter lack. */
export const ModelsSchema = z.strictObject({
  known: ModelSchema,
  unknown: ModelSchema,
  /** Weights of what says how sure the operands of a computation are. */
  choice: z.record(z.string(), z.number()),
  /** Weights of what says which of the computations that known questions ask for is asked for, against none. */
  computation: z.record(z.string(), z.number()),
});

export type Models = z.infer<typeof ModelsSchema>;

/** The score of a candidate: its weighted features added up. Compares candidates of one question only. */
export function scoreFeatures(features: Features, { ranking }: Pick<Model, 'ranking'>): number {
  let score = 0;
  for (const name in features) score += (ranking[name] ?? 0) * (features[name] ?? 0);
  return score;
}

/** The probability, from 0 to 1, that a first candidate with these features is the answer. */
export function estimateProbability(features: Features, { decision }: Model): number {
  const odds = decision.reduce((sum, tree) => sum + vote(tree, features), 0);
  return 1 / (1 + Math.exp(-odds));
}

/** How much each feature moved the decision, in log-odds, largest first: what `--explain` prints. */
export function explainDecision(
  features: Features,
  { decision }: Model,
): readonly (readonly [string, number])[] {
  const moved = new Map<string, number>();
  for (const tree of decision) {
    let node = tree;
    while (!('vote' in node)) {
      const next: Tree = (features[node.feature] ?? 0) < node.below ? node.yes : node.no;
      moved.set(node.feature, (moved.get(node.feature) ?? 0) + meanVote(next) - meanVote(node));
      node = next;
    }
  }
  return [...moved].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
}

function vote(tree: Tree, features: Features): number {
  let node = tree;
  while (!('vote' in node)) node = (features[node.feature] ?? 0) < node.below ? node.yes : node.no;
  return node.vote;
}

function meanVote(tree: Tree): number {
  return 'vote' in tree ? tree.vote : (meanVote(tree.yes) + meanVote(tree.no)) / 2;
}
