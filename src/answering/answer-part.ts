import type { AnswerItem, Choice, NearPlace, PassageAnswer, TargetAnswer } from './answer.ts';
import { compare } from './compare.ts';
import { composeFigures, nameFigure } from './compose-figures.ts';
import type { FigureContext } from './figure-context.ts';
import { fillTerms } from './fill-terms.ts';
import { type AskedPeriod, type Interpretation, interpretQuestion } from './interpret-question.ts';
import { isListQuestion } from './language/list-questions.ts';
import { CHIT_CHAT, INSTRUCTION, PROCEDURE } from './language/question-frames.ts';
import { isPlaceName } from './lexicon.ts';
import type { Library } from './library.ts';
import type { Explained, Outcome } from './outcome.ts';
import { quoteSpan, sectionAt } from './quotes.ts';
import { isAnswering, matchesPeriod, type RankedFigure, rankFigures } from './rank-figures.ts';
import { type RankedPassage, rankPassages } from './rank-passages.ts';
import { composeSection, type RankedSection, rankSections } from './rank-sections.ts';
import { checkTarget } from './reached-target.ts';
import { type Clarification, type Refusal, refuse } from './refusals.ts';
import type { QuestionPart } from './split-question.ts';
import { periodLabel, periodWithKind, WORDING } from './wording.ts';

