import type { AnswerItem, NearPlace } from './answer.ts';
import { answerByline } from './answer-byline.ts';
import { answerFigures, clarify, refuseNumber } from './answer-figures.ts';
import { answerList, answerName } from './answer-list.ts';
import { answerPassages, findUnexplained } from './answer-passages.ts';
import { answerCounted, answerPeriodOutline } from './answer-period.ts';
import { compare, readCompared } from './comparing/compare.ts';
import { tellsShare } from './comparing/per-unit.ts';
import { checkTarget } from './comparing/reached-target.ts';
import { saysChange } from './comparing/said-change.ts';
import { workBack } from './comparing/work-back.ts';
import { readComparison } from './language/comparisons.ts';
import { asksForDate } from './language/dates.ts';
import { isGeneralWord, isListQuestion, isYesOrNo } from './language/list-questions.ts';
import { isPlaceName } from './language/places.ts';
import { ASKS_PERSON, AUTHORSHIP, CHIT_CHAT, INSTRUCTION, PROCEDURE } from './language/question-frames.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import { findNearest } from './ranking/find-nearest.ts';
import { forgiveWord } from './ranking/forgive-word.ts';
import { matchesPeriod } from './ranking/matches-period.ts';
import { type RankedFigure, rankFigures } from './ranking/rank-figures.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { type RankedSection, rankSections } from './ranking/rank-sections.ts';
import { recognizeNumber } from './recognize-number.ts';
import { type Refusal, refuse } from './refusals.ts';
import { fillEllipsis, fillGiven } from './understanding/fill-ellipsis.ts';
import { findSought } from './understanding/find-sought.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from './understanding/interpret-question.ts';
import type { Term } from './understanding/lexicon.ts';
import type { QuestionPart } from './understanding/split-question.ts';
import { periodWithKind, WORDING } from './wording.ts';

const PASSAGE_CANDIDATES = 60;

/** Answers one question (normalised text). `before` is the answer to the part of the line before it. */
export function answerPart(part: QuestionPart, library: Library, before?: AnswerItem): Outcome {
  const text = sayLastYear(part.text, library);
  const changed = text === part.text ? null : answerPart({ ...part, text }, library, before);
  if (changed?.status === 'answered') return changed;
  return screen(part.text) ?? answerInterpreted(explain(part, library, before), library);
}

/** `比2017年增长多少`: the year before the one reported is what a printed growth is measured from. */
function sayLastYear(text: string, library: Library): string {
  const { years } = library;
  if (!years || !readComparison(text)) return text;
  const base = years.lastYear - 1;
  return coversYear(library, base)
    ? text
    : text.replace(/(?<=比|较)(?:(?:20)?(?<short>\d{2})年度?|前年)/u, (said, short: string | undefined) =>
        short === undefined || 2000 + Number(short) === base ? '上年' : said,
      );
}

/** Understands a question and ranks everything it could mean, without deciding. */
export function explain(part: QuestionPart, library: Library, before?: AnswerItem): Explained {
  const interpretation = interpretPart(part, library);
  const { terms } = interpretation;
  const sought = findSought(interpretation.text, terms);
  const told = terms.map((term): Term => (sought.kinds.has(term) ? { ...term, role: 'soft' } : term));
  let passages: readonly RankedPassage[] | undefined;
  let sections: readonly RankedSection[] | undefined;
  return {
    interpretation,
    sought,
    figures: preferBeside(rankFigures(library.figures, interpretation), {
      asked: interpretation,
      part,
      before,
    }),
    // A number answers most questions; sentences and sections are looked up only when it does not.
    get passages() {
      passages ??= rankPassages(library.findPassages(terms, PASSAGE_CANDIDATES), told, interpretation.text);
      return passages;
    },
    get sections() {
      sections ??= rankSections(library.listables, terms, sought.kinds);
      return sections;
    },
  };
}

function interpretPart(
  { text, context, given, isEach = false }: QuestionPart,
  library: Library,
): Interpretation {
  const own = interpretQuestion(text, library);
  if (context === null) return own;
  const other = interpretQuestion(context, library);
  const hasOwnTime = own.period !== null && !(isEach && own.period.year === null);
  // `事故起数和死亡人数各多少`: what has a head of its own only may share what stands before the other's.
  const hasHead = isEach && own.quantities.some(({ words }) => !/多少|几/u.test(words));
  const filled =
    given === undefined || /呢\s*$/u.test(text) ? fillEllipsis(own, other) : fillGiven(own, other);
  return {
    ...filled,
    terms: hasHead
      ? filled.terms.map((term): Term => (term.isLent ? { ...term, role: 'soft' } : term))
      : filled.terms,
    period: hasOwnTime ? own.period : (other.period ?? own.period),
  };
}

