import type { ModalView } from '@slack/types';
import type { ReceivedFile } from '../../knowledge/changes.ts';
import type { ReadReport } from '../../knowledge/received-report.ts';
import {
  actionsBlocks,
  bulletBlock,
  contextBlock,
  headerBlock,
  paragraphBlock,
  plainText,
} from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { targetButton } from '../targets/target-blocks.ts';
import { INPUT_ELEMENT } from '../targets/target-ids.ts';
import { KNOWLEDGE_ACTIONS, KNOWLEDGE_INPUTS, KNOWLEDGE_VIEWS } from './knowledge-ids.ts';
import { KNOWLEDGE_BUTTONS, leftOutText, RECEIVE, REPORT_FORM, unreadText } from './knowledge-messages.ts';
import { encodeKnowledgeValue } from './knowledge-values.ts';

type Entry = ReceivedFile['entry'];

/** Headings and unread pages beyond these are counted. */
const MAX_HEADINGS = 8;
const MAX_UNREAD = 6;
const MAX_HEADING_CHARS = 40;

/** What was found in a received file, with the buttons that decide on it. */
export function draftMessage(draft: {
  readonly fileId: string;
  readonly name: string;
  readonly entry: Entry;
  readonly reading: Pick<ReadReport, 'pages' | 'rows' | 'found' | 'leftOut' | 'unread'>;
  readonly isTitleTaken: boolean;
}): Message {
  const { fileId, name, entry, reading, isTitleTaken } = draft;
  const { found, leftOut, unread } = reading;
  const headings = found.headings
    .slice(0, MAX_HEADINGS)
    .map((heading) => heading.slice(0, MAX_HEADING_CHARS));
  const missing = [
    ...(leftOut.length > 0 ? [`${RECEIVE.lines.leftOut}${leftOut.map(leftOutText).join('；')}`] : []),
    ...(unread.length > 0
      ? [`${RECEIVE.lines.unread}${unread.slice(0, MAX_UNREAD).map(unreadText).join('；')}`]
      : []),
  ];
  const lines = [
    ...entryLines(entry),
    RECEIVE.lines.found({ ...found, pages: reading.pages, rows: reading.rows }),
    ...(headings.length > 0
      ? [RECEIVE.lines.headings(headings, found.headings.length - headings.length)]
      : []),
    ...missing,
  ];
  return {
    text: escapeText(`${RECEIVE.title}：${name}\n${lines.join('\n')}`),
    blocks: [
      headerBlock(RECEIVE.title),
      paragraphBlock({ bold: name }),
      bulletBlock(lines),
      ...(isTitleTaken ? [paragraphBlock({ bold: RECEIVE.lines.sameTitle })] : []),
      ...decisionBlocks(fileId),
    ],
  };
}

/** What the catalogue will say, to be confirmed once more after it was changed. */
export function describedMessage(fileId: string, entry: Entry): Message {
  const lines = entryLines(entry);
  return {
    text: escapeText(`${RECEIVE.described(entry.title ?? entry.id)}\n${lines.join('\n')}`),
    blocks: [
      paragraphBlock(RECEIVE.described(entry.title ?? entry.id)),
      bulletBlock(lines),
      ...decisionBlocks(fileId),
    ],
  };
}

function entryLines({ title, places, years, kind, collection }: Entry): string[] {
  const { lines } = RECEIVE;
  return [
    title === undefined ? lines.noTitle : lines.title(title),
    places.length === 0 ? lines.noPlaces : lines.places(places),
    years.length === 0 ? lines.noYears : lines.years(years),
    ...(kind === undefined ? [] : [lines.sort(kind)]),
    ...(collection === undefined ? [] : [lines.collection(collection)]),
  ];
}

function decisionBlocks(fileId: string) {
  const value = encodeKnowledgeValue('file', { file: fileId });
  return [
    ...actionsBlocks([
      targetButton({
        label: KNOWLEDGE_BUTTONS.confirm,
        action: KNOWLEDGE_ACTIONS.confirmReport,
        value,
        style: 'primary',
      }),
      targetButton({ label: KNOWLEDGE_BUTTONS.describe, action: KNOWLEDGE_ACTIONS.describeReport, value }),
      targetButton({ label: KNOWLEDGE_BUTTONS.discard, action: KNOWLEDGE_ACTIONS.discardReport, value }),
    ]),
    contextBlock(RECEIVE.confirmNote),
  ];
}

const MAX_INPUT_CHARS = 200;

/** The form for what the catalogue says of a received file. */
export function reportForm(fileId: string, channel: string, entry: Entry): ModalView {
  const { labels } = REPORT_FORM;
  const input = (block: string, label: string, initial: string, isOptional: boolean) => ({
    type: 'input' as const,
    block_id: block,
    optional: isOptional,
    label: plainText(label),
    element: {
      type: 'plain_text_input' as const,
      action_id: INPUT_ELEMENT,
      max_length: MAX_INPUT_CHARS,
      ...(initial === '' ? {} : { initial_value: initial.slice(0, MAX_INPUT_CHARS) }),
    },
  });
  return {
    type: 'modal',
    callback_id: KNOWLEDGE_VIEWS.reportForm,
    private_metadata: encodeKnowledgeValue('reportForm', { file: fileId, channel }),
    title: plainText(REPORT_FORM.title),
    submit: plainText(REPORT_FORM.submit),
    close: plainText(REPORT_FORM.cancel),
    blocks: [
      input(KNOWLEDGE_INPUTS.title, labels.title, entry.title ?? '', false),
      input(KNOWLEDGE_INPUTS.places, labels.places, entry.places.join('、'), true),
      input(KNOWLEDGE_INPUTS.years, labels.years, entry.years.join('、'), true),
      input(KNOWLEDGE_INPUTS.sort, labels.sort, entry.kind ?? '', true),
      input(KNOWLEDGE_INPUTS.collection, labels.collection, entry.collection ?? '', true),
    ],
  };
}
