import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Digest, DigestTarget } from '../../targets/digest.ts';
import {
  attentionLines,
  baselineText,
  changeText,
  DIGEST_WORDS,
  entryText,
  goalText,
  MILESTONE_NOUN,
  NUMERIC_NOUN,
  statusText,
  summaryText,
  targetText,
  titleText,
} from '../../targets/digest-wording.ts';
import { contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { LIMITS } from '../blocks/limits.ts';
import { escapeText } from '../blocks/message.ts';
import { type ChartBlock, type DataTableBlock, type DigestBlock, isRichBlock } from './rich-blocks.ts';

/** A digest as Slack gets it, and the same without the block types Slack may refuse. */
export type DigestMessage = {
  readonly text: string;
  readonly blocks: readonly DigestBlock[];
  readonly plainBlocks: readonly KnownBlock[];
};

/** How many lines of each list are shown; the rest is counted. Tried in order until the message fits. */
const CAPS = [12, 8, 5, 3, 1, 0] as const;

/** Bars that can be told apart on a phone; Slack takes 20. */
const MAX_BARS = 12;

/** Slack's maximum for a chart's labels. */
const MAX_LABEL = 20;

/** Longest stretch of a note or a quote on one line of the digest. */
const MAX_LINE = 200;

/** Builds the message. Its size is bounded whatever the number of targets, changes and remarks. */
export function buildDigestMessage(digest: Digest, isLate: boolean): DigestMessage {
  for (const cap of CAPS) {
    const plainBlocks = layOut(digest, isLate, cap, 'text');
    const blocks = layOut(digest, isLate, cap, 'rich');
    if (fits(plainBlocks) && fits(blocks)) {
      return { text: fallbackText(digest, isLate), blocks, plainBlocks: plainBlocks.filter(isPlainBlock) };
    }
  }
  const plainBlocks = [...opening(digest, isLate), contextBlock(DIGEST_WORDS.more(digest.targets.length))];
  return { text: fallbackText(digest, isLate), blocks: plainBlocks, plainBlocks };
}

function isPlainBlock(block: DigestBlock): block is KnownBlock {
  return !isRichBlock(block);
}

function fits(blocks: readonly DigestBlock[]): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters;
}

/** What a notification and a screen reader get: the whole message in brief. */
function fallbackText(digest: Digest, isLate: boolean): string {
  const { lines, rest } = attentionLines(digest, showId);
  const brief = [
    titleText(digest),
    ...(isLate ? [DIGEST_WORDS.late] : []),
    summaryText(digest.counts.numeric, NUMERIC_NOUN),
    summaryText(digest.counts.milestone, MILESTONE_NOUN),
    ...lines.slice(0, 5).map(({ text }) => text),
    ...(rest === '' ? [] : [rest]),
  ];
  return escapeText(brief.join('\n'));
}

/** In notifications nobody is called by a live mention. */
const showId = (userId: string): string => `@${userId}`;

/** Marks a person inside a line, between two characters no text has, until the line becomes elements. */
const showMention = (userId: string): string => `\ue000${userId}\ue001`;

function mentionList(lines: readonly string[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: lines.map((line) => ({ type: 'rich_text_section', elements: lineElements(line) })),
      },
    ],
  };
}

function lineElements(line: string): RichTextElement[] {
  return line.split(/(\ue000[^\ue001]*\ue001)/u).flatMap((piece): RichTextElement[] => {
    if (piece === '') return [];
    const id = /^\ue000([UW][A-Z0-9]+)\ue001$/u.exec(piece)?.[1];
    if (id !== undefined) return [{ type: 'user', user_id: id }];
    return [{ type: 'text', text: piece.replace(/[\ue000\ue001]/gu, '') }];
  });
}

function opening(digest: Digest, isLate: boolean): KnownBlock[] {
  return [
    headerBlock(titleText(digest)),
    ...(isLate ? [contextBlock(DIGEST_WORDS.late)] : []),
    paragraphBlock(
      { bold: summaryText(digest.counts.numeric, NUMERIC_NOUN) },
      `\n${summaryText(digest.counts.milestone, MILESTONE_NOUN)}`,
    ),
  ];
}

