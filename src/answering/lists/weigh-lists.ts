import { isListQuestion } from '../language/list-questions.ts';
import { ASKS_WHEN } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import { composeSection, type ListableContext } from '../ranking/describe-sections.ts';
import { matchesPeriod } from '../ranking/matches-period.ts';
import type { Features } from '../scoring/features.ts';
import { scoreFeatures } from '../scoring/model.ts';
import { describeLists } from './list-features.ts';
import { placeOfList } from './list-index.ts';

/** Something that may be the list asked for, with the evidence for it. */
export type ListCandidate = { readonly context: ListableContext; readonly features: Features };

/** A list is given from this probability on: a wrong one costs as much as none, as whoever reads it sees what it is. */
export const SURE_LIST = 0.5;

/** Whether a question may ask for a list at all: in words, and for no number or time alone. */
export const mayAskForList = ({ interpretation: { quantities, text } }: Explained): boolean =>
  (quantities.length === 0 || isListQuestion(text)) && !ASKS_WHEN.test(text);

/** Everything that may be the list asked for: what `npm run train` fits the weights of. */
export function findLists(explained: Explained, library: Library): ListCandidate[] {
  return mayAskForList(explained) ? describeLists(explained, library) : [];
}

/** A list with how much speaks for it, beside the 1 of there being no list that is asked for. */
export type WeighedList = { readonly context: ListableContext; readonly power: number };

/** Everything that may be the list asked for, the likeliest first. */
export function weighLists(explained: Explained, library: Library): WeighedList[] {
  const { list } = library.weigher.models;
  const ranking = explained.weighing.evidence.classified.size > 0 ? list.known : list.unknown;
  // Which hospitals did something is told by no list that speaks of none.
  const telling = findLists(explained, library).filter(({ features }) => !features.kindsUnsaid);
  return telling
    .map(({ context, features }) => ({
      context,
      power: Math.exp(scoreFeatures({ groups: [features], forSentence: [] }, { ranking })),
    }))
    .sort((a, b) => b.power - a.power);
}

/**
 * Answers with the list that all evidence together makes likelier than any other and than no list; null where it does not.
 * Where no time is asked for, what was done and what is planned may both be meant: both are shown, the likelier first.
 */
export function answerWeighedList(explained: Explained, library: Library): Outcome | null {
  const weighed = weighLists(explained, library);
  const total = weighed.reduce((sum, { power }) => sum + power, NONE);
  const [best, ...others] = weighed;
  if (!best) return null;
  const isTimeless = explained.interpretation.period === null;
  const twin = others.find(
    ({ context, power }) =>
      isTimeless && power > TWIN_SHARE * best.power && isOfOtherTime(context, best.context),
  );
  const shown = twin ? [best, twin] : [best];
  // A section and the stretch of it that holds all of its points are the same list.
  const isShown = ({ context: { title, points } }: WeighedList): boolean =>
    shown.some(
      ({ context }) => context.title.start === title.start && context.points.length === points.length,
    );
  const probability = weighed.filter(isShown).reduce((sum, { power }) => sum + power, 0) / total;
  if (probability < (NONE / total < UNLIKELY_NONE ? LIKELY_LIST : SURE_LIST)) return null;
  return { status: 'answered', answers: shown.map(({ context }) => composeSection(context)), probability };
}

/** The power of there being no list that is asked for. */
const NONE = 1;
/** Where a list is all but certainly asked for, so likely a one is given: whoever is told nothing is not told right, either. */
const UNLIKELY_NONE = 0.1;
const LIKELY_LIST = 0.35;

/** How likely a list of another time has to be, against the likeliest, to be shown beside it. */
const TWIN_SHARE = 0.2;

const isOfOtherTime = ({ period, depth }: ListableContext, best: ListableContext): boolean =>
  period !== null && best.period !== null && period.kind !== best.period.kind && depth === best.depth;

/** Answers with the list that known questions like this one ask for; null where they do not say so. */
export function answerKnownList(explained: Explained, { listables }: Library): Outcome | null {
  const { weighing, interpretation: asked } = explained;
  // What is done for how much money is answered by no points; these can be counted (`有几项`).
  if (asked.quantities.some(({ dimensions }) => dimensions.length > 0 && !dimensions.includes('count')))
    return null;
  const found = listables.find((context) => {
    const list = weighing.evidence.classified.get(context.known.report.id)?.list;
    return list && list.probability >= SURE_LIST && list.place === placeOfList(context);
  });
  if (!found || (asked.period !== null && !matchesPeriod(found.period, asked.period))) return null;
  return { status: 'answered', answers: [composeSection(found)] };
}
