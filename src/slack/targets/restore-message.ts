import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, EntryOf } from '../../targets/entry.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { contentOf } from './entry-content.ts';
import { mayUndo } from './show-card.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS, UNDO } from './target-messages.ts';
import type { TargetServices } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

/**
 * What a person took back last and that still is, with the button that lets it count again; undefined for nothing. Of one
 * target it is what was taken back last by anybody, where that is the person's to take back or to restore.
 */
export async function offerRestore(
  services: Pick<TargetServices, 'records' | 'targets' | 'permissions'>,
  userId: string,
  targetId?: string | undefined,
): Promise<Message | undefined> {
  const { records, targets } = services;
  const isTheirs = await restorable(services, userId, targetId);
  const entries = await records.ledger.allEntries();
  const cancelled = findCancelled(entries);
  const undo = entries.findLast(
    (entry): entry is EntryOf<'undo'> =>
      entry.kind === 'undo' && isTheirs(entry) && !cancelled.has(entry.seq),
  );
  const undone = entries.find((entry: Entry) => entry.seq === undo?.undoes);
  const target = targets.find(({ id }) => id === undo?.targetId);
  if (!undo || !undone || !isMeasurement(undone) || !target) return undefined;
  const isOwn = undo.recordedBy === userId;
  const said = UNDO.askToRestore(target.name, contentOf(undone, target), { isOwn });
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

/** Whether a person may let an entry count again: their own undoing, and any of a named target that is theirs. */
async function restorable(
  { records, permissions }: Pick<TargetServices, 'records' | 'permissions'>,
  viewerId: string,
  targetId: string | undefined,
): Promise<(undo: Entry) => boolean> {
  if (targetId === undefined) return ({ recordedBy }) => recordedBy === viewerId;
  const owners = (await records.owners.all()).get(targetId) ?? [];
  const mayManage = await permissions.mayManage(viewerId);
  return (undo) => undo.targetId === targetId && mayUndo(undo, { viewerId, owners, mayManage });
}
