import { readFigures } from '../report/figures.ts';
import { sliceSpan } from '../report/span.ts';
import { leaveScale } from '../report/units.ts';
import type { AnswerItem } from './answer.ts';
import { composeFigures, printNumber } from './compose-figures.ts';
import { areComparable, findDifference } from './computing/claim-difference.ts';
import { findBeside } from './follow-ups/beside-told.ts';
import { readMessage } from './follow-ups/read-message.ts';
import { findFigure } from './follow-ups/weigh-meaning.ts';
import type { Claim, Draft, Stated } from './language/drafts.ts';
import type { Library } from './library.ts';
import { firstAnswer, type Outcome } from './outcome.ts';
import { placeOf } from './quotes.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { isOfPeriod } from './ranking/matches-period.ts';
import { refuse } from './refusals.ts';
import { interpretQuestion } from './understanding/interpret-question.ts';
import { WORDING } from './wording.ts';

/** What became of a claim: whether it is borne out, null where nothing was found; what shows it, and what to say of it. */
type Verdict = {
  readonly agrees: boolean | null;
  readonly outcomes: readonly Outcome[];
  /** Why it differs, or how what is printed bears it out. */
  readonly note: string;
};

type Checking = {
  /** What the claims before it were held against. */
  readonly told: readonly AnswerItem[];
  readonly library: Library;
  readonly ask: (question: string) => readonly Outcome[];
};

/**
 * Holds a draft against the report, claim by claim: shows what is printed where any differs, or all where none does, and
 * says which could not be found. Null where none could. `ask` answers a question.
 */
export function checkDraft(
  { claims, isAsked }: Draft,
  { library, ask }: Omit<Checking, 'told'>,
): readonly Outcome[] | null {
  const told: AnswerItem[] = [];
  const verdicts = claims.map((claim): Verdict & Pick<Claim, 'about'> => {
    const verdict = checkClaim(claim, { told, library, ask });
    const answer = firstAnswer(verdict.outcomes[0]);
    if (answer && verdict.agrees !== null) told.push(answer);
    return { ...verdict, about: claim.about };
  });
  const [first, ...others] = verdicts;
  const isOne = isAsked && others.length === 0;
  // A draft of the wrong year is best told which year the number is of, one of another thing that this is not told.
  if (isOne && first?.agrees === null && first.outcomes.some(isTelling)) return first.outcomes;
  const differing = verdicts.filter(({ agrees }) => agrees === false);
  const shown = differing.length > 0 ? differing : verdicts.filter(({ agrees }) => agrees);
  if (shown.length === 0) return null;
  const say = ({ agrees, note }: Verdict): string =>
    agrees ? note || WORDING.draftAgrees : `${WORDING.draftDiffers}${note}`;
  const message = isOne && first ? say(first) : WORDING.draftChecked(verdicts);
  return shown
    .flatMap(({ outcomes }) => outcomes)
    .map((outcome, at) => (outcome.status === 'answered' && at === 0 ? { ...outcome, message } : outcome));
}

const isTelling = (outcome: Outcome): boolean =>
  outcome.status === 'abstained' && (outcome.reason === 'other-period' || (outcome.missing ?? []).length > 0);

function checkClaim(claim: Claim, checking: Checking): Verdict {
  const change = readChange(claim, checking);
  if (change) return judge(claim, [change]);
  const whole = judgeAnswer(claim, checking.ask(claim.question), checking.library);
  const bare = whole.agrees === null ? leaveTitle(claim, checking.library) : null;
  const asked = bare === null ? whole : judgeAnswer(claim, checking.ask(bare), checking.library);
  if (asked.agrees) return asked;
  const printed = asked.agrees === null ? findElsewhere(claim, checking) : null;
  return judgeBeside(claim, checking) ?? printed ?? asked;
}

/** The question of a claim without what its report is about (`全市民政系统支出低保资金`); null where it says nothing of that. */
function leaveTitle({ question, stated: [first] }: Claim, library: Library): string | null {
  const titles = library.knowledge.reports.flatMap(({ report }) =>
    report.titles.map((span) => sliceSpan(report.source, span)),
  );
  const { terms, period } = interpretQuestion(question, library);
  const kept = terms.filter(({ text }) => !titles.some((title) => title.includes(text)));
  if (kept.length === terms.length || kept.length === 0) return null;
  const time = period?.year == null ? '' : `${period.year}年`;
  return `${time}${kept.map(({ text }) => text).join('')}多少${leaveScale(first?.unit ?? '')}`;
}

