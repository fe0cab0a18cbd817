import type { ActionsBlock } from '@slack/types';
import { findCancelled, isMeasurement, selectEffective } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock, plainText } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { splitEntry } from '../commands/read-told.ts';
import { contentOf } from './entry-content.ts';
import { option } from './list-selects.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS, UNDO } from './target-messages.ts';
import { encodeTargetValue, MAX_SAID_CHARS } from './target-values.ts';

/** Entries to choose from; the newest of more. */
const MAX_CHOICES = 20;

type MayUndo = (entry: Entry) => boolean;

type Undoable = { readonly target: Target; readonly history: readonly Entry[]; readonly today: LocalDate };

/**
 * What an entry says and what would count without it, with the buttons that take it back or put it right; where it was said
 * what it should be, the form to put it right begins with that.
 */
export function undoMessage(
  found: Undoable,
  entry: Measurement,
  { corrected, mayUndo }: { readonly corrected?: string | undefined; readonly mayUndo: MayUndo },
): Message {
  const { target } = found;
  const said =
    corrected === undefined
      ? askToUndo(found, entry)
      : UNDO.toCorrect(target.name, contentOf(entry, target), splitEntry(corrected).said ?? corrected);
  const about = { target: target.id, seq: entry.seq };
  const toUndo = targetButton({
    label: TARGET_BUTTONS.undo,
    action: TARGET_ACTIONS.undo,
    value: encodeTargetValue('entry', about),
    style: 'danger',
  });
  const toCorrect = targetButton({
    label: TARGET_BUTTONS.correct,
    action: TARGET_ACTIONS.correct,
    value: encodeTargetValue('entry', {
      ...about,
      ...(corrected === undefined ? {} : { said: corrected.slice(0, MAX_SAID_CHARS) }),
    }),
    ...(corrected === undefined ? {} : { style: 'primary' }),
  });
  const card = encodeTargetValue('target', { target: target.id });
  return {
    text: escapeText(said),
    blocks: [
      paragraphBlock(said),
      ...actionsBlocks([
        // What was asked for comes first.
        ...(corrected === undefined ? [toUndo, toCorrect] : [toCorrect, toUndo]),
        targetButton({ label: TARGET_BUTTONS.details, action: TARGET_ACTIONS.openCard, value: card }),
      ]),
      ...otherEntries(found, entry, mayUndo),
    ],
  };
}

/** A menu of the other entries of the target that may be put right. */
function otherEntries({ target, history }: Undoable, { seq }: Entry, mayUndo: MayUndo): ActionsBlock[] {
  const others = listUndoable(history, mayUndo).filter((entry) => entry.seq !== seq);
  if (others.length === 0) return [];
  const options = others
    .toReversed()
    .slice(0, MAX_CHOICES)
    .map((entry) =>
      option(contentOf(entry, target), encodeTargetValue('entry', { target: target.id, seq: entry.seq })),
    );
  const select = {
    type: 'static_select',
    action_id: TARGET_ACTIONS.chooseEntry,
    placeholder: plainText(UNDO.other),
    options,
  } as const;
  return [{ type: 'actions', elements: [select] }];
}

/** What would be taken back, and what counts then. */
export function askToUndo(found: Undoable, entry: Measurement): string {
  const left = countedWithout(found, entry);
  return UNDO.ask(found.target.name, contentOf(entry, found.target), left && contentOf(left, found.target), {
    isLast: listUndoable(found.history, () => true).at(-1)?.seq === entry.seq,
    counts: isCounted(found, entry),
  });
}

/** Whether an entry is the one that counts of its target. */
export const isCounted = ({ history, today }: Pick<Undoable, 'history' | 'today'>, { seq }: Entry): boolean =>
  selectEffective(history, { asOf: today, knownBefore: null }).measurements.at(-1)?.seq === seq;

/** The entries of a target that stand and that somebody may take back, in the order of recording. */
export function listUndoable(history: readonly Entry[], mayUndo: MayUndo): readonly Measurement[] {
  const cancelled = findCancelled(history);
  return history.filter(isMeasurement).filter((entry) => !cancelled.has(entry.seq) && mayUndo(entry));
}

/** The newest entry of a target that stands and that somebody may take back. */
export function findUndoable(history: readonly Entry[], mayUndo: MayUndo): Measurement | undefined {
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