/**
 * `发了多少、保障了多少人`: what leans on the part before is most often told in the same sentence, all the more where the
 * same is asked of both; of another time, in the same unit.
 */
const BESIDE_BONUS = { each: 0.2, leaning: 0.1, unit: 0.1 } as const;

type Leaning = {
  readonly asked: Interpretation;
  readonly part: QuestionPart;
  readonly before: AnswerItem | undefined;
};

function preferBeside(
  ranked: readonly RankedFigure[],
  { asked, part, before }: Leaning,
): readonly RankedFigure[] {
  if (!before || !asked.terms.some(({ isLent }) => isLent)) return ranked;
  const at = 'marks' in before ? (before.marks[0]?.start ?? before.start) : before.start;
  const isBeside = ({ context: { known, figure } }: RankedFigure): boolean =>
    known.report.id === before.source &&
    known.report.sentences.some(({ id, start, end }) => id === figure.sentenceId && start <= at && at < end);
  const isOfOtherTime =
    before.period !== null && asked.period !== null && !matchesPeriod(before.period, asked.period);
  const bonus = (each: RankedFigure): number => {
    if (isOfOtherTime)
      return 'unit' in before && before.unit === each.context.figure.unit ? BESIDE_BONUS.unit : 0;
    return isBeside(each) ? BESIDE_BONUS[part.isEach ? 'each' : 'leaning'] : 0;
  };
  return ranked
    .map((each) => ({ ...each, score: each.score + bonus(each) }))
    .sort((a, b) => b.score - a.score);
}

/** Questions that are refused for what they are, before anything is looked up. */
function screen(text: string): Refusal | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('empty', WORDING.empty);
  if (INSTRUCTION.test(text)) return refuse('instruction', WORDING.instruction);
  if (CHIT_CHAT.test(text)) return refuse('not-a-question', WORDING.notAQuestion);
  return null;
}

function answerInterpreted(explained: Explained, library: Library): Outcome {
  const { interpretation: asked, sought } = explained;
  const { terms } = asked;
  if (PROCEDURE.test(asked.text))
    return refuse('procedure', WORDING.procedure, { nearest: findNearest(explained) });
  const person = ASKS_PERSON.exec(asked.text)?.groups?.role;
  if (person !== undefined && !explained.passages.some(({ context }) => context.text.includes(person)))
    return refuse('not-covered', WORDING.missing([person]), {
      missing: [person],
      nearest: findNearest(explained),
    });
  if (AUTHORSHIP.test(asked.text)) return answerByline(asked.text, library);
  const asksForList =
    asked.quantities.length === 0 && isListQuestion(asked.text) && !asksForContent(explained);
  const counted = asksForList ? answerCounted(explained, library) : null;
  if (counted) return counted;
  const recognized = recognizeNumber(explained);
  if (recognized) return recognized;
  const unknown = terms
    .filter((term) => !term.isKnown && term.role !== 'soft' && !sought.kinds.has(term))
    .filter((term) => isAbout(asked.text, term));
  const elsewhere = unknown.map(({ text }) => text).filter(isPlaceName);
  if (elsewhere.length > 0)
    return refuse('other-region', WORDING.otherRegion(elsewhere), {
      missing: elsewhere,
      nearest: findNearest(explained),
    });
  if (unknown.length > 0) return answerWithout(unknown, explained) ?? refuseUnknown(unknown, explained);
  const back = workBack(asked, library);
  if (back) return back;
  const outside = asked.periods.find(({ year }) => year !== null && !coversYear(library, year));
  if (outside) return refuseYear(outside, library, findNearest(explained));

  const compared = checkTarget(asked, library) ?? compare(asked, library);
  if (compared) return compared;
  if (terms.length === 0) {
    if (asked.quantities.length > 0)
      return clarify(
        explained.figures.filter(({ fitsDimension, fitsPeriod }) => fitsDimension && fitsPeriod),
      );
    if (asked.period) return answerPeriodOutline(explained, library);
    return refuse('not-covered', WORDING.nothing, { nearest: findNearest(explained) });
  }
  const listed = asksForList ? answerList(explained) : null;
  if (listed) return listed;
  if (asksForList && asked.period && terms.every(({ text, role }) => role === 'soft' && isGeneralWord(text)))
    return answerPeriodOutline(explained, library);
  const figures = asksInWords(explained) ? null : answerFigures(keepAskedResults(explained, library));
  if (asked.quantities.length > 0)
    return figures ?? askBack(explained) ?? answerAim(explained) ?? refuseNumber(explained);
  if (figures?.status === 'answered' || figures?.status === 'clarify') return figures;
  const named = answerName(explained);
  if (named) return named;
  const told = answerPassages(explained);
  if (told.status === 'answered') return told;
  return figures ?? (asksForList ? answerList(explained, { isLoose: true }) : null) ?? told;
}

