import { isListQuestion } from '../language/list-questions.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import { composeSection, type ListableContext } from '../ranking/describe-sections.ts';
import type { Features } from '../scoring/features.ts';
import { scoreFeatures } from '../scoring/model.ts';
import { describeLists } from './list-features.ts';

/** Something that may be the list asked for, with the evidence for it. */
export type ListCandidate = { readonly context: ListableContext; readonly features: Features };

/** A list is given from this probability on: a wrong one costs as much as none, as whoever reads it sees what it is. */
export const SURE_LIST = 0.5;

/** Whether a question may ask for a list at all: in words, and for no number alone. */
export const mayAskForList = ({ interpretation: asked }: Explained): boolean =>
  asked.quantities.length === 0 || isListQuestion(asked.text);

/** Everything that may be the list asked for: what `npm run train` fits the weights of. */
export function findLists(explained: Explained, library: Library): ListCandidate[] {
  // A single point lists nothing.
  return mayAskForList(explained)
    ? describeLists(explained, library).filter(({ context }) => context.points.length > 1)
    : [];
}

/** Answers with the list that all evidence together makes likelier than any other and than no list; null where it does not. */
export function answerWeighedList(explained: Explained, library: Library): Outcome | null {
  const { list: ranking } = library.weigher.models;
  const weighed = findLists(explained, library).map(({ context, features }) => ({
    context,
    power: Math.exp(scoreFeatures({ groups: [features], forSentence: [] }, { ranking })),
  }));
  // That no list is asked for is the alternative to all of them.
  const total = weighed.reduce((sum, { power }) => sum + power, 1);
  const [best] = weighed.sort((a, b) => b.power - a.power);
  if (!best || best.power / total < SURE_LIST) return null;
  return {
    status: 'answered',
    answers: [composeSection(best.context)],
    probability: best.power / total,
  };
}
