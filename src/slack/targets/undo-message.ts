import { dayText } from '../../targets/digest-wording.ts';
import { findCancelled, isMeasurement, selectEffective } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { targetButton } from './target-blocks.ts';
import { shortContent } from './target-card-message.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS, UNDO } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

type Undoable = { readonly target: Target; readonly history: readonly Entry[]; readonly today: LocalDate };

/** What an entry says and what would count without it, with the buttons that take it back or put it right. */
export function undoMessage(found: Undoable, entry: Measurement): Message {
  const { target } = found;
  const left = countedWithout(found, entry);
  const said = UNDO.ask(target.name, contentOf(entry, target), left && contentOf(left, target));
  const about = encodeTargetValue('entry', { target: target.id, seq: entry.seq });
  const card = encodeTargetValue('target', { target: target.id });
  return {
    text: escapeText(said),
    blocks: [
      paragraphBlock(said),
      ...actionsBlocks([
        targetButton({
          label: TARGET_BUTTONS.undo,
          action: TARGET_ACTIONS.undo,
          value: about,
          style: 'danger',
        }),
        targetButton({ label: TARGET_BUTTONS.correct, action: TARGET_ACTIONS.correct, value: about }),
        targetButton({ label: TARGET_BUTTONS.details, action: TARGET_ACTIONS.openCard, value: card }),
      ]),
    ],
  };
}

/** The newest entry of a target that stands and that somebody may take back. */
export function findUndoable(
  history: readonly Entry[],
  mayUndo: (entry: Entry) => boolean,
): Measurement | undefined {
  const cancelled = findCancelled(history);
  const latest = history.filter(isMeasurement).findLast(({ seq }) => !cancelled.has(seq));
  return latest && mayUndo(latest) ? latest : undefined;
}

/** What counts of a target when an entry is taken back; null when nothing does. */
export function countedWithout(
  { history, today }: Pick<Undoable, 'history' | 'today'>,
  { seq }: Entry,
): Measurement | null {
  const others = history.filter((entry) => entry.seq !== seq);
  return selectEffective(others, { asOf: today, knownBefore: null }).measurements.at(-1) ?? null;
}

/** What an entry says with its day, in words. */
export function contentOf(entry: Measurement, target: Target): string {
  return `${shortContent(entry, target.kind === 'numeric' ? target.unit : '')}（${dayText(entry.asOf)}）`;
}
