import { z } from 'zod';
import { keepForEach } from '../../search/remember-lately.ts';
import { createTermTable } from '../../search/term-table.ts';
import { type FeatureGroups, type Features, nameForSentence } from './features.ts';

/** A node of a decision tree: a leaf with its vote, or a question about one feature. */
type Tree =
  | { readonly vote: number }
  | { readonly feature: string; readonly below: number; readonly yes: Tree; readonly no: Tree };

/** Looked through by hand: zod takes a twentieth of a second and a copy for thousands of nodes, at every start. */
const TreeSchema = z.custom<Tree>(isTree);

function isTree(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('vote' in value) return typeof value.vote === 'number';
  return (
    'feature' in value &&
    typeof value.feature === 'string' &&
    'below' in value &&
    typeof value.below === 'number' &&
    'yes' in value &&
    isTree(value.yes) &&
    'no' in value &&
    isTree(value.no)
  );
}

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
  /** Weights of what says which of the computations that known questions ask for is asked for, against none. */
  computation: z.record(z.string(), z.number()),
  /** Weights of what says which numbers are asked for together, against one thing alone; by whether questions are known. */
  joint: z.strictObject({
    known: z.record(z.string(), z.number()),
    unknown: z.record(z.string(), z.number()),
  }),
  /** Weights of what says which list is asked for, against none; by whether questions are known. */
  list: z.strictObject({
    known: z.record(z.string(), z.number()),
    unknown: z.record(z.string(), z.number()),
  }),
});

export type Models = z.infer<typeof ModelsSchema>;

/** The score of a candidate: its weighted features added up. Compares candidates of one question only. */
export function scoreFeatures(
  { groups, forSentence }: FeatureGroups,
  { ranking }: Pick<Model, 'ranking'>,
): number {
  let score = 0;
  for (const group of groups) for (const name in group) score += (ranking[name] ?? 0) * (group[name] ?? 0);
  for (const group of forSentence)
    for (const name in group) score += (ranking[nameForSentence(name)] ?? 0) * (group[name] ?? 0);
  return score;
}

/** The probability, from 0 to 1, that a first candidate with these features is the answer. */
export function estimateProbability(features: Features, { decision }: Pick<Model, 'decision'>): number {
  return 1 / (1 + Math.exp(-addVotes(forestOf(decision), features)));
}

/** The trees of a decision as one table of nodes: a thousand of them are visited for every question. */
type Forest = {
  /** Features by their numbers. */
  readonly names: readonly string[];
  /** Where each tree begins. */
  readonly roots: readonly number[];
  /** By node: the number of its feature, or -1 at a leaf. */
  readonly features: Int16Array;
  /** By node: the limit of its feature; the vote of a leaf. */
  readonly values: Float64Array;
  /** By node: the nodes below it. */
  readonly yes: Uint32Array;
  readonly no: Uint32Array;
};

const forestOf = keepForEach(plantForest);
const LEAF = -1;

function plantForest(trees: readonly Tree[]): Forest {
  const table = createTermTable();
  const nodes: { feature: number; value: number; yes: number; no: number }[] = [];
  const plant = (tree: Tree): number => {
    const isLeaf = 'vote' in tree;
    const node = {
      feature: isLeaf ? LEAF : table.add(tree.feature),
      value: isLeaf ? tree.vote : tree.below,
      yes: 0,
      no: 0,
    };
    const place = nodes.push(node) - 1;
    if (!isLeaf) {
      node.yes = plant(tree.yes);
      node.no = plant(tree.no);
    }
    return place;
  };
  const roots = trees.map(plant);
  return {
    names: table.terms,
    roots,
    features: Int16Array.from(nodes, ({ feature }) => feature),
    values: Float64Array.from(nodes, ({ value }) => value),
    yes: Uint32Array.from(nodes, ({ yes }) => yes),
    no: Uint32Array.from(nodes, ({ no }) => no),
  };
}

function addVotes({ names, roots, features, values, yes, no }: Forest, held: Features): number {
  const told = Float64Array.from(names, (name) => held[name] ?? 0);
  let odds = 0;
  for (const root of roots) {
    let node = root;
    for (let feature = features[node] ?? LEAF; feature !== LEAF; feature = features[node] ?? LEAF)
      node = ((told[feature] ?? 0) < (values[node] ?? 0) ? yes[node] : no[node]) ?? 0;
    odds += values[node] ?? 0;
  }
  return odds;
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

function meanVote(tree: Tree): number {
  return 'vote' in tree ? tree.vote : (meanVote(tree.yes) + meanVote(tree.no)) / 2;
}
