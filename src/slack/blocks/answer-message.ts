import type { Button, KnownBlock, Overflow } from '@slack/types';
import type { Answer, Choice } from '../../answering/answer.ts';
import { widenMarks } from '../../answering/chinese-marks.ts';
import { encodeValue, type MenuPick, type Rating, type Sharing } from '../button-values.ts';
import { ACTIONS, numbered } from '../ids.ts';
import { ANSWER, BUTTONS, FEEDBACK } from '../messages.ts';
import { answerParts, countAnswers, isLongList, type Layout } from './answer-parts.ts';
import type { ReportNames } from './citations.ts';
import {
  actionsBlocks,
  bulletBlock,
  button,
  contextBlock,
  fitsButton,
  overflowMenu,
  paragraphBlock,
  plainText,
  type Run,
} from './elements.ts';
import { LIMITS, MAX_ANSWERS_AT_ONCE, MAX_READING_CHARACTERS } from './limits.ts';
import { escapeText, type Message, takeFitting } from './message.ts';
import { quotesOf } from './quotes-of.ts';

/** How an answer is presented; what it says is the same everywhere. */
export type Presentation = ReportNames & {
  /** Id under which the question is kept, for the buttons. */
  readonly questionId: string;
  /** Line above the answer: the question, and who asked it. */
  readonly opening: readonly Run[];
  /** Whether the answer, which only one person sees, can be shared with a channel, or has been. */
  readonly sharing: Sharing;
  /** Whether this person has said what they think of it. */
  readonly rating?: Rating | undefined;
  /** What people have reported on the targets the answer tells. */
  readonly progress?: string | undefined;
  /** Feedback buttons exist in messages only, not in the App Home. */
  readonly surface: 'message' | 'home';
  /** The part to begin with, when the earlier ones have been shown. */
  readonly fromPart?: number;
};

/**
 * The message for an answer, a refusal or a question back, within Slack's limits whatever its size. A long list is
 * folded; in the form without folding its points are named, and are whole behind a button.
 */
export function answerMessage(answer: Answer, presentation: Presentation): Message {
  if ((presentation.fromPart ?? 0) > 0 || !isLongList(answer)) return layOut(answer, presentation, 'whole');
  const folded = layOut(answer, presentation, 'folded');
  return { ...folded, unfoldedBlocks: layOut(answer, presentation, 'named').blocks };
}

function layOut(answer: Answer, presentation: Presentation, layout: Layout): Message {
  const from = presentation.fromPart ?? 0;
  const parts = answerParts(answer, presentation, layout).slice(from);
  const head = openingBlocks(answer, presentation);
  // The tail is measured with its largest “显示其余” button, so that the real one is sure to fit.
  const reserved = tailBlocks(answer, presentation, { next: from + parts.length, count: parts.length });
  const shown = takeFitting(parts.slice(0, maxParts(answer, layout, from)), [...head, ...reserved]);
  const rest = { next: from + shown.length, count: parts.length - shown.length };
  return {
    text: escapeText(shown.map(({ text }) => text).join('\n')),
    blocks: [...head, ...shown.flatMap(({ blocks }) => blocks), ...tailBlocks(answer, presentation, rest)],
  };
}

/** Parts of the first page: three answers, or the heading alone where its points are named below it. */
function maxParts(answer: Answer, layout: Layout, from: number): number {
  if (layout === 'named') return 1;
  if (from > 0) return Number.POSITIVE_INFINITY;
  const { all, parts } = countAnswers(answer, MAX_ANSWERS_AT_ONCE);
  return all > MAX_ANSWERS_AT_ONCE ? parts : Number.POSITIVE_INFINITY;
}

function hasSection(answer: Answer): boolean {
  return answer.answers.some(({ kind }) => kind === 'section');
}

function openingBlocks(answer: Answer, { opening, fromPart }: Presentation): KnownBlock[] {
  return [
    ...(opening.length === 0 ? [] : [paragraphBlock(...opening)]),
    ...(answer.understoodAs === undefined ? [] : [contextBlock(ANSWER.understoodAs(answer.understoodAs))]),
    ...(fromPart === undefined ? [] : [contextBlock(ANSWER.continued)]),
  ];
}

type Rest = { readonly next: number; readonly count: number };

function tailBlocks(answer: Answer, presentation: Presentation, rest: Rest): KnownBlock[] {
  const isFirstPage = (presentation.fromPart ?? 0) === 0;
  const asksBack = answer.status === 'clarify';
  return [
    ...readingBlocks(answer),
    ...(presentation.progress === undefined ? [] : [contextBlock(presentation.progress)]),
    ...actionsBlocks(answerElements(answer, presentation, rest)),
    ...(presentation.sharing === 'done' ? [contextBlock(ANSWER.shared)] : []),
    ...(presentation.surface === 'message' && isFirstPage && !asksBack ? [ratingBlock(presentation)] : []),
  ];
}

