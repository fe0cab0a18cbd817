import { contains } from '../report/span.ts';
import type { NearPlace } from './answer.ts';
import { answerByline } from './answer-byline.ts';
import { answerFigures, clarify, refuseNumber } from './answer-figures.ts';
import { answerList } from './answer-list.ts';
import { answerPassages } from './answer-passages.ts';
import { compare } from './compare.ts';
import { fillTerms } from './fill-terms.ts';
import { findNearest } from './find-nearest.ts';
import { findSought } from './find-sought.ts';
import { type AskedPeriod, interpretQuestion } from './interpret-question.ts';
import { readComparison } from './language/comparisons.ts';
import { isGeneralWord, isListQuestion } from './language/list-questions.ts';
import { isPlaceName } from './language/places.ts';
import { AUTHORSHIP, CHIT_CHAT, INSTRUCTION, PROCEDURE } from './language/question-frames.ts';
import type { Term } from './lexicon.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import { matchesPeriod, rankFigures } from './rank-figures.ts';
import { type RankedPassage, rankPassages } from './rank-passages.ts';
import { composeSection, type ListableContext, type RankedSection, rankSections } from './rank-sections.ts';
import { checkTarget } from './reached-target.ts';
import { recognizeNumber } from './recognize-number.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { QuestionPart } from './split-question.ts';
import { periodWithKind, WORDING } from './wording.ts';

const PASSAGE_CANDIDATES = 60;

/** Answers one question (normalised text). */
export function answerPart(part: QuestionPart, library: Library): Outcome {
  return screen(part.text) ?? answerInterpreted(explain(part, library), library);
}

/** Understands a question and ranks everything it could mean, without deciding. */
export function explain({ text, context }: QuestionPart, library: Library): Explained {
  const own = interpretQuestion(text, library);
  const other = context === null ? null : interpretQuestion(context, library);
  const interpretation = other
    ? { ...own, terms: fillTerms(own.terms, other.terms), period: own.period ?? other.period }
    : own;
  const { terms } = interpretation;
  const sought = findSought(interpretation.text, terms);
  const told = terms.map((term): Term => (sought.kinds.has(term) ? { ...term, role: 'soft' } : term));
  let passages: readonly RankedPassage[] | undefined;
  let sections: readonly RankedSection[] | undefined;
  return {
    interpretation,
    sought,
    figures: rankFigures(library.figures, interpretation),
    // A number answers most questions; sentences and sections are looked up only when it does not.
    get passages() {
      passages ??= rankPassages(library.findPassages(terms, PASSAGE_CANDIDATES), told);
      return passages;
    },
    get sections() {
      sections ??= rankSections(library.listables, terms, sought.kinds);
      return sections;
    },
  };
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
  if (AUTHORSHIP.test(asked.text)) return answerByline(asked.text, library);
  const recognized = recognizeNumber(explained);
  if (recognized) return recognized;
  const unknown = terms
    .filter((term) => !term.isKnown && term.role !== 'soft' && !sought.kinds.has(term))
    .filter((term) => isAbout(asked.text, term))
    .map(({ text }) => text);
  const elsewhere = unknown.filter(isPlaceName);
  if (elsewhere.length > 0)
    return refuse('other-region', WORDING.otherRegion(elsewhere), {
      missing: elsewhere,
      nearest: findNearest(explained),
    });
  if (unknown.length > 0)
    return refuse('not-covered', WORDING.missing(unknown), {
      missing: unknown,
      nearest: findNearest(explained),
    });
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
  const asksForList = asked.quantities.length === 0 && isListQuestion(asked.text);
  const listed = asksForList ? answerList(explained) : null;
  if (listed) return listed;
  if (asksForList && asked.period && terms.every(({ text, role }) => role === 'soft' && isGeneralWord(text)))
    return answerPeriodOutline(explained, library);
  const figures = answerFigures(explained);
  if (asked.quantities.length > 0) return figures ?? askBack(explained) ?? refuseNumber(explained);
  if (figures?.status === 'answered' || figures?.status === 'clarify') return figures;
  const told = answerPassages(explained);
  if (told.status === 'answered') return told;
  return figures ?? (asksForList ? answerList(explained, { isLoose: true }) : null) ?? told;
}

/** Words of comparing (`按人头`, `花钱最凶`) need not stand in a report. */
function isAbout(text: string, term: Term): boolean {
  return readComparison(text)?.subject.includes(term.text) ?? true;
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

const hasSections = ({ known, span }: ListableContext): boolean =>
  known.report.sections.some(({ level, start }) => level > 1 && span.start < start && start < span.end);

const listsParagraphs = ({ known, points }: ListableContext): boolean =>
  points.every((point) => known.report.items.some(({ start }) => start === point.start));

/** A question of a year and nothing else (`2019年有什么目标`): the sections of that year's part. */
function answerPeriodOutline({ interpretation: asked }: Explained, library: Library): Outcome {
  const { period } = asked;
  const told = library.listables.filter(
    (context) => context.period !== null && period !== null && matchesPeriod(context.period, period),
  );
  const whole = [...told].sort((a, b) => a.depth - b.depth)[0];
  // A part without sections tells its points in paragraphs that open alike.
  const run =
    whole && !hasSections(whole)
      ? told.find(
          (context) =>
            context.isIntroduction &&
            context.known === whole.known &&
            contains(whole.span, context.span) &&
            listsParagraphs(context),
        )
      : undefined;
  const part = run ?? whole;
  return part
    ? { status: 'answered', answers: [composeSection(part)] }
    : refuse('not-covered', WORDING.nothing);
}
