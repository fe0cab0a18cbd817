import type { AnswerItem, Choice, NearPlace } from './answer.ts';
import { saysOutcome } from './comparing/said-change.ts';
import { composeFigures, nameFigure } from './compose-figures.ts';
import type { Explained, Outcome } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { findNearest } from './ranking/find-nearest.ts';
import { isAnswering } from './ranking/is-answering.ts';
import type { RankedFigure } from './ranking/rank-figures.ts';
import { type Clarification, type Refusal, refuse } from './refusals.ts';
import type { Interpretation } from './understanding/interpret-question.ts';
import { askedLabel, periodWithKind, WORDING } from './wording.ts';

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

/** Answers by a number; null when none fits. A number of another period is pointed to, not given. */
export function answerFigures(explained: Explained): Outcome | null {
  const { figures, interpretation: asked } = explained;
  const answering = figures.filter((ranked) => isAnswering(ranked, asked));
  const [best] = answering;
  if (!best) return null;
  const inPeriod = answering.filter(({ fitsPeriod }) => fitsPeriod);
  const [top] = inPeriod;
  if (!top || (top.score < best.score - OTHER_PERIOD_GAP && !isNamedLike(top, best, asked)))
    return refuseOtherPeriod(best, explained);
  // `提高前是多少` where only what it was raised to is printed.
  if (asked.wantedEnd === 'before' && top.context.figure.role === null && saysOutcome(top.context))
    return refuse('no-number', WORDING.noStart, { nearest: findNearest(explained) });
  // `达到多少`: every number is reached by something.
  if (inPeriod.length > 1 && asked.terms.every(({ text }) => REACHING.test(text))) return clarify(inPeriod);
  // A rate beside an amount answers another question.
  const isOfKind = ({ context }: RankedFigure): boolean =>
    context.figure.dimension === top.context.figure.dimension;
  const close = inPeriod.filter((ranked) => ranked.score >= top.score - RUNNER_UP_GAP && isOfKind(ranked));
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

/** Whether two numbers of one kind both say every topic themselves: then the year asked for decides between them. */
function isNamedLike(top: RankedFigure, best: RankedFigure, { terms }: Interpretation): boolean {
  const topics = terms.filter(({ role }) => role !== 'soft');
  const says = ({ context }: RankedFigure): boolean =>
    topics.length > 0 &&
    topics.every(({ alternatives }) => alternatives.some((word) => context.own.includes(word)));
  const [left, right] = [top.context.figure, best.context.figure];
  return left.dimension === right.dimension && left.base === right.base && says(top) && says(best);
}

/** The parallel numbers of its clause that answer as well, in printed order; the figure alone if it has none. */
function findParallel(
  ranked: RankedFigure,
  close: readonly RankedFigure[],
  wantedEnd: Interpretation['wantedEnd'],
): FigureContext[] {
  const { figure } = ranked.context;
  return close
    .filter(({ context, score, ownTerms }) => {
      const other = context.figure;
      const isSameClause =
        other.clause.start === figure.clause.start && context.known === ranked.context.known;
      const isSameEnd =
        other.role === figure.role || (wantedEnd === 'both' && other.own[0]?.start === figure.own[0]?.start);
      return (
        isSameClause &&
        isSameEnd &&
        other.base === figure.base &&
        ownTerms === ranked.ownTerms &&
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

const REACHING = /^(?:达到?|完成|实现|现有|共有|拥有)了?$/u;

/** Doings and measures alone (`花了多少钱`), and several numbers they fit: the person must choose. */
function isAmbiguous(fitting: readonly RankedFigure[], asked: Interpretation): boolean {
  if (asked.terms.some(({ role, isLent }) => role !== 'soft' || isLent)) return false;
  const [first, ...others] = fitting;
  if (!first) return false;
  // `培训了多少人次`: the only number counted in the very word asked for.
  const isCounted = ({ context }: RankedFigure): boolean =>
    asked.quantities.some(({ base }) => base !== '' && base === context.figure.base);
  const rivals = isCounted(first) ? others.filter(isCounted) : others;
  return rivals.some(({ score }) => score > first.score - CLEAR_GAP);
}

const MAX_CHOICES = 8;

/** Asks back with the numbers that fit equally well. */
export function clarify(close: readonly RankedFigure[]): Clarification {
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
  const isAhead = asked.period?.kind === 'target';
  const wanted = (asked.period && askedLabel(asked.period)) ?? (isAhead ? WORDING.targetKind : '实际完成');
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

/** Refuses a question that asks for a number which is not given. */
export function refuseNumber(explained: Explained): Refusal {
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
