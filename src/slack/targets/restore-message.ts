import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, EntryOf } from '../../targets/entry.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { contentOf } from './entry-content.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS, UNDO } from './target-messages.ts';
import type { TargetServices } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

/** What a person took back last and that still is, with the button that lets it count again; undefined for nothing. */
export async function offerRestore(
  { records, targets }: Pick<TargetServices, 'records' | 'targets'>,
  userId: string,
): Promise<Message | undefined> {
  const entries = await records.ledger.allEntries();
  const cancelled = findCancelled(entries);
  const undo = entries.findLast(
    (entry): entry is EntryOf<'undo'> =>
      entry.kind === 'undo' && entry.recordedBy === userId && !cancelled.has(entry.seq),
  );
  const undone = entries.find((entry: Entry) => entry.seq === undo?.undoes);
  const target = targets.find(({ id }) => id === undo?.targetId);
  if (!undo || !undone || !isMeasurement(undone) || !target) return undefined;
  const said = UNDO.askToRestore(target.name, contentOf(undone, target));
  return {
    text: escapeText(said),
    blocks: [
      paragraphBlock(said),
      ...actionsBlocks([
        // Taking back that it was taken back brings it back.
        targetButton({
          label: TARGET_BUTTONS.restore,
          action: TARGET_ACTIONS.restore,
          value: encodeTargetValue('entry', { target: target.id, seq: undo.seq }),
          style: 'primary',
        }),
        targetButton({
          label: TARGET_BUTTONS.details,
          action: TARGET_ACTIONS.openCard,
          value: encodeTargetValue('target', { target: target.id }),
        }),
      ]),
    ],
  };
}
