import { BYLINE } from '../knowledge/asked-model.ts';
import { hanOf } from '../search/grams.ts';
import { keepForEach } from '../search/remember-lately.ts';
import type { Library } from './library.ts';
import { SURE_LIST } from './lists/weigh-lists.ts';
import { type Explained, type Outcome, sentencesOf } from './outcome.ts';
import { composeSection, type ListableContext } from './ranking/describe-sections.ts';
import { matchesPeriod } from './ranking/matches-period.ts';
import type { RankedSection } from './ranking/rank-sections.ts';
import type { Sought } from './understanding/find-sought.ts';
import type { Interpretation } from './understanding/interpret-question.ts';
import type { Term } from './understanding/lexicon.ts';

/**
 * Answers with the points of a section; null when no section is about what is asked. Its name must say every topic,
 * and what stands next to the asking must be in its name or its points.
 */
export function answerList({ sections, interpretation: asked, sought }: Explained): Outcome | null {
  const named = sections.filter(
    (ranked) =>
      (asked.period === null || matchesPeriod(ranked.context.period, asked.period)) &&
      ranked.isWhollyNamed &&
      tellsWhatIsSought(ranked, sought),
  );
  const [top] = named;
  if (!top) return null;
  const answers = [composeSection(top.context)];
  if (asked.period === null) {
    const other = named.find(({ context }) => context.period?.kind !== top.context.period?.kind);
    if (other) answers.push(composeSection(other.context));
  }
  return { status: 'answered', answers };
}

/** `安排了多少资金` is answered by no points; these can be counted (`有几项`). */
const asksForAmount = ({ quantities }: Interpretation): boolean =>
  quantities.some(({ dimensions }) => dimensions.length > 0 && !dimensions.includes('count'));

/** Answers with the list that known questions like this one ask for; null where they do not say so. */
export function answerKnownList(
  { weighing, interpretation: asked }: Explained,
  { listables }: Library,
): Outcome | null {
  if (asksForAmount(asked)) return null;
  const found = listables.find((context) => {
    const list = weighing.evidence.classified.get(context.known.report.id)?.list;
    return list && list.probability >= SURE_LIST && list.place === placeOfList(context);
  });
  if (!found || (asked.period !== null && !matchesPeriod(found.period, asked.period))) return null;
  return { status: 'answered', answers: [composeSection(found)] };
}

/** Whether known questions like this one ask who wrote or gave the report. */
export const asksForByline = ({ weighing }: Explained): boolean =>
  [...weighing.evidence.classified.values()].some(
    ({ list }) => list !== null && list.place === BYLINE && list.probability >= SURE_LIST,
  );

/** A list by its title, as known questions name it. */
export const placeOfList = ({ title }: Pick<ListableContext, 'title'>): string =>
  `list:${title.start}-${title.end}`;

/** Answers a question that is a name with the points below that name; null for any other question. */
export function answerWholeName(explained: Explained, { listables }: Library): Outcome | null {
  const { interpretation: asked } = explained;
  const said = hanOf(asked.text);
  const isName = (context: ListableContext): boolean => repeatsName(said, context);
  // Few questions are names, and to rank all lists for each takes long.
  if (!asked.isNounPhrase || said.length < MIN_NAME_CHARS || !listables.some(isName)) return null;
  return answerList(explained);
}

/**
 * Answers a question about what names alone say (`“大党建”格局怎么建`) with the points below that name; null for any
 * other question.
 */
export function answerName(explained: Explained): Outcome | null {
  const { interpretation: asked, sections } = explained;
  if (asksForAmount(asked)) return null;
  const isTold = (words: string): boolean =>
    sentencesOf(explained).some(({ isLead, text }) => !isLead && text.includes(words));
  const isName = (words: string): boolean => sections.some(({ context }) => context.name.includes(words));
  const topics = asked.terms.filter(({ role }) => role !== 'soft').map(({ text }) => text);
  // `六个|攻坚战`: words that stand side by side may be a name together.
  const joined = topics.map((word, at) => word + (topics[at + 1] ?? ''));
  const isSlogan = [...topics, ...joined.filter((words) => asked.text.includes(words))].some(
    (words) => isName(words) && !isTold(words),
  );
  return isSlogan ? answerList(explained) : null;
}

/** Shorter names are names of things. */
const MIN_NAME_CHARS = 5;
/** How much of a clause of a name has to be repeated. */
const NAME_SHARE = 0.7;

/** The clauses of a name without its number and marks; read once. */
const clausesOf = keepForEach(({ name }: ListableContext): readonly string[] =>
  name.split(/[,。:;]|^[\p{Script=Han}\d()]{1,4}[、.)]|^[一二三四五六七八九十]+是/u).map(hanOf),
);

/** Whether the characters of a question are a clause of a name, or nearly. */
const repeatsName = (said: string, context: ListableContext): boolean =>
  clausesOf(context).some((clause) => clause.includes(said) && said.length >= clause.length * NAME_SHARE);

/** Whether the points are about what stands next to the asking; the verb will do for a word of mere kind. */
function tellsWhatIsSought({ about, context }: RankedSection, { focus, kinds }: Sought): boolean {
  // A single point lists nothing of a kind.
  if (focus.length > 0 && context.points.length < 2) return false;
  const verbs = focus.filter((term) => !kinds.has(term));
  // What is done in one point alone is done nowhere else in the list.
  const isSaidOnce = ({ text, wordClass }: Term): boolean =>
    wordClass === 'verb' && context.pointTexts.filter((point) => point.includes(text)).length === 1;
  if (verbs.some((term) => !context.name.includes(term.text) && isSaidOnce(term))) return false;
  const isKindUnsaid = verbs.length > 0 && verbs.every((term) => about.has(term));
  return focus.every((term) => about.has(term) || (isKindUnsaid && kinds.has(term)));
}
