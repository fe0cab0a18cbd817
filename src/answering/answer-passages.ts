import { parseChineseNumeral } from '../report/chinese-numerals.ts';
import type { Period } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import type { NearPlace, PassageAnswer, TargetAnswer } from './answer.ts';
import { asksForDate, saysDate } from './language/dates.ts';
import { namesPlace, showsKindBySign } from './language/kinds.ts';
import { isGeneralWord, looksBack } from './language/list-questions.ts';
import type { Explained, Outcome } from './outcome.ts';
import { quoteSpan } from './quotes.ts';
import { composeSection } from './ranking/describe-sections.ts';
import { findNearest } from './ranking/find-nearest.ts';
import { matchesPeriod } from './ranking/matches-period.ts';
import { coverTerm, type PassageContext, type RankedPassage, ZONE_VALUE } from './ranking/rank-passages.ts';
import { refuse } from './refusals.ts';
import type { Interpretation } from './understanding/interpret-question.ts';
import { askedLabel, periodWithKind, WORDING } from './wording.ts';

/** How much worse than the best a sentence may be and still be shown beside it. */
const RUNNER_UP_GAP = 0.11;
/** How much worse than a plan the deed may be told and still be meant. */
const ACTUAL_GAP = 0.25;
const MAX_ANSWERS = 3;

const MIN_PASSAGE_SCORE = 0.6;

/** Answers with the sentences that cover every word asked about, or refuses. */
export function answerPassages(explained: Explained): Outcome {
  const { passages, interpretation: asked } = explained;
  const nearest = findNearest(explained);
  const covering = passages.filter(
    (ranked) =>
      ranked.uncovered.length === 0 && ranked.score >= MIN_PASSAGE_SCORE && showsKind(ranked, explained),
  );
  const [best] = covering;
  if (!best) {
    const missing = passages[0]?.uncovered.map(({ text }) => text) ?? asked.terms.map(({ text }) => text);
    return refuse(
      'not-covered',
      WORDING.notTogether(asked.terms.filter(({ role }) => role !== 'soft').map(({ text }) => text)),
      { missing, nearest },
    );
  }
  const inPeriod = covering.filter(
    ({ context }) => asked.period === null || periodAsked(context, asked) !== null,
  );
  if (inPeriod.length === 0) {
    const wanted = (asked.period && askedLabel(asked.period)) ?? WORDING.targetKind;
    const other = best.context.period ? periodWithKind(best.context.period) : '';
    return refuse('other-period', WORDING.otherPeriodText(wanted, other), {
      nearest: [pointTo(best.context), ...nearest],
    });
  }
  const ordered = asked.period === null && looksBack(asked.text) ? preferActual(inPeriod) : inPeriod;
  const top = ordered[0] ?? best;
  const unexplained = findUnexplained(top.context, asked);
  if (unexplained)
    return refuse('no-number', WORDING.notExplained(unexplained), {
      nearest: [pointTo(top.context), ...nearest],
    });
  if (asksForDate(asked.text) && !saysDate(top.context.text))
    return refuse(
      'no-number',
      WORDING.noDate(asked.terms.filter(({ role }) => role !== 'soft').map(({ text }) => text)),
      {
        nearest: [pointTo(top.context), ...nearest],
      },
    );
  const introduced = explained.sections.find(
    ({ context }) =>
      context.known === top.context.known && context.title.start === top.context.sentence.start,
  );
  // A sentence that only says what comes next is no answer without it, nor is a lead that only names what is asked about.
  const onlyNames = top.context.isLead && ASKS_FOR_MORE.test(asked.text);
  if (introduced && (/:$/u.test(top.context.text) || onlyNames))
    return { status: 'answered', answers: [composeSection(introduced.context)] };
  const shown = ordered.filter(({ score }) => score >= top.score - RUNNER_UP_GAP).slice(0, MAX_ANSWERS);
  return { status: 'answered', answers: shown.map((ranked) => composePassage(ranked, asked)) };
}

/** Asks what is said of a thing, which its name alone does not tell. */
const ASKS_FOR_MORE = /什么|啥|哪些|哪几|怎么|怎样|如何|咋|啷个/u;

/** Asks what a name stands for, right after it: `是哪三个`, `具体指什么`. */
const ASKS_CONTENT =
  /^"?(?:具体|到底|究竟|分别|都)*(?:是指|指的?是?|说的?是?|是|包括)(?:的)?(?:哪(?:些|几|[两二三四五六七八九十])|什么|啥)/u;

