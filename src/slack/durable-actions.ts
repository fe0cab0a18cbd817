import { ACTIONS } from './ids.ts';
import { KNOWLEDGE_ACTIONS } from './knowledge/knowledge-ids.ts';
import { TARGET_ACTIONS } from './targets/target-ids.ts';

/** Presses that change what is kept. Their listeners acknowledge them, once the change is durable. */
const DURABLE_ACTIONS: ReadonlySet<string> = new Set([
  ACTIONS.rate,
  TARGET_ACTIONS.undo,
  TARGET_ACTIONS.restore,
  TARGET_ACTIONS.acceptProposal,
  TARGET_ACTIONS.declineProposal,
  TARGET_ACTIONS.pauseSubscription,
  TARGET_ACTIONS.resumeSubscription,
  TARGET_ACTIONS.removeSubscription,
  TARGET_ACTIONS.postAgain,
  KNOWLEDGE_ACTIONS.confirmReport,
  KNOWLEDGE_ACTIONS.discardReport,
  KNOWLEDGE_ACTIONS.withdrawReport,
  KNOWLEDGE_ACTIONS.restoreReport,
  KNOWLEDGE_ACTIONS.teachAbsent,
  KNOWLEDGE_ACTIONS.settle,
  KNOWLEDGE_ACTIONS.undoChange,
]);

/** Whether a press changes what is kept; its id may end in a number (`post_again:2`). */
export function isDurableAction(actionId: string): boolean {
  return DURABLE_ACTIONS.has(actionId.split(':')[0] ?? '');
}
