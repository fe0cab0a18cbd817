import type { KnownBlock } from '@slack/types';
import type { Digest } from '../../targets/digest.ts';
import { splitAttention } from '../../targets/digest-attention.ts';
import { type DigestContent, readDigestContent } from '../../targets/digest-content.ts';
import { DIGEST_WORDS, numberText } from '../../targets/digest-wording.ts';
import {
  actionsBlocks,
  bulletBlock,
  contextBlock,
  foldedBlock,
  headerBlock,
  paragraphBlock,
} from '../blocks/elements.ts';
import { LIMITS } from '../blocks/limits.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import { shownCount } from '../blocks/shown-count.ts';
import { listButton, targetButton } from '../targets/target-blocks.ts';
import { ME, NO_FILTER, type TargetFilter } from '../targets/target-filter.ts';
import { TARGET_ACTIONS } from '../targets/target-ids.ts';
import { TARGET_BUTTONS } from '../targets/target-messages.ts';
import { encodeTargetValue } from '../targets/target-values.ts';
import { chartBlocks, tableBlocks, toleranceBlocks } from './digest-figures.ts';
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
  /** Made for a day that has not come: nothing in it can be later than today. */
  readonly isAhead?: boolean;
  /** Made for a day that is past: what its buttons show has moved on. */
  readonly isPast?: boolean;
  /** Whose sections the buttons show; null for a preview of everything. */
  readonly subscriptionId: string | null;
  /** What words narrowed a preview to: its buttons show and export the same. */
  readonly narrowedBy?: TargetFilter;
};

/** Lines of each list; the rest is behind the buttons. Tried in order until the message fits. */
const CAPS = [5, 3, 1, 0] as const;

/** A phone screen of rows; all of them are behind a button. */
const MAX_ROWS = 8;

/** Changes that open below the first ones. */
const MAX_FOLDED = 30;

/** Longest stretch of a note on one line of the digest. */
const MAX_LINE = 160;

/** Builds the message. Its size is bounded whatever the number of targets, changes and remarks. */
export function buildDigestMessage(digest: Digest, options: DigestOptions): DigestMessage {
  const content = readDigestContent(digest, markPerson);
  const text = fallbackText(content, options);
  for (const cap of CAPS) {
    const plainBlocks = layOut(content, options, { cap, style: 'text' });
    const blocks = layOut(content, options, { cap, style: 'rich' });
    if (fits(plainBlocks) && fits(blocks)) return { text, blocks, plainBlocks: plainBlocks.filter(isPlain) };
  }
  const plainBlocks = [...opening(content, options), ...buttons(content, options)];
  return { text, blocks: plainBlocks, plainBlocks };
}

function isPlain(block: DigestBlock): block is KnownBlock {
  return !isRichBlock(block);
}

function fits(blocks: readonly DigestBlock[]): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters;
}

/** What a notification and a screen reader get: the whole message in brief. */
function fallbackText(content: DigestContent, options: DigestOptions): string {
  const { title, headline, attention, changes, numbers, samples, markOf } = content;
  const brief = [
    title,
    headline,
    ...remarks(options),
    ...samples,
    ...attention.slice(0, CAPS[0]).map(shorten),
    ...changes.slice(0, CAPS[0]).map(shorten),
    ...numbers.slice(0, MAX_ROWS).map((target) => numberText(target, markOf(target))),
  ];
  return escapeMarked(brief.join('\n'));
}

/** What is unusual about the time it is made for. */
function remarks({ isLate, isAhead = false }: DigestOptions): readonly string[] {
  return [...(isLate ? [DIGEST_WORDS.late] : []), ...(isAhead ? [DIGEST_WORDS.ahead] : [])];
}

function opening({ title, headline, selection }: DigestContent, options: DigestOptions): KnownBlock[] {
  return [
    headerBlock(title),
    ...remarks(options).map((remark) => contextBlock(remark)),
    ...(selection === '' ? [] : [paragraphBlock(...markedRuns(selection))]),
    paragraphBlock({ bold: headline }),
  ];
}

