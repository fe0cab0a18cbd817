import { readNumeral } from '../report/chinese-numerals.ts';
import { contains, sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import { isGeneralWord } from './language/list-questions.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import { composeSection, type ListableContext } from './ranking/describe-sections.ts';
import { matchesPeriod } from './ranking/matches-period.ts';
import { refuse } from './refusals.ts';
import type { Term } from './understanding/lexicon.ts';
import { WORDING } from './wording.ts';

/** A count of things: `八大`, `十件`, `四个`; fewer than three are no list. */
const COUNTED =
  /(?<![一二两三四五六七八九十百千万亿零〇\d.第])(?<numeral>[一二两三四五六七八九十]{1,3}|\d{1,2})(?:大|个|项|件|条|方面|点|座)/gu;
const MIN_COUNT = 3;
const COUNT_TERM = /^(?:[一二两三四五六七八九十]{1,3}|\d{1,2})(?:大|个|项|件|条|方面|点|座)?$/u;

const isOfPeriod = ({ period }: ListableContext, { interpretation: asked }: Explained): boolean =>
  asked.period === null || matchesPeriod(period, asked.period);

/** How many things a question or a name speaks of (`八大任务`, `哪五个`), where they are enough for a list. */
export function readCounts(text: string): number[] {
  return [...text.matchAll(COUNTED)]
    .map(({ groups }) => readNumeral(groups?.numeral ?? ''))
    .filter((count) => count >= MIN_COUNT);
}

/**
 * Answers a question that says how many things are wanted (`十件实事是哪十件`, `四个“更加”`) with as many points that
 * are named so or all say so; null when there are none.
 */
export function answerCounted(explained: Explained, { listables }: Library): Outcome | null {
  const { interpretation: asked } = explained;
  const counts = readCounts(asked.text);
  if (counts.length === 0) return null;
  const topics = asked.terms.filter(
    ({ text, role }) => !COUNT_TERM.test(text) && !(role === 'soft' && isGeneralWord(text)),
  );
  const fitting = listables.filter(
    (context) =>
      counts.includes(context.points.length) &&
      isOfPeriod(context, explained) &&
      topics.every((term) => term.role === 'soft' || isSaidBy(context, term)) &&
      (topics.length > 0 ? topics.some((term) => isSaidBy(context, term)) : saysCount(context)),
  );
  const [best] = fitting.sort((a, b) => Number(saysCount(b)) - Number(saysCount(a)) || a.depth - b.depth);
  return best ? { status: 'answered', answers: [composeSection(best)] } : null;
}

/** Whether the name of a list says how many points it has. */
const saysCount = ({ name, points }: ListableContext): boolean => readCounts(name).includes(points.length);

/** Whether the name of a list or each of its points says a term. */
function isSaidBy({ name, points, known }: ListableContext, { alternatives }: Term): boolean {
  if (alternatives.some((word) => name.includes(word))) return true;
  const texts = points.map((point) => normalizeText(sliceSpan(known.report.source, point)));
  return texts.every((text) => alternatives.some((word) => text.includes(word)));
}

/**
 * What a whole time is told by, best first: the sections of that time in a part of several, a part in sections, points
 * that are marked, any part, an enumeration.
 */
const FORM = { stretch: 4, part: 3, marked: 2, plain: 1, other: 0 } as const;

/** A question of a time and nothing else (`2019年有什么目标`, `过去五年有哪些成绩`): all that is told of that time. */
export function answerPeriodOutline(explained: Explained, { listables }: Library): Outcome {
  const { interpretation: asked } = explained;
  const counts = readCounts(asked.text);
  const about = listables.filter(
    (context) => asked.period !== null && context.period !== null && isOfPeriod(context, explained),
  );
  const isCounted = ({ points }: ListableContext): boolean => counts.includes(points.length);
  const rank = (context: ListableContext): number => FORM[formOf(context)];
  const [best] = about.sort(
    (a, b) =>
      Number(isCounted(b)) - Number(isCounted(a)) ||
      rank(b) - rank(a) ||
      (rank(a) === FORM.marked ? b.points.length - a.points.length : 0) ||
      a.depth - b.depth,
  );
  return best
    ? { status: 'answered', answers: [composeSection(best)] }
    : refuse('not-covered', WORDING.nothing);
}

function formOf(context: ListableContext): keyof typeof FORM {
  const { depth, isIntroduction, isNameless, known, points } = context;
  const isDivided =
    points.length > 1 &&
    points.every((point) => known.report.sections.some(({ heading }) => point.start === heading.start));
  if (isDivided && isNameless && depth <= 1) return 'stretch';
  if (isIntroduction || isNameless) return points.length > 2 && isMarked(context) ? 'marked' : 'other';
  if (depth > 1) return 'other';
  return isDivided ? 'part' : 'plain';
}

/** Whether the points are paragraphs of their own and no clauses of one sentence. */
function isMarked({ known, points }: ListableContext): boolean {
  const { sentences } = known.report;
  return points.every((point) => sentences.some((sentence) => contains(point, sentence)));
}
