import type { KnownBlock } from '@slack/types';
import type { Digest } from '../../targets/digest.ts';
import { attentionLines } from '../../targets/digest-attention.ts';
import {
  changeText,
  DIGEST_WORDS,
  MILESTONE_NOUN,
  NUMERIC_NOUN,
  numberText,
  summaryText,
  titleText,
} from '../../targets/digest-wording.ts';
import { actionsBlocks, bulletBlock, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { LIMITS } from '../blocks/limits.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import { listButton, targetButton } from '../targets/target-blocks.ts';
import { ATTENTION_STATUSES, ME, NO_FILTER } from '../targets/target-filter.ts';
import { TARGET_ACTIONS } from '../targets/target-ids.ts';
import { TARGET_BUTTONS } from '../targets/target-messages.ts';
import { encodeTargetValue } from '../targets/target-values.ts';
import { chartBlocks, tableBlocks } from './digest-figures.ts';
import { type DigestBlock, isRichBlock } from './rich-blocks.ts';

/** A digest as Slack gets it, and the same without the block types Slack may refuse. */
export type DigestMessage = {
  readonly text: string;
  readonly blocks: readonly DigestBlock[];
  readonly plainBlocks: readonly KnownBlock[];
};

export type DigestOptions = {
  /** Posted so long after its time that readers are told. */
  readonly isLate: boolean;
  /** Whose sections the buttons show; null for a preview of everything. */
  readonly subscriptionId: string | null;
};

/** How many lines of each list are shown; the rest is counted. Tried in order until the message fits. */
const CAPS = [12, 8, 5, 3, 1, 0] as const;

/** Numeric targets are the core of a digest: this many more of them than of other lines. */
const MORE_NUMBERS = 8;

/** Longest stretch of a note or a quote on one line of the digest. */
const MAX_LINE = 200;

/** Lines of what needs attention in a notification. */
const BRIEF_LINES = 5;

/** Builds the message. Its size is bounded whatever the number of targets, changes and remarks. */
export function buildDigestMessage(digest: Digest, options: DigestOptions): DigestMessage {
  const text = fallbackText(digest, options);
  for (const cap of CAPS) {
    const plainBlocks = layOut(digest, options, { cap, style: 'text' });
    const blocks = layOut(digest, options, { cap, style: 'rich' });
    if (fits(plainBlocks) && fits(blocks)) return { text, blocks, plainBlocks: plainBlocks.filter(isPlain) };
  }
  const plainBlocks = [
    ...opening(digest, options),
    contextBlock(DIGEST_WORDS.more(digest.targets.length)),
    ...buttons(options),
  ];
  return { text, blocks: plainBlocks, plainBlocks };
}

function isPlain(block: DigestBlock): block is KnownBlock {
  return !isRichBlock(block);
}

function fits(blocks: readonly DigestBlock[]): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters;
}

/** What a notification and a screen reader get: the whole message in brief. */
function fallbackText(digest: Digest, { isLate }: DigestOptions): string {
  const { lines, silent } = attentionLines(digest, markPerson);
  const brief = [
    titleText(digest),
    ...(isLate ? [DIGEST_WORDS.late] : []),
    summaryText(digest.counts.numeric, NUMERIC_NOUN),
    summaryText(digest.counts.milestone, MILESTONE_NOUN),
    ...lines.slice(0, BRIEF_LINES).map(({ text }) => text),
    ...silent,
  ];
  return escapeMarked(brief.join('\n'));
}

function opening(digest: Digest, { isLate }: DigestOptions): KnownBlock[] {
  return [
    headerBlock(titleText(digest)),
    ...(isLate ? [contextBlock(DIGEST_WORDS.late)] : []),
    paragraphBlock(
      { bold: summaryText(digest.counts.numeric, NUMERIC_NOUN) },
      `\n${summaryText(digest.counts.milestone, MILESTONE_NOUN)}`,
    ),
  ];
}

function layOut(
  digest: Digest,
  options: DigestOptions,
  { cap, style }: { readonly cap: number; readonly style: 'rich' | 'text' },
): DigestBlock[] {
  const quotes = new Map(digest.targets.map(({ id, quote }) => [id, quote]));
  const withQuote = (id: string, line: string): string =>
    `${shorten(line)}\n${DIGEST_WORDS.quote}：“${quotes.get(id) ?? ''}”`;
  const changes = digest.changes.map((change) => withQuote(change.id, changeText(change, markPerson)));
  const numeric = digest.targets.filter(({ kind }) => kind === 'numeric');
  const shown = cap + MORE_NUMBERS;
  const withSentence = new Set(numeric.slice(0, shown).map(({ id }) => id));
  const attention = attentionLines(digest, markPerson, (id) => withSentence.has(id));
  const numbers = numeric.map((target) => withQuote(target.id, numberText(target, markPerson)));
  const isHeard = digest.targets.some(({ latest }) => latest !== null);
  return [
    ...opening(digest, options),
    ...listBlocks(DIGEST_WORDS.changes(digest.since), changes, { cap, empty: DIGEST_WORDS.noChanges }),
    ...listBlocks(
      DIGEST_WORDS.attention,
      attention.lines.map(({ id, text }) => withQuote(id, text)),
      { cap, empty: isHeard ? DIGEST_WORDS.noAttention : DIGEST_WORDS.unheard },
    ),
    ...attention.silent.map((line) => paragraphBlock(...markedRuns(line))),
    ...(style === 'rich' ? chartBlocks(numeric) : []),
    ...(style === 'rich'
      ? tableBlocks(numeric.slice(0, shown), numeric.length)
      : listBlocks(DIGEST_WORDS.numbers, numbers, { cap: shown, empty: '' })),
    ...buttons(options),
    contextBlock(DIGEST_WORDS.basis(digest.asOf, digest.knowledgeVersion)),
  ];
}

/** The rest is behind these: what they show, only the person who presses sees. */
function buttons({ subscriptionId }: DigestOptions): KnownBlock[] {
  const filter = { ...NO_FILTER, subscriptionId };
  return actionsBlocks([
    listButton({
      label: TARGET_BUTTONS.attention,
      index: 0,
      filter: { ...filter, statuses: ATTENTION_STATUSES },
    }),
    listButton({ label: TARGET_BUTTONS.mine, index: 1, filter: { ...filter, ownerId: ME } }),
    listButton({ label: TARGET_BUTTONS.all, index: 2, filter }),
    targetButton({
      label: TARGET_BUTTONS.record,
      action: TARGET_ACTIONS.record,
      value: encodeTargetValue('recordTarget', { target: null }),
    }),
  ]);
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

function listBlocks(
  title: string,
  lines: readonly string[],
  { cap, empty }: { readonly cap: number; readonly empty: string },
): KnownBlock[] {
  if (lines.length === 0) return empty === '' ? [] : [paragraphBlock({ bold: title }), paragraphBlock(empty)];
  const shown = lines.slice(0, cap);
  const rest = lines.length - shown.length;
  return [
    paragraphBlock({ bold: title }),
    ...(shown.length > 0 ? [bulletBlock(shown.map(markedRuns))] : []),
    ...(rest > 0 ? [contextBlock(DIGEST_WORDS.more(rest))] : []),
  ];
}