/** How much worse than the best a figure may be and still be shown beside it. */
const RUNNER_UP_GAP = 0.11;
/** Parallel numbers this close are one answer: the question does not tell them apart. */
const PARALLEL_GAP = 0.07;
/** A lead this large settles even a question of few words. */
const CLEAR_GAP = 0.1;
/** How much worse the same thing of the other year may fit: its wording differs more than a neighbour's. */
const TWIN_GAP = 0.3;
/** When the best figure of the year asked for is this much worse than one of another year, that other is what is meant. */
const OTHER_PERIOD_GAP = 0.2;
const MAX_ANSWERS = 3;
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
  let passages: readonly RankedPassage[] | undefined;
  let sections: readonly RankedSection[] | undefined;
  return {
    interpretation,
    figures: rankFigures(library.figures, interpretation),
    // A number answers most questions; sentences and sections are looked up only when it does not.
    get passages() {
      passages ??= rankPassages(library.findPassages(terms, PASSAGE_CANDIDATES), terms);
      return passages;
    },
    get sections() {
      sections ??= rankSections(library.listables, terms);
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
  const { interpretation: asked } = explained;
  const { terms } = asked;
  if (PROCEDURE.test(asked.text))
    return refuse('procedure', WORDING.procedure, { nearest: findNearest(explained) });
  const unknown = terms.filter(({ isKnown, role }) => !isKnown && role !== 'soft').map(({ text }) => text);
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
  if (isListQuestion(asked.text) && asked.quantities.length === 0) {
    const listed = answerList(explained);
    if (listed) return listed;
  }
  const figures = answerFigures(explained);
  if (asked.quantities.length > 0) return figures ?? refuseNumber(explained);
  if (figures?.status === 'answered' || figures?.status === 'clarify') return figures;
  const told = answerPassages(explained);
  if (told.status === 'answered') return told;
  return figures ?? (explained.passages.length > 0 ? told : (answerList(explained) ?? told));
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

/** A question of a year and nothing else (`2019年有什么目标`): the sections of that year's part. */
function answerPeriodOutline({ interpretation: asked }: Explained, library: Library): Outcome {
  const { period } = asked;
  const part = library.listables
    .filter((context) => context.period !== null && period !== null && matchesPeriod(context.period, period))
    .sort((a, b) => a.depth - b.depth)[0];
  return part
    ? { status: 'answered', answers: [composeSection(part)] }
    : refuse('not-covered', WORDING.nothing);
}

// --- numbers

function answerFigures(explained: Explained): Outcome | null {
  const { figures, interpretation: asked } = explained;
  const answering = figures.filter((ranked) => isAnswering(ranked, asked));
  const [best] = answering;
  if (!best) return null;
  const inPeriod = answering.filter(({ fitsPeriod }) => fitsPeriod);
  const [top] = inPeriod;
  if (!top || top.score < best.score - OTHER_PERIOD_GAP) return refuseOtherPeriod(best, explained);
  const close = inPeriod.filter(({ score }) => score >= top.score - RUNNER_UP_GAP);
  if (isAmbiguous(close, asked)) return clarify(close);
  const answers: AnswerItem[] = [];
  const used = new Set<FigureContext>();
  for (const ranked of close) {
    if (used.has(ranked.context) || answers.length >= MAX_ANSWERS) continue;
    const group = findParallel(ranked, close, asked.wantedEnd).filter((context) => !used.has(context));
    for (const context of group) used.add(context);
    const answer = composeFigures(group);
    if (answer) answers.push(answer);
  }
  // Without a hint of time, the same thing said of the other year is shown too, labelled.
  const twin = asked.period === null ? findTwin(top, answering) : undefined;
  const other = twin && !used.has(twin.context) ? composeFigures([twin.context]) : null;
  return {
    status: 'answered',
    answers: other ? [...answers.slice(0, 1), other, ...answers.slice(1)] : answers,
  };
}

/** The parallel numbers of its clause that answer as well, in printed order; the figure alone if it has none. */
function findParallel(
  ranked: RankedFigure,
  close: readonly RankedFigure[],
  wantedEnd: Interpretation['wantedEnd'],
): FigureContext[] {
  const { figure } = ranked.context;
  return close
    .filter(({ context, score }) => {
      const other = context.figure;
      const isSameClause =
        other.clause.start === figure.clause.start && context.known === ranked.context.known;
      const isSameEnd =
        other.role === figure.role || (wantedEnd === 'both' && other.own[0]?.start === figure.own[0]?.start);
      return (
        isSameClause &&
        isSameEnd &&
        other.base === figure.base &&
        Math.abs(score - ranked.score) <= PARALLEL_GAP
      );
    })
    .map(({ context }) => context)
    .sort((a, b) => a.figure.start - b.figure.start);
}

/** The best figure that counts the same kind of thing for the other side of the year. */
function findTwin(top: RankedFigure, answering: readonly RankedFigure[]): RankedFigure | undefined {
  const { figure } = top.context;
  return answering.find(
    ({ context, score }) =>
      context.figure.period?.kind !== figure.period?.kind &&
      context.figure.dimension === figure.dimension &&
      score >= top.score - TWIN_GAP,
  );
}

/** Few words and many numbers that fit them equally: the person must choose. */
function isAmbiguous(close: readonly RankedFigure[], asked: Interpretation): boolean {
  const topics = asked.terms.filter(({ role }) => role !== 'soft');
  const clauses = new Set(
    close.map(({ context }) => `${context.known.report.id}:${context.figure.clause.start}`),
  );
  const [first, second] = close;
  const isClear = first && second ? first.score - second.score >= CLEAR_GAP : true;
  return topics.length === 0 && !isClear && (clauses.size >= 2 || close.length >= 2);
}

const MAX_CHOICES = 8;

function clarify(close: readonly RankedFigure[]): Clarification {
  const labels = [...new Set(close.map(({ context }) => nameFigure(context)))].slice(0, MAX_CHOICES);
  const choices: Choice[] = labels.map((label) => ({ label, question: `${label}是多少?` }));
  return { status: 'clarify', message: WORDING.clarify, choices };
}

function refuseOtherPeriod(best: RankedFigure, explained: Explained): Refusal {
  const { interpretation: asked } = explained;
  const nearest = findNearest(explained);
  const { context } = best;
  const answer = composeFigures([context]);
  const period = context.figure.period;
  const wanted = asked.period?.year
    ? `${asked.period.year}年`
    : asked.period?.kind === 'target'
      ? WORDING.targetKind
      : '实际完成';
  const pointer: NearPlace[] = answer
    ? [
        {
          source: answer.source,
          section: answer.section,
          start: answer.start,
          end: answer.end,
          text: answer.text,
          quote: answer.quote,
        },
      ]
    : [];
  return refuse(
    'other-period',
    WORDING.otherPeriod(wanted, period ? periodWithKind(period) : '', answer?.text ?? ''),
    {
      nearest: [...pointer, ...nearest],
    },
  );
}

function refuseNumber(explained: Explained): Refusal {
  const { interpretation: asked, passages } = explained;
  const nearest = findNearest(explained);
  const topics = asked.terms.filter(({ role }) => role !== 'soft').map(({ text }) => text);
  const shown = topics.length > 0 ? topics : asked.terms.map(({ text }) => text);
  const isMentioned = passages[0]?.uncovered.length === 0;
  return refuse(
    isMentioned ? 'no-number' : 'not-covered',
    shown.length === 0 ? WORDING.nothing : isMentioned ? WORDING.noNumber(shown) : WORDING.notTogether(shown),
    { nearest },
  );
}

// --- lists

function answerList({ sections, interpretation: asked }: Explained): Outcome | null {
  const fitting = sections.filter(
    ({ context }) =>
      asked.period === null || (context.period !== null && matchesPeriod(context.period, asked.period)),
  );
  const named = fitting.filter(({ isNamed }) => isNamed);
  const [top] = named.length > 0 ? named : [];
  if (!top) return null;
  const answers = [composeSection(top.context)];
  if (asked.period === null) {
    const other = named.find(({ context }) => context.period?.kind !== top.context.period?.kind);
    if (other) answers.push(composeSection(other.context));
  }
  return { status: 'answered', answers };
}

// --- passages

const MIN_PASSAGE_SCORE = 0.6;

function answerPassages(explained: Explained): Outcome {
  const { passages, interpretation: asked } = explained;
  const nearest = findNearest(explained);
  const covering = passages.filter(
    ({ uncovered, score }) => uncovered.length === 0 && score >= MIN_PASSAGE_SCORE,
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
    ({ context }) => asked.period === null || matchesPeriod(context.period, asked.period),
  );
  if (inPeriod.length === 0) {
    const near = quoteSpan(best.context.known, best.context.sentence);
    const wanted = asked.period?.year
      ? periodLabel({ year: asked.period.year, kind: 'actual' })
      : WORDING.targetKind;
    const other = best.context.period ? periodWithKind(best.context.period) : '';
    return refuse('other-period', WORDING.otherPeriodText(wanted, other), {
      nearest: [{ ...near, text: near.quote }, ...nearest],
    });
  }
  const top = inPeriod[0] ?? best;
  const shown = inPeriod.filter(({ score }) => score >= top.score - RUNNER_UP_GAP).slice(0, MAX_ANSWERS);
  return { status: 'answered', answers: shown.map(composePassage) };
}

function composePassage({ context }: RankedPassage): PassageAnswer | TargetAnswer {
  const quote = quoteSpan(context.known, context.sentence);
  const base = { text: quote.quote, period: context.period, ...quote };
  if (context.period?.kind !== 'target') return { kind: 'passage', ...base };
  return { kind: 'target', ...base, value: '', unit: '', qualifier: '', marks: [] };
}

// --- what is near

const MAX_NEAREST = 3;

/** Sections that hold the best passages, each once. */
function findNearest({ passages }: Explained): NearPlace[] {
  const places = new Map<string, NearPlace>();
  for (const { context } of passages) {
    const section = sectionAt(context.known, context.sentence);
    if (!section) continue;
    const key = `${context.known.report.id}:${section.id}`;
    if (!places.has(key)) {
      places.set(key, {
        source: context.known.report.id,
        section: section.path,
        start: section.start,
        end: section.end,
      });
    }
    if (places.size >= MAX_NEAREST) break;
  }
  return [...places.values()];
}
