import type { Button, ContextActionsBlock, KnownBlock } from '@slack/types';
import type { Answer, Choice } from '../../answering/answer.ts';
import { encodeValue } from '../button-values.ts';
import { ACTIONS, numbered } from '../ids.ts';
import { ANSWER, BUTTONS } from '../messages.ts';
import { answerParts, countParts, type ReportTitles } from './answer-parts.ts';
import {
  actionsBlocks,
  bulletBlock,
  button,
  contextBlock,
  fitsButton,
  paragraphBlock,
  plainText,
  type Run,
} from './elements.ts';
import { LIMITS, MAX_ANSWERS_AT_ONCE, MAX_PLACES, MAX_READING_CHARACTERS } from './limits.ts';
import { countCharacters, escapeText, type Message, type Part } from './message.ts';

/** How an answer is presented; what it says is the same everywhere. */
export type Presentation = {
  /** Id under which the question is kept, for the buttons. */
  readonly questionId: string;
  readonly titleOf: ReportTitles;
  /** Line above the answer: the question, and who asked it. */
  readonly opening: readonly Run[];
  /** Whether “分享到频道” makes sense here: the answer is private and there is a channel. */
  readonly isShareable: boolean;
  /** Feedback buttons exist in messages only, not in the App Home. */
  readonly surface: 'message' | 'home';
  /** The part to begin with, when the earlier ones have been shown. */
  readonly fromPart?: number;
};

/** The message for an answer, a refusal or a question back, within Slack's limits whatever its size. */
export function answerMessage(answer: Answer, presentation: Presentation): Message {
  const from = presentation.fromPart ?? 0;
  const parts = answerParts(answer, presentation.titleOf).slice(from);
  const head = openingBlocks(answer, presentation);
  // The tail is measured with its largest “显示其余” button, so that the real one is sure to fit.
  const reserved = tailBlocks(answer, presentation, { next: from + parts.length, count: parts.length });
  const isFirstPage = from === 0 && answer.answers.length > MAX_ANSWERS_AT_ONCE;
  const maxParts = isFirstPage ? countParts(answer, MAX_ANSWERS_AT_ONCE) : parts.length;
  const shown = takeFitting(parts.slice(0, maxParts), [...head, ...reserved]);
  const rest = { next: from + shown.length, count: parts.length - shown.length };
  return {
    text: escapeText(shown.map(({ text }) => text).join('\n')),
    blocks: [...head, ...shown.flatMap(({ blocks }) => blocks), ...tailBlocks(answer, presentation, rest)],
  };
}

function hasSection(answer: Answer): boolean {
  return answer.answers.some(({ kind }) => kind === 'section');
}

/** As many of the first parts as fit beside the other blocks. */
function takeFitting(parts: readonly Part[], others: readonly KnownBlock[]): readonly Part[] {
  let blocks = others.length;
  let characters = countCharacters(others);
  const firstTooMany = parts.findIndex((part) => {
    blocks += part.blocks.length;
    characters += countCharacters(part.blocks);
    return blocks > LIMITS.messageBlocks || characters > LIMITS.messageCharacters;
  });
  return firstTooMany === -1 ? parts : parts.slice(0, firstTooMany);
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
  return [
    ...readingBlocks(answer),
    ...actionsBlocks([...placeButtons(answer), ...answerButtons(answer, presentation, rest)]),
    ...(presentation.surface === 'message' && answer.status !== 'clarify'
      ? [ratingBlock(presentation.questionId)]
      : []),
    contextBlock(
      answer.status === 'answered'
        ? ANSWER.quotedFrom(answer.knowledgeVersion)
        : ANSWER.version(answer.knowledgeVersion),
    ),
  ];
}

/** The readings of an ambiguous question: as buttons, listed above them when they are too long to stand on one. */
function readingBlocks({ choices, status }: Answer): KnownBlock[] {
  const offered = offerReadings(choices);
  if (offered.length === 0) return [];
  const areShort = offered.every(({ label }) => fitsButton(label));
  const buttons = offered.map(({ label, question }, index) =>
    button({
      label: areShort ? label : BUTTONS.reading(index + 1),
      action: numbered(ACTIONS.ask, index),
      value: { ask: question },
    }),
  );
  const list = offered.map(({ label }, index) => `${BUTTONS.reading(index + 1)}:${label}`);
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

function placeButtons({ nearest }: Answer): Button[] {
  return nearest.slice(0, MAX_PLACES).map(({ source, start, end }, index) =>
    button({
      label: nearest.length === 1 ? BUTTONS.read : BUTTONS.place(index + 1),
      action: numbered(ACTIONS.openPlace, index),
      value: { source, start, end },
    }),
  );
}

function answerButtons(answer: Answer, { questionId: q, isShareable }: Presentation, rest: Rest): Button[] {
  const quoted = answer.answers.flatMap((item, n) => (item.kind === 'section' ? [] : [n]));
  const unit = hasSection(answer) ? ANSWER.points : ANSWER.answers;
  return [
    ...(rest.count === 0
      ? []
      : [
          button({
            label: BUTTONS.showRest(rest.count, unit),
            action: ACTIONS.showRest,
            value: { q, from: rest.next },
          }),
        ]),
    ...(isShareable && answer.status === 'answered'
      ? [button({ label: BUTTONS.share, action: ACTIONS.share, value: { q } })]
      : []),
    ...quoted.slice(0, MAX_ANSWERS_AT_ONCE).map((n) =>
      button({
        label: answer.answers.length === 1 ? BUTTONS.showContext : BUTTONS.showContextOf(n + 1),
        action: numbered(ACTIONS.showContext, n),
        value: { q, n },
      }),
    ),
    ...(answer.status === 'answered'
      ? [button({ label: BUTTONS.wrongNumber, action: ACTIONS.reportNumber, value: { q } })]
      : []),
    button({ label: BUTTONS.needsPerson, action: ACTIONS.callPerson, value: { q } }),
  ];
}

function ratingBlock(q: string): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.rate,
        positive_button: { text: plainText(BUTTONS.helpful), value: encodeValue({ q, rating: 'helpful' }) },
        negative_button: {
          text: plainText(BUTTONS.notHelpful),
          value: encodeValue({ q, rating: 'not-helpful' }),
        },
      },
    ],
  };
}