/** A name of the report's own making (“三个确保”) whose content is asked and that a sentence only mentions. */
export function findUnexplained(
  { text }: PassageContext,
  { text: question, terms }: Interpretation,
): string | null {
  const names = [...text.matchAll(/"(?<name>[^"]{2,8})"/gu)].flatMap(({ groups }) => groups?.name ?? []);
  const name = names.find(
    (each) =>
      question.includes(each) &&
      ASKS_CONTENT.test(question.slice(question.indexOf(each) + each.length)) &&
      terms.some((term) => each.includes(term.text)),
  );
  if (name === undefined) return null;
  const at = text.indexOf(`"${name}"`);
  const after = text.slice(at + name.length + 2);
  // `建国路、中心广场、海湖“三大片区”`: what it sums up stands before it.
  const isSummary = text
    .slice(0, at)
    .split(/[,。;:]/u)
    .at(-1)
    ?.includes('、');
  if (isSummary) return null;
  return /^(?:[:(—-]|,?(?:即|是指|包括|分别是|指的?是))/u.test(after) ? null : name;
}

const pointTo = ({ known, sentence }: PassageContext): NearPlace => {
  const near = quoteSpan(known, sentence);
  return { ...near, text: near.quote };
};

/**
 * The time a sentence is about as far as it is the one asked for: its own, or that of a clause which says a topic
 * (`经济实力提升,到2030年进出口额翻一番`); null where it is another.
 */
function periodAsked(
  { period, sentence, known }: PassageContext,
  { period: asked, terms }: Interpretation,
): Period | null {
  if (asked === null || matchesPeriod(period, asked)) return period;
  const topics = terms.filter(({ role }) => role !== 'soft');
  const clause = sentence.clauses.find(
    (each) =>
      each.period !== null &&
      matchesPeriod(each.period, asked) &&
      topics.some(({ alternatives }) =>
        alternatives.some((word) => normalizeText(sliceSpan(known.report.source, each)).includes(word)),
      ),
  );
  return clause?.period ?? null;
}

/** What was done, close to the best, comes before what is planned. */
function preferActual(passages: readonly RankedPassage[]): readonly RankedPassage[] {
  const [best] = passages;
  const isDone = ({ context, score }: RankedPassage): boolean =>
    context.period?.kind === 'actual' && best !== undefined && score >= best.score - ACTUAL_GAP;
  return [...passages.filter(isDone), ...passages.filter((ranked) => !isDone(ranked))];
}

/** Fewer characters of other words than this do not make up for the kind of thing that a sentence does not name. */
const MIN_OTHER_CHARS = 3.5;

/** Whether a sentence names the kind of thing asked for, or else says everything else by itself. */
function showsKind({ context }: RankedPassage, { interpretation: asked, sought }: Explained): boolean {
  if (sought.places.some((kind) => !namesPlace(kind, context.text))) return false;
  if (sought.details.some((term) => coverTerm(context, term) === 0)) return false;
  // `哪些城市获奖了`: where alone is told, and what is asked stands nowhere.
  const saysWhat = asked.terms.some(({ role, isKnown, text }) =>
    role === 'soft' ? isKnown || isGeneralWord(text) : role === 'topic',
  );
  if (!saysWhat) return false;
  // `哪些企业捐了款`: of all there is to say of companies, the doing is asked for.
  const doings = asked.terms.filter(
    ({ role, isKnown, text }) => role === 'soft' && isKnown && !isGeneralWord(text),
  );
  const asksForDoing =
    doings.length > 0 && asked.terms.every((term) => term.role === 'soft' || sought.focus.includes(term));
  if (asksForDoing && !doings.some((term) => coverTerm(context, term) === ZONE_VALUE.text)) return false;
  const unsaid = [...sought.kinds].filter((term) => coverTerm(context, term) === 0);
  if (unsaid.length === 0) return true;
  const others = asked.terms.filter((term) => !sought.kinds.has(term));
  const said = others.filter((term) => coverTerm(context, term) >= ZONE_VALUE.lead);
  if (unsaid.every((term) => isAbbreviationOf(term.text, context.text))) return true;
  if (!others.every((term) => term.role === 'soft' || said.includes(term))) return false;
  const signs = unsaid.map(({ text }) => sought.places.includes(text) || showsKindBySign(text, context.text));
  if (signs.includes(false)) return false;
  const isNaming = unsaid.some(({ text }) => /名/u.test(text));
  const charsSaid = said.reduce((sum, { text, role }) => {
    // Of what is done, only the very word tells.
    if (role === 'soft') return sum + (context.text.includes(text) ? text.length / 2 : 0);
    return sum + text.length;
  }, 0);
  return (
    (signs.includes(true) || charsSaid >= MIN_OTHER_CHARS) &&
    (!isNaming || /[名称叫《“"]/u.test(context.text))
  );
}

function composePassage({ context }: RankedPassage, asked: Interpretation): PassageAnswer | TargetAnswer {
  const quote = quoteSpan(context.known, context.sentence);
  const period = periodAsked(context, asked) ?? context.period;
  const base = { text: quote.quote, period, ...quote };
  if (period?.kind !== 'target') return { kind: 'passage', ...base };
  return { kind: 'target', ...base, value: '', unit: '', qualifier: '', marks: [] };
}

/** `三难` sums up 生活难、上学难、就医难: its character stands that many times. */
function isAbbreviationOf(word: string, text: string): boolean {
  const { count, shared } =
    /^(?<count>[二两三四五六七八九十])(?<shared>\p{Script=Han})$/u.exec(word)?.groups ?? {};
  if (!count || !shared) return false;
  const number = parseChineseNumeral(count.replace('两', '二')) ?? 0;
  return text.split(shared).length - 1 >= number && text.includes('、');
}