/** The things a claim is about of which nothing is said where a number stands: it proves no claim about them wrong. */
const findUntold = (
  { words }: Claim,
  contexts: readonly FigureContext[],
  library: Library,
): readonly string[] =>
  interpretQuestion(words, library)
    .terms.filter(
      ({ role, alternatives }) =>
        role === 'topic' &&
        !contexts.some(({ own, sentence, before, heading }) =>
          alternatives.some((word) => `${own}${sentence}${before}${heading}`.includes(word)),
        ),
    )
    .map(({ text }) => text);

/** Holds a claim against what answers the question for its number. */
function judgeAnswer(claim: Claim, outcomes: readonly Outcome[], library: Library): Verdict {
  const { figures } = library;
  const [stated] = claim.stated;
  const answer = firstAnswer(outcomes[0]);
  const untold: Verdict = { ...UNKNOWN, outcomes };
  if (answer?.kind === 'comparison' && stated) {
    const [computed] = readFigures(answer.computed);
    if (!computed || !areComparable(stated, computed)) return untold;
    const note = findDifference(claim, { stated, figure: computed });
    // `每年410元`: what is reckoned for a year is of what is printed for a month.
    const meant = figures.filter(
      ({ figure }) =>
        figure.amount === stated.amount &&
        answer.inputs.some(({ valueStart }) => valueStart === figure.start),
    );
    return { agrees: note === null, note: note === null ? '' : note || judge(claim, meant).note, outcomes };
  }
  const shown = figures.filter(
    ({ figure, known }) =>
      answer !== undefined && known.report.id === answer.source && isShown(figure, answer),
  );
  const contexts = shown.map((context) => findEnd(context, stated, figures));
  const judged = judge(claim, contexts);
  // A sentence proves a number that it prints, and none wrong.
  if (answer?.kind === 'passage' && !judged.agrees) return untold;
  const missing = judged.agrees === false && answer ? findUntold(claim, contexts, library) : [];
  if (answer && missing.length > 0) {
    const nearest = [placeOf(answer)];
    return {
      ...UNKNOWN,
      outcomes: [refuse('not-covered', WORDING.nearestWithout(missing), { missing, nearest })],
    };
  }
  return contexts.every((context) => shown.includes(context)) ? { ...judged, outcomes } : judged;
}

/** Of a change from one number to another, the end that is stated. */
function findEnd(
  context: FigureContext,
  stated: Stated | undefined,
  figures: readonly FigureContext[],
): FigureContext {
  const { figure, known } = context;
  if (figure.role === null || figure.states === stated?.states) return context;
  const ends = figures.filter(
    (each) =>
      each.known === known && each.figure.sentenceId === figure.sentenceId && each.figure.role !== null,
  );
  const at = ends.indexOf(context);
  const other = { start: ends[at - 1], end: ends[at + 1] }[stated?.states === 'start' ? 'start' : 'end'];
  return other?.figure.states === stated?.states && other ? other : context;
}

const UNKNOWN = { agrees: null, note: '' };

const isShown = ({ start, end }: FigureContext['figure'], answer: AnswerItem): boolean =>
  'marks' in answer
    ? answer.marks.some((mark) => mark.start === start)
    : answer.kind === 'passage' && answer.start <= start && end <= answer.end;

/** Holds the numbers of a claim against printed ones: each of a row against its own, a single one against any. */
function judge(claim: Claim, contexts: readonly FigureContext[]): Verdict {
  const [first, ...others] = claim.stated;
  const answer = composeFigures(contexts);
  const outcomes: readonly Outcome[] = answer ? [{ status: 'answered', answers: [answer] }] : [];
  if (others.length > 0) {
    const notes = claim.stated.map((stated, at) => {
      const context = contexts[at];
      return context ? findDifference(claim, { stated, figure: context.figure, context }) : null;
    });
    const found = notes.find((note) => note !== null);
    return contexts.length === notes.length
      ? { agrees: found === undefined, note: found ?? '', outcomes }
      : { ...UNKNOWN, outcomes };
  }
  const alike = contexts.filter(({ figure }) => first && areComparable(first, figure));
  const judged = alike.map((context) => ({
    context,
    note: first ? findDifference(claim, { stated: first, figure: context.figure, context }) : null,
  }));
  const borne = judged.find(({ note }) => note === null)?.context;
  const meant = borne && composeFigures([borne]);
  if (!borne || !meant)
    return { agrees: judged.length > 0 ? false : null, note: judged[0]?.note ?? '', outcomes };
  const isVerbatim = first?.amount === borne.figure.amount && !claim.isDenied;
  const isSame = isVerbatim && first.qualifier === borne.figure.qualifier;
  if (contexts.length > 1) return { agrees: true, note: WORDING.draftAgreesOnOne(meant.text), outcomes };
  return { agrees: true, note: isSame ? '' : WORDING.draftBorneOut(printNumber(borne)), outcomes };
}