function layOut(
  content: DigestContent,
  options: DigestOptions,
  { cap, style }: { readonly cap: number; readonly style: 'rich' | 'text' },
): DigestBlock[] {
  if (content.isEmpty) {
    const isHeardLater = content.digest.targets.some(({ isReportedLater }) => isReportedLater);
    return [
      ...opening(content, options),
      // Whoever narrowed it to what nobody reported asks who should have.
      ...(content.selection === '' ? [] : content.people.map((line) => paragraphBlock(...markedRuns(line)))),
      ...buttons(content, options),
      ...(isHeardLater ? [contextBlock(DIGEST_WORDS.basis(content.digest))] : []),
    ];
  }
  const { digest, attention, people, unchanged, numbers, unreported, samples, markOf } = content;
  const rows = numbers.slice(0, shownCount(numbers.length, MAX_ROWS));
  const left = numbers.length - rows.length;
  const table =
    style === 'rich'
      ? tableBlocks(rows, markOf)
      : listBlocks(
          DIGEST_WORDS.numbers,
          rows.map((target) => numberText(target, markOf(target))),
          rows.length,
        );
  return [
    ...opening(content, options),
    ...samples.map((text) => contextBlock(text)),
    ...(attention.length > 0
      ? listBlocks(DIGEST_WORDS.attention, attention, cap, DIGEST_WORDS.moreAttention)
      : [contextBlock(content.calm)]),
    ...people.map((line) => paragraphBlock(...markedRuns(line))),
    ...changeBlocks(content, { cap, style }),
    ...(unchanged.length > 0 ? [contextBlock(DIGEST_WORDS.unchanged(unchanged))] : []),
    ...(digest.changes.length === 0 ? [contextBlock(DIGEST_WORDS.noChanges(digest.since))] : []),
    ...(style === 'rich' ? chartBlocks(rows) : []),
    ...table,
    ...(left > 0 ? [contextBlock(DIGEST_WORDS.more(left))] : []),
    ...(unreported > 0 ? [contextBlock(DIGEST_WORDS.unreportedNumbers(unreported))] : []),
    ...toleranceBlocks(rows),
    ...buttons(content, options),
    contextBlock(DIGEST_WORDS.basis(digest)),
  ];
}

/** The first changes; the rest opens below them where Slack can do that, and is in the files where it cannot. */
function changeBlocks(
  { digest, changes }: DigestContent,
  { cap, style }: { readonly cap: number; readonly style: 'rich' | 'text' },
): KnownBlock[] {
  const count = shownCount(changes.length, cap);
  const title = DIGEST_WORDS.changes(digest.since);
  const rest = changes.slice(count, count + MAX_FOLDED);
  if (style === 'text' || cap < CAPS[0] || rest.length === 0)
    return listBlocks(title, changes, count, DIGEST_WORDS.moreInFiles);
  const left = changes.length - count - rest.length;
  const more = rest.map((line) => markedRuns(shorten(line)));
  return [
    ...listBlocks(title, changes.slice(0, count), count),
    foldedBlock(DIGEST_WORDS.moreChanges(changes.length - count), [
      bulletBlock(more),
      ...(left > 0 ? [contextBlock(DIGEST_WORDS.moreInFiles(left))] : []),
    ]),
  ];
}

/** The rest is behind these: what they show, only the person who presses sees. */
function buttons(content: DigestContent, options: DigestOptions): KnownBlock[] {
  const { digest } = content;
  if (digest.targets.length === 0) return [];
  const { subscriptionId, narrowedBy } = options;
  const filter = { ...(narrowedBy ?? NO_FILTER), subscriptionId };
  const { asOf, since, period } = digest;
  return actionsBlocks([
    ...(digest.attention.length > 0
      ? [
          listButton({
            label: options.isPast
              ? TARGET_BUTTONS.attentionNow
              : TARGET_BUTTONS.attentionOf(digest.attention.length, splitAttention(digest).silent.length),
            index: 0,
            filter: { ...filter, needsAttention: true },
          }),
        ]
      : []),
    ...(narrowedBy
      ? []
      : [listButton({ label: TARGET_BUTTONS.mine, index: 1, filter: { ...filter, ownerId: ME } })]),
    listButton({
      label: listLabel(content, options),
      index: 2,
      filter,
    }),
    targetButton({
      label: TARGET_BUTTONS.record,
      action: TARGET_ACTIONS.record,
      value: encodeTargetValue('recordTarget', { target: null }),
    }),
    targetButton({
      label: TARGET_BUTTONS.export,
      action: TARGET_ACTIONS.exportDigest,
      value: encodeTargetValue('exportDigest', {
        ...{ asOf, since, period, subscription: subscriptionId },
        filter: narrowedBy ?? null,
      }),
    }),
  ]);
}

function listLabel({ digest, selection }: DigestContent, { isPast = false }: DigestOptions): string {
  if (selection === '') return TARGET_BUTTONS.all;
  return isPast ? TARGET_BUTTONS.listNow : TARGET_BUTTONS.allOf(digest.targets.length);
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
  cap: number,
  more: (count: number) => string = DIGEST_WORDS.more,
): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, cap).map(shorten);
  const rest = lines.length - shown.length;
  return [
    paragraphBlock({ bold: title }),
    ...(shown.length > 0 ? [bulletBlock(shown.map(markedRuns))] : []),
    ...(rest > 0 ? [contextBlock(more(rest))] : []),
  ];
}