/** The readings of an ambiguous question: as buttons, listed above them when they are too long to stand on one. */
function readingBlocks({ choices, status }: Answer): KnownBlock[] {
  const offered = offerReadings(choices).map((choice) => ({ ...choice, label: widenMarks(choice.label) }));
  if (offered.length === 0) return [];
  const areShort = offered.every(({ label }) => fitsButton(label));
  const buttons = offered.map(({ label, question }, index) =>
    button({
      label: areShort ? label : BUTTONS.reading(index + 1),
      action: numbered(ACTIONS.ask, index),
      value: { ask: question },
    }),
  );
  const list = offered.map(({ label }, index) => ANSWER.reading(BUTTONS.reading(index + 1), label));
  // A question back says itself what the buttons are for.
  const lead = status === 'clarify' ? [] : [paragraphBlock(ANSWER.otherReadings)];
  return [...lead, ...(areShort ? [] : [bulletBlock(list)]), ...actionsBlocks(buttons)];
}

/** The first readings that can be offered whole, best first. */
function offerReadings(choices: readonly Choice[]): readonly Choice[] {
  let characters = 0;
  return choices.slice(0, LIMITS.actionsElements).filter(({ label, question }) => {
    const size = label.length + encodeValue({ ask: question }).length;
    if (characters + size > MAX_READING_CHARACTERS) return false;
    characters += size;
    return true;
  });
}

/** One row: sharing and reading on, and everything else behind a menu. */
function answerElements(
  answer: Answer,
  { questionId: q, sharing, rating }: Presentation,
  rest: Rest,
): (Button | Overflow)[] {
  const unit = hasSection(answer) ? ANSWER.points : ANSWER.answers;
  const isAnswered = answer.status === 'answered';
  const showRest = () =>
    button({
      label: BUTTONS.showRest(rest.count, unit),
      action: ACTIONS.showRest,
      value: { q, from: rest.next },
    });
  const share = () =>
    button({ label: BUTTONS.share, action: ACTIONS.share, value: { q, ...(rating ? { rating } : {}) } });
  return [
    ...(rest.count === 0 ? [] : [showRest()]),
    ...(sharing === 'offered' && isAnswered ? [share()] : []),
    ...(quotesOf(answer).length === 0
      ? []
      : [button({ label: BUTTONS.showContext, action: ACTIONS.showContext, value: { q } })]),
    // Who got no answer needs a person more than anything else; who asked nothing needs to see what can be asked.
    ...(asksNothing(answer) ? [outlineButton()] : []),
    ...(isAnswered || asksNothing(answer)
      ? []
      : [button({ label: BUTTONS.needsPerson, action: ACTIONS.callPerson, value: { q } })]),
    overflowMenu(ACTIONS.answerMenu, menuOptions(answer, q)),
  ];
}

/** Whether what was written was no question that a person could answer instead: a greeting, thanks, a sign. */
const asksNothing = ({ reason }: Answer): boolean => reason === 'empty' || reason === 'not-a-question';

const outlineButton = (): Button =>
  button({ label: BUTTONS.outline, action: ACTIONS.openOutline, value: { node: '' } });

function menuOptions(answer: Answer, q: string) {
  const isAnswered = answer.status === 'answered';
  const option = (label: string, pick: MenuPick) => ({ label, value: { q, pick } });
  return [
    ...(isAnswered ? [option(BUTTONS.wrongNumber, 'wrong-number')] : []),
    ...(isAnswered ? [option(BUTTONS.needsPerson, 'needs-person')] : []),
    ...(quotesOf(answer).length > 0 ? [option(BUTTONS.cite, 'cite')] : []),
    option(BUTTONS.source, 'source'),
  ];
}

/** The thumbs, or thanks in their place once one was pressed. */
function ratingBlock({ questionId: q, sharing, rating }: Presentation): KnownBlock {
  if (rating !== undefined)
    return contextBlock(rating === 'helpful' ? FEEDBACK.thanks : FEEDBACK.thanksWrong);
  const value = (given: Rating) => encodeValue({ q, rating: given, sharing });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.rate,
        positive_button: { text: plainText(BUTTONS.helpful), value: value('helpful') },
        negative_button: { text: plainText(BUTTONS.notHelpful), value: value('not-helpful') },
      },
    ],
  };
}
