import { findCancelled, isMeasurement, selectEffective } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { contentOf } from './entry-content.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS, UNDO } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

type Undoable = { readonly target: Target; readonly history: readonly Entry[]; readonly today: LocalDate };

/**
 * What an entry says and what would count without it, with the buttons that take it back or put it right; where it was said
 * what it should be, the form to put it right begins with that.
 */
export function undoMessage(found: Undoable, entry: Measurement, corrected?: string): Message {
  const { target } = found;
  const said =
    corrected === undefined
      ? askToUndo(found, entry)
      : UNDO.toCorrect(target.name, contentOf(entry, target), corrected);
  const about = encodeTargetValue('entry', { target: target.id, seq: entry.seq });
  const toCorrect =
    corrected === undefined
      ? about
      : encodeTargetValue('entry', { target: target.id, seq: entry.seq, said: corrected });
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
        targetButton({ label: TARGET_BUTTONS.correct, action: TARGET_ACTIONS.correct, value: toCorrect }),
        targetButton({ label: TARGET_BUTTONS.details, action: TARGET_ACTIONS.openCard, value: card }),
      ]),
    ],
  };
}

/** What would be taken back, and what counts then. */
export function askToUndo(found: Undoable, entry: Measurement): string {
  const left = countedWithout(found, entry);
  return UNDO.ask(found.target.name, contentOf(entry, found.target), left && contentOf(left, found.target));
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
