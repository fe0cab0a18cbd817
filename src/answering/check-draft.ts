import { normalizeText } from '../search/normalize.ts';
import type { AnswerItem } from './answer.ts';
import { composeFigures } from './compose-figures.ts';
import { findBeside } from './follow-ups/beside-told.ts';
import { readMessage } from './follow-ups/read-message.ts';
import { findFigure } from './follow-ups/weigh-meaning.ts';
import { agreesWithStated, type DraftPiece, printsStated, type StatedNumber } from './language/drafts.ts';
import type { Library } from './library.ts';
import { firstAnswer, isNumber, type Outcome } from './outcome.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { interpretQuestion } from './understanding/interpret-question.ts';
import { WORDING } from './wording.ts';

/**
 * Says whether the number of a draft is the one the report prints. Where it prints several, one for each owner, a number
 * that is none of them is wrong; one that is might be meant of another.
 */
export function noteAgreement(
  [first, ...others]: readonly Outcome[],
  stated: StatedNumber,
): readonly Outcome[] {
  const answer = firstAnswer(first);
  if (first?.status !== 'answered' || !answer) return first ? [first, ...others] : others;
  const agrees = printsStated(normalizeText(toldBy(answer)), stated);
  const isOneOfSeveral = agrees && 'marks' in answer && answer.marks.length > 1;
  const meant = answer.text.split('、').find((printed) => printsStated(normalizeText(printed), stated));
  if (isOneOfSeveral)
    return [meant ? { ...first, message: WORDING.draftAgreesOnOne(meant) } : first, ...others];
  return [{ ...first, message: agrees ? WORDING.draftAgrees : WORDING.draftDiffers }, ...others];
}

/** What an answer tells: of a computation its result alone, as the numbers it is made of are others. */
const toldBy = (answer: AnswerItem): string => (answer.kind === 'comparison' ? answer.computed : answer.text);

/**
 * Holds a pasted draft against the report, number by number: shows those that differ, or all where none does, and says
 * which could not be found. Undefined when none could. `ask` answers a question.
 */
export function checkPieces(
  pieces: readonly DraftPiece[],
  library: Library,
  ask: (question: string) => readonly Outcome[],
): readonly Outcome[] | undefined {
  const told: AnswerItem[] = [];
  const checked = pieces.map((piece): CheckedPiece => {
    const change = readChange(piece, told.at(-1), library);
    if (change) {
      told.push(change.answer);
      return {
        about: piece.about,
        outcome: { status: 'answered', answers: [change.answer] },
        agrees: change.agrees,
      };
    }
    const [outcome] = ask(piece.question);
    const answer = firstAnswer(outcome);
    const agrees = isNumber(answer)
      ? agreesWithStated(normalizeText(answer ? toldBy(answer) : ''), piece.stated)
      : null;
    const beside = agrees === true ? null : readBeside(piece, told, library);
    const found = beside === null || beside === 'unsaid' ? answer : beside.answer;
    if (found && agrees !== null) told.push(found);
    if (beside === null) return { about: piece.about, outcome, agrees };
    return beside === 'unsaid'
      ? { about: piece.about, outcome, agrees: null }
      : {
          about: piece.about,
          outcome: { status: 'answered', answers: [beside.answer] },
          agrees: beside.agrees,
        };
  });
  const differing = checked.filter(({ agrees }) => agrees === false);
  const unknown = checked.filter(({ agrees }) => agrees === null);
  if (unknown.length === checked.length) return undefined;
  const message = WORDING.draftChecked({
    differing: differing.map(({ about }) => about),
    unknown: unknown.map(({ about }) => about),
    isAll: differing.length === checked.length,
  });
  const shown = (differing.length > 0 ? differing : checked.filter(({ agrees }) => agrees)).flatMap(
    ({ outcome }) => outcome ?? [],
  );
  return shown.map((outcome, index) =>
    outcome.status === 'answered' && index === 0 ? { ...outcome, message } : outcome,
  );
}

type CheckedPiece = {
  readonly about: string;
  readonly outcome: Outcome | undefined;
  readonly agrees: boolean | null;
};

type Beside = { readonly answer: AnswerItem; readonly agrees: boolean };

/** How a number changed that a draft has just told (`17.36亿元,增长3.26%`), as it is printed beside it; null otherwise. */
function readChange(
  { about, question, stated }: DraftPiece,
  before: AnswerItem | undefined,
  library: Library,
): Beside | null {
  const [only, ...others] = stated;
  const told = before && findFigure(before, library);
  const message = readMessage(`${about}多少`, library);
  if (!only || others.length > 0 || !told || message.asking !== 'change' || namesThing(about, library))
    return null;
  const printed = findBeside(message, told, library);
  const answer = printed && composeFigures([printed]);
  // A change in percent is no change in money.
  const isOfUnit = (printed?.figure.unit === '%') === question.includes('%');
  return answer && isOfUnit ? { answer, agrees: isStated(printed, only) } : null;
}

const namesThing = (about: string, library: Library): boolean =>
  interpretQuestion(about, library).terms.some(({ role }) => role !== 'soft');

const isStated = ({ figure }: FigureContext, { amount, qualifier }: StatedNumber): boolean =>
  figure.amount === amount && figure.qualifier === qualifier;

/**
 * What a draft goes on about (`发放16.49亿元,保障18.54万人`), as it is printed in a sentence that was told before it; null
 * where it is not, and `unsaid` where it names no thing of its own, of which another's number proves nothing.
 */
function readBeside(
  { about, stated }: DraftPiece,
  told: readonly AnswerItem[],
  library: Library,
): Beside | 'unsaid' | null {
  const { terms } = interpretQuestion(about, library);
  const beside = library.figures.filter(
    ({ figure, known, clause }) =>
      told.some(
        ({ source, start, end }) => source === known.report.id && start <= figure.start && figure.end <= end,
      ) && terms.every(({ alternatives }) => alternatives.some((word) => clause.includes(word))),
  );
  if (stated.length > 1) return readRow(beside, stated);
  const found = beside.find((context) => stated.some((number) => isStated(context, number)));
  const answer = found && composeFigures([found]);
  if (answer) return { answer, agrees: true };
  return told.length > 0 && terms.every(({ role }) => role !== 'topic') ? 'unsaid' : null;
}

/** As many numbers of one clause as are stated (`同比分别增长3.62%、4.94%`), of which at least one is stated. */
function readRow(beside: readonly FigureContext[], stated: DraftPiece['stated']): Beside | null {
  const rows = [...Map.groupBy(beside, ({ figure }) => figure.clause.start).values()];
  const row = rows.find(
    (contexts) =>
      contexts.length === stated.length &&
      contexts.some((context) => stated.some((number) => isStated(context, number))),
  );
  const answer = row && composeFigures(row);
  if (!row || !answer) return null;
  const agrees = row.every((context, at) => {
    const number = stated[at];
    return number !== undefined && isStated(context, number);
  });
  return { answer, agrees };
}
