import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answering/answer.ts';
import { widenMarks } from '../../answering/chinese-marks.ts';
import type { KeptChange } from '../../knowledge/changes.ts';
import { inQuotes } from '../../targets/in-quotes.ts';
import { fullPlace, type ReportTitles } from '../blocks/citations.ts';
import { actionsBlocks, bulletBlock, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { numbered } from '../ids.ts';
import { ANSWER } from '../messages.ts';
import { targetButton } from '../targets/target-blocks.ts';
import { KNOWLEDGE_ACTIONS } from './knowledge-ids.ts';
import { dayOf } from './knowledge-messages.ts';
import { encodeKnowledgeValue } from './knowledge-values.ts';
import type { Reviewed } from './review-list.ts';
import { changeText, REASONS, REVIEW, REVIEW_BUTTONS } from './review-messages.ts';

/** Questions shown at once: each has up to two quotes and a row of buttons. */
export const REVIEW_PAGE_SIZE = 4;
const MAX_NEAREST = 2;
const MAX_QUOTE_CHARS = 160;
const MAX_TAUGHT = 6;
const MAX_COMMENT_CHARS = 200;

/** The questions to go through, with what comes nearest and what can be taught; below, what was taught and by whom. */
export function reviewMessage(review: {
  readonly shown: readonly Reviewed[];
  readonly next: number;
  readonly rest: number;
  readonly changes: readonly KeptChange[];
  readonly titleOf: ReportTitles;
}): Message {
  const { shown, next, rest, changes, titleOf } = review;
  const taught = changes.filter(isTaught).slice(-MAX_TAUGHT).reverse();
  return {
    text: escapeText(
      [REVIEW.title, ...(shown.length === 0 ? [REVIEW.none] : shown.map(({ askedAs }) => askedAs))].join(
        '\n',
      ),
    ),
    blocks: [
      headerBlock(REVIEW.title),
      ...(shown.length === 0 ? [paragraphBlock(REVIEW.none)] : []),
      ...shown.flatMap((item, index) => itemBlocks(item, index, titleOf)),
      ...(rest > 0
        ? actionsBlocks([
            targetButton({
              label: REVIEW_BUTTONS.more(rest),
              action: KNOWLEDGE_ACTIONS.nextReview,
              value: encodeKnowledgeValue('page', { from: next }),
            }),
          ])
        : []),
      ...(taught.length > 0 ? [headerBlock(REVIEW.taughtTitle), ...taught.flatMap(taughtBlocks)] : []),
      contextBlock(REVIEW.keptOf),
    ],
  };
}

function itemBlocks(item: Reviewed, index: number, titleOf: ReportTitles): KnownBlock[] {
  const { kind, question, askedAs, count, lastAt, comments, answer } = item;
  const value = encodeKnowledgeValue('question', { question });
  const told =
    kind === 'unanswered'
      ? `${REVIEW.unanswered(count, dayOf(lastAt))}；${reasonOf(answer)}`
      : REVIEW.wrong(comments.map((comment) => shorten(comment, MAX_COMMENT_CHARS)));
  const quotes = nearestOf(answer, titleOf);
  return [
    paragraphBlock(
      { bold: askedAs },
      askedAs === question ? '' : `\n${ANSWER.understoodAs(question)}`,
      `\n${told.replace(/；$/u, '')}`,
    ),
    quotes.length === 0 ? contextBlock(REVIEW.noNearest) : bulletBlock(quotes.map((quote) => [quote])),
    ...actionsBlocks([
      targetButton({
        label: REVIEW_BUTTONS.word,
        action: numbered(KNOWLEDGE_ACTIONS.teachWord, index),
        value,
      }),
      targetButton({
        label: REVIEW_BUTTONS.name,
        action: numbered(KNOWLEDGE_ACTIONS.teachName, index),
        value,
      }),
      targetButton({
        label: REVIEW_BUTTONS.absent,
        action: numbered(KNOWLEDGE_ACTIONS.teachAbsent, index),
        value,
        confirm: { title: REVIEW.absentTitle, text: REVIEW.absentText },
      }),
      ...(kind === 'wrong-number'
        ? [
            targetButton({
              label: REVIEW_BUTTONS.settled,
              action: numbered(KNOWLEDGE_ACTIONS.settle, index),
              value,
            }),
          ]
        : []),
    ]),
  ];
}

/** Why it was refused: which word stands nowhere, or else the reason in a few words. */
function reasonOf({ reason, missing }: Answer): string {
  if (reason === 'not-covered' && missing.length > 0) return REVIEW.notFound(missing.map(inQuotes));
  return reason === undefined ? '' : REASONS[reason];
}

function nearestOf(answer: Answer, titleOf: ReportTitles): string[] {
  const [first] = answer.answers;
  const said = first ? [REVIEW.answered(widenMarks(first.text))] : [];
  const near = first ? [first] : answer.nearest.slice(0, MAX_NEAREST);
  return [
    ...said,
    ...near.flatMap(({ quote, ...place }) =>
      quote === undefined ? [] : [`「${shorten(quote, MAX_QUOTE_CHARS)}」（${fullPlace(place, titleOf)}）`],
    ),
  ];
}

/** The beginning of a text, cut at a mark, so that no number is cut. */
function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const head = text.slice(0, maxChars);
  const cut = Math.max(...['，', ',', '、', '。', '；', ';'].map((mark) => head.lastIndexOf(mark)));
  return `${cut > 0 ? head.slice(0, cut) : ''}……`;
}

const isTaught = ({ change, undone }: KeptChange): boolean =>
  undone === null && ['word', 'name', 'absent'].includes(change.kind);

/** What was taught, by whom and when, with the button that takes it back. */
function taughtBlocks({ seq, change, by, at }: KeptChange): KnownBlock[] {
  return [
    paragraphBlock(`${changeText(change)}\n${REVIEW.by}`, { user: by }, REVIEW.on(dayOf(at))),
    ...actionsBlocks([undoButton(seq)]),
  ];
}

export function undoButton(seq: number) {
  return targetButton({
    label: REVIEW_BUTTONS.undo,
    action: numbered(KNOWLEDGE_ACTIONS.undoChange, seq),
    value: encodeKnowledgeValue('change', { seq }),
  });
}