function layOut(digest: Digest, isLate: boolean, cap: number, style: 'rich' | 'text'): DigestBlock[] {
  const quotes = new Map(digest.targets.map(({ id, quote }) => [id, quote]));
  const withQuote = (id: string, line: string): string =>
    `${shorten(line)} ${DIGEST_WORDS.quote}:“${quotes.get(id) ?? ''}”`;
  const changes = digest.changes.map((change) => withQuote(change.id, changeText(change, showMention)));
  const { lines, rest } = attentionLines(digest, showMention);
  const attention = lines.map(({ id, text }) => withQuote(id, text));
  const numeric = digest.targets.filter(({ kind }) => kind === 'numeric');
  return [
    ...opening(digest, isLate),
    ...listBlocks(DIGEST_WORDS.changes(digest.since), changes, cap, DIGEST_WORDS.noChanges),
    ...listBlocks(DIGEST_WORDS.attention, attention, cap, rest === '' ? DIGEST_WORDS.noAttention : ''),
    ...(rest === '' ? [] : [contextBlock(rest)]),
    ...(style === 'rich' ? chartBlocks(numeric) : []),
    ...(style === 'rich'
      ? tableBlocks(numeric.slice(0, cap + 8), numeric.length)
      : listBlocks(
          DIGEST_WORDS.numbers,
          numeric.map((target) =>
            withQuote(
              target.id,
              [targetText(target, showMention), baselineText(target)].filter(Boolean).join(';'),
            ),
          ),
          cap + 8,
          '',
        )),
    contextBlock(DIGEST_WORDS.knowledge(digest.knowledgeVersion)),
  ];
}

/** A note may be long; a number is never cut, nor is a mention, so the cut is made outside both. */
function shorten(line: string): string {
  if (line.length <= MAX_LINE) return line;
  let end = MAX_LINE;
  while (
    end > 0 &&
    /[\d.,∶A-Z\ue000]/u.test(line.charAt(end - 1)) &&
    /[\d.,∶%A-Z\ue001]/u.test(line.charAt(end))
  )
    end -= 1;
  return `${line.slice(0, end)}…`;
}

function listBlocks(title: string, lines: readonly string[], cap: number, empty: string): KnownBlock[] {
  if (lines.length === 0) return empty === '' ? [] : [paragraphBlock({ bold: title }), paragraphBlock(empty)];
  const shown = lines.slice(0, cap);
  const rest = lines.length - shown.length;
  return [
    paragraphBlock({ bold: title }),
    ...(shown.length > 0 ? [mentionList(shown)] : []),
    ...(rest > 0 ? [contextBlock(DIGEST_WORDS.more(rest))] : []),
  ];
}

/** Progress beside expected progress, in per cent of the way; the same numbers stand in the table. */
function chartBlocks(targets: readonly DigestTarget[]): ChartBlock[] {
  const seen = new Set<string>();
  const bars = targets
    .flatMap(({ name, achievedShare, expectedShare }) => {
      const label = name.slice(0, MAX_LABEL);
      if (expectedShare === null || seen.has(label)) return [];
      seen.add(label);
      return [{ label, achieved: toPercent(achievedShare ?? 0), expected: toPercent(expectedShare) }];
    })
    .slice(0, MAX_BARS);
  if (bars.length === 0) return [];
  return [
    {
      type: 'data_visualization',
      title: DIGEST_WORDS.chart,
      chart: {
        type: 'bar',
        series: [
          {
            name: DIGEST_WORDS.achieved,
            data: bars.map(({ label, achieved }) => ({ label, value: achieved })),
          },
          {
            name: DIGEST_WORDS.expected,
            data: bars.map(({ label, expected }) => ({ label, value: expected })),
          },
        ],
        axis_config: { categories: bars.map(({ label }) => label), y_label: '%' },
      },
    },
  ];
}

/** Beyond 150 % a bar only makes the others small. */
const toPercent = (share: number): number => Math.round(Math.min(1.5, Math.max(0, share)) * 1000) / 10;

function tableBlocks(targets: readonly DigestTarget[], total: number): DigestBlock[] {
  if (targets.length === 0) return [];
  const cells = (texts: readonly string[]) =>
    texts.map((text) => ({ type: 'raw_text', text: text === '' ? '—' : text }) as const);
  const table: DataTableBlock = {
    type: 'data_table',
    caption: DIGEST_WORDS.numbers,
    rows: [
      cells(DIGEST_WORDS.columns),
      ...targets.map((target) =>
        cells([
          target.name,
          statusText(target.status),
          entryText(target.latest, target.unit),
          goalText(target),
          target.expected === null ? '' : `${target.expected}${target.unit}`,
          baselineText(target),
          target.quote,
        ]),
      ),
    ],
    page_size: 20,
    row_header_column_index: 0,
  };
  return [
    table,
    ...(total > targets.length ? [contextBlock(DIGEST_WORDS.more(total - targets.length))] : []),
  ];
}
