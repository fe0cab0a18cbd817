import type { KnownBlock } from '@slack/types';
import { buildDigest, type DigestTarget } from '../../targets/digest.ts';
import {
  baselineText,
  CONFIDENCE_WORDS,
  entryText,
  exceptionText,
  expectedText,
  goalText,
  STATE_WORDS,
  STATUS_LABELS,
  shareText,
  statusText,
} from '../../targets/digest-wording.ts';
import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import {
  actionsBlocks,
  contextBlock,
  headerBlock,
  paragraphBlock,
  quoteBlock,
  type Run,
} from '../blocks/elements.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import type { DigestBlock } from '../digests/rich-blocks.ts';
import { peopleRuns, personRun } from './people.ts';
import { recordButton, shortenLine, targetButton } from './target-blocks.ts';
import { chartBlocks, pointsText, readPoints } from './target-card-chart.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { CARD, TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** Entries shown on a card; the export has them all. */
const MAX_ENTRIES = 8;

export type RichMessage = {
  readonly text: string;
  readonly blocks: readonly DigestBlock[];
  /** The same without the block types Slack may refuse. */
  readonly plainBlocks: readonly KnownBlock[];
};

export type CardContent = {
  readonly target: Target;
  readonly history: readonly Entry[];
  readonly owners: readonly string[];
  readonly today: LocalDate;
  readonly knowledgeVersion: string;
  /** Whether whoever looks may assign owners and adjust, and which entries they may take back. */
  readonly mayManage: boolean;
  readonly mayUndo: (entry: Entry) => boolean;
};

/** A target's card: its sentence, where it stands, what was said about it, and what can be done. */
export function targetCardMessage(content: CardContent): RichMessage {
  const { target, history, owners } = content;
  const shown = describe(content);
  const status = statusText(shown.status);
  const facts = factLines(target, shown);
  const points = readPoints(target, history);
  const plainBlocks: KnownBlock[] = [
    headerBlock(target.name),
    paragraphBlock({ bold: status }, ...markedRuns(exceptionText(shown, markPerson))),
    quoteBlock(target.quote),
    contextBlock(target.section),
    ...(facts.length > 0 ? [paragraphBlock(facts.join('\n'))] : []),
    paragraphBlock(CARD.owners, ...(owners.length > 0 ? peopleRuns(owners) : [CARD.noOwner])),
    ...(points.length > 1 ? [paragraphBlock(CARD.points, pointsText(target, points))] : []),
    paragraphBlock({ bold: CARD.history }),
    ...historyBlocks(target, history),
    ...actionsBlocks(cardButtons(content)),
  ];
  const chart = chartBlocks(target, points);
  return {
    text: escapeMarked(
      [target.name, `${status}${exceptionText(shown, markPerson)}`, target.quote, ...facts].join('\n'),
    ),
    plainBlocks,
    blocks: [...plainBlocks.slice(0, -1), ...chart, ...plainBlocks.slice(-1)],
  };
}

function describe({ target, history, owners, today, knowledgeVersion }: CardContent): DigestTarget {
  const { targets } = buildDigest({
    asOf: today,
    since: { asOf: today, knownBefore: null },
    knowledgeVersion,
    targets: [target],
    entries: history,
    owners: new Map([[target.id, owners]]),
  });
  const [shown] = targets;
  if (!shown) throw new Error('a digest of one target has one target');
  return shown;
}

function factLines(target: Target, shown: DigestTarget): string[] {
  const due = CARD.dueOn(target.dueOn);
  const { latest: entry, unit } = shown;
  const latest = entry ? CARD.latest(entryText(entry, unit), entry.asOf) : '';
  if (target.kind === 'milestone') {
    return [`${CARD.deliverable}${target.deliverable}`, due, ...(latest === '' ? [] : [latest])];
  }
  const progress = [expectedText(shown), shareText(shown)].filter((part) => part !== '').join('；');
  return [`${CARD.goal}${goalText(shown)}`, due, baselineText(shown), latest, progress].filter(
    (line) => line !== '',
  );
}

function historyBlocks(target: Target, history: readonly Entry[]): KnownBlock[] {
  if (history.length === 0) return [contextBlock(CARD.noHistory)];
  const cancelled = findCancelled(history);
  const unit = target.kind === 'numeric' ? target.unit : '';
  const recent = history.slice(-MAX_ENTRIES).toReversed();
  return [
    ...recent.map((entry) =>
      paragraphBlock(...entryRuns(entry, unit), cancelled.has(entry.seq) ? CARD.undone : ''),
    ),
    ...(history.length > recent.length ? [contextBlock(CARD.older(history.length - recent.length))] : []),
  ];
}

function entryRuns(entry: Entry, unit: string): Run[] {
  const note = entry.note === '' ? '' : `：“${shortenLine(entry.note)}”`;
  const sample = entry.origin === 'sample' ? CARD.sample : '';
  const evidence =
    'evidence' in entry && entry.evidence !== '' ? `；${CARD.evidence} ${shortenLine(entry.evidence)}` : '';
  return [
    `${CARD.entryHead(entry)} ${sample}${contentText(entry, unit)} · `,
    personRun(entry.recordedBy),
    `${note}${evidence}`,
  ];
}

/** What an entry says, in words. */
export function contentText(entry: Entry, unit: string): string {
  switch (entry.kind) {
    case 'value':
      return `${entry.value}${unit}（${CONFIDENCE_WORDS[entry.confidence]}）${correction(entry.corrects)}`;
    case 'state':
      return `${STATE_WORDS[entry.state]}（${CONFIDENCE_WORDS[entry.confidence]}）${correction(entry.corrects)}`;
    case 'override':
      return `${CARD.override}：${STATUS_LABELS[entry.status].word}`;
    case 'pause':
      return CARD.pausedSince;
    case 'resume':
      return CARD.resumed;
    case 'undo':
      return CARD.undoOf(entry.undoes);
  }
}

const correction = (corrects: number | null): string =>
  corrects === null ? '' : `，${CARD.correctionOf(corrects)}`;

/** Nobody is offered what they may not do; recording is open to all, as a proposal where need be. */
function cardButtons({ target, history, mayManage, mayUndo }: CardContent) {
  const cancelled = findCancelled(history);
  const latest = history.findLast((entry) => isMeasurement(entry) && !cancelled.has(entry.seq));
  const value = encodeTargetValue('target', { target: target.id });
  return [
    recordButton(target.id),
    ...(latest && mayUndo(latest)
      ? [
          targetButton({
            label: TARGET_BUTTONS.correctLatest,
            action: TARGET_ACTIONS.correct,
            value: encodeTargetValue('entry', { target: target.id, seq: latest.seq }),
          }),
          targetButton({
            label: TARGET_BUTTONS.undoLatest,
            action: TARGET_ACTIONS.undo,
            value: encodeTargetValue('entry', { target: target.id, seq: latest.seq }),
          }),
        ]
      : []),
    ...(mayManage
      ? [
          targetButton({ label: TARGET_BUTTONS.assign, action: TARGET_ACTIONS.assign, value }),
          targetButton({ label: TARGET_BUTTONS.adjust, action: TARGET_ACTIONS.adjust, value }),
        ]
      : []),
  ];
}