function refuseUnknown(unknown: readonly Term[], explained: Explained): Refusal {
  const missing = unknown.map(({ text }) => text);
  return refuse('not-covered', WORDING.missing(missing), { missing, nearest: findNearest(explained) });
}

/** Answers a question of which one word stands nowhere but all the others at one number, and says so. */
function answerWithout([word, ...more]: readonly Term[], explained: Explained): Outcome | null {
  const forgiven = word && more.length === 0 ? forgiveWord(explained, word) : null;
  const answered = forgiven ? answerFigures(forgiven) : null;
  return word && answered?.status === 'answered'
    ? { ...answered, message: WORDING.withoutWord(word.text), missing: [word.text] }
    : null;
}

/** `比上年下降了多少`, `人均多少`: what there is in all says nothing of how it changed, or of what each gets. */
function keepAskedResults(explained: Explained, library: Library): Explained {
  const compared = readCompared(explained.interpretation, library);
  const isKept = compared?.comparison.isRise
    ? saysChange
    : compared?.comparison.operation === 'per'
      ? tellsShare(compared)
      : null;
  if (!isKept) return explained;
  const figures = explained.figures.filter(({ context, fitsPeriod }) => fitsPeriod && isKept(context));
  return { ...explained, figures };
}

/** `“三个确保”是哪三个`: what a mere name stands for; no list of other things tells it. */
function asksForContent({ interpretation: asked, passages: [top], sections }: Explained): boolean {
  const name = top ? findUnexplained(top.context, asked) : null;
  return name !== null && !sections.some(({ context }) => context.name.includes(name));
}

/** `哪个县`, `什么研究机构`: one of a kind is asked for, no number. */
function asksInWords({ interpretation: asked, sought }: Explained): boolean {
  const { kinds, details, places } = sought;
  return (
    asked.quantities.length === 0 &&
    (kinds.size > 0 || details.length > 0 || places.length > 0 || asksForDate(asked.text))
  );
}

/** Words of comparing (`按人头`, `花钱最凶`) need not stand in a report. */
function isAbout(text: string, term: Term): boolean {
  return readComparison(text)?.subject.includes(term.text) ?? true;
}

/** `发行总量是要往上提吗`: an aim without a number says it in words. */
function answerAim(explained: Explained): Outcome | null {
  if (!isYesOrNo(explained.interpretation.text)) return null;
  const told = answerPassages(explained);
  return told.status === 'answered' && told.answers[0]?.kind === 'target' ? told : null;
}

/** `花了多少钱`: nothing is named that could be missing, so the person is asked what is meant. */
function askBack({ interpretation: asked, figures }: Explained): Outcome | null {
  if (asked.terms.some(({ role, isKnown }) => role !== 'soft' || !isKnown)) return null;
  const fitting = figures.filter(({ fitsDimension, fitsPeriod }) => fitsDimension && fitsPeriod);
  return fitting.length > 1 ? clarify(fitting) : null;
}

function coversYear(library: Library, year: number): boolean {
  return library.periods.some((period) => (period.fromYear ?? period.year) <= year && year <= period.year);
}

function refuseYear(asked: AskedPeriod, library: Library, nearest: readonly NearPlace[]): Refusal {
  const covered = library.periods.filter(({ fromYear }) => fromYear === undefined).map(periodWithKind);
  const years = library.years
    ? [
        periodWithKind({ year: library.years.lastYear, kind: 'actual' }),
        periodWithKind({ year: library.years.thisYear, kind: 'target' }),
      ]
    : covered;
  return refuse('other-period', WORDING.yearNotCovered(`${asked.year}年`, years.join('和')), { nearest });
}