const namesThing = (about: string, library: Library): boolean =>
  interpretQuestion(about, library).terms.some(({ role }) => role !== 'soft');

/** How a number changed that a draft has just told (`17.36亿元,增长3.26%`), as it is printed beside it; null otherwise. */
function readChange({ about, stated }: Claim, { told, library }: Checking): FigureContext | null {
  const [only, ...others] = stated;
  const before = told.at(-1);
  const figure = before && findFigure(before, library);
  if (!only || others.length > 0 || !figure || namesThing(about, library)) return null;
  if (only.states === 'end' && figure.figure.role === 'before') return findEnd(figure, only, library.figures);
  if (only.states !== 'change') return null;
  const message = readMessage(`${about}多少`, library);
  const printed = message.asking === 'change' ? findBeside(message, figure, library) : null;
  // A change in percent is no change in money.
  return printed && areComparable(only, printed.figure) ? printed : null;
}

/**
 * Holds what a draft goes on about (`发放16.49亿元,保障18.54万人`) against a sentence that was told before it. Null where
 * that proves nothing; not found where it names no thing of its own, of which another's number proves nothing.
 */
function judgeBeside(claim: Claim, { told, library }: Checking): Verdict | null {
  const { terms } = interpretQuestion(claim.stated.length > 1 ? claim.about : claim.words, library);
  const beside = library.figures.filter(
    ({ figure, known, own, shared, clause }) =>
      told.some(
        ({ source, start, end }) => source === known.report.id && start <= figure.start && figure.end <= end,
      ) &&
      terms.every(({ alternatives }) =>
        alternatives.some((word) => `${own}${shared}${clause}`.includes(word)),
      ),
  );
  if (claim.stated.length > 1) return judgeRow(claim, beside);
  // Of several numbers beside, the one under the very words of the claim is meant.
  const same = beside.filter(({ printedOwn }) => printedOwn.includes(claim.about));
  const judged = (same.length === 1 ? same : beside).map((context) => judge(claim, [context]));
  const found = pickTelling(judged) ?? (same.length === 1 ? judged[0] : undefined);
  if (found) return found;
  return told.length > 0 && terms.every(({ role }) => role !== 'topic') ? { ...UNKNOWN, outcomes: [] } : null;
}

/** What bears a claim out, or else tells what is wrong with it: the same digits in another sense are what was meant. */
const pickTelling = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.find(({ agrees }) => agrees) ?? verdicts.find(({ note }) => note !== '');

/** A number that is printed as it is stated, under words that have all that is said of it. */
function findElsewhere(claim: Claim, { library }: Checking): Verdict | null {
  const { terms } = interpretQuestion(claim.words, library);
  const { period } = interpretQuestion(claim.question, library);
  const has = (said: string) => (term: (typeof terms)[number]) =>
    term.alternatives.some((word) => said.includes(word));
  const found = library.figures.filter(
    ({ own, shared, topic, before, figure }) =>
      claim.stated.length === 1 &&
      figure.amount === claim.stated[0]?.amount &&
      (period === null || isOfPeriod(figure, period)) &&
      terms.some(has(own)) &&
      terms.every(has(`${own}${shared}${topic}${before}`)),
  );
  return pickTelling(found.map((context) => judge(claim, [context]))) ?? null;
}

/** As many numbers of one clause as are stated (`同比分别增长3.62%、4.94%`), of which at least one is stated. */
function judgeRow({ stated, ...claim }: Claim, beside: readonly FigureContext[]): Verdict | null {
  const rows = [...Map.groupBy(beside, ({ figure }) => figure.clause.start).values()];
  const row = rows.find(
    (contexts) =>
      contexts.length === stated.length &&
      contexts.some((context) => stated.some((one) => judge({ ...claim, stated: [one] }, [context]).agrees)),
  );
  return row ? judge({ ...claim, stated }, row) : null;
}
