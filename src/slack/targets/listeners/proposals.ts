import type { App, BlockButtonAction } from '@slack/bolt';
import { describeFault } from '../../../logging.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { readPress } from '../../press.ts';
import { notice, post } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { isSlackId } from '../../slack-ids.ts';
import { replyToTargetPress } from '../reply-to-press.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { PROPOSAL } from '../target-messages.ts';
import { readTarget, type TargetServices } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

type Outcome = 'accepted' | 'declined';

/** An owner takes over what somebody without the right has reported, or does not; the first decision counts. */
export function registerProposals(app: App, services: SlackServices): void {
  for (const [actionId, outcome] of [
    [TARGET_ACTIONS.acceptProposal, 'accepted'],
    [TARGET_ACTIONS.declineProposal, 'declined'],
  ] as const) {
    app.action<BlockButtonAction>(actionId, async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const decided = await doThenAcknowledge(ack, async () => {
        const { proposal: id } = decodeTargetValue('proposal', action.value);
        return decide(services.targets, { id, outcome, userId: press.userId });
      });
      await replyToTargetPress({ services, client, press, respond }, notice(decided.text));
      if (!decided.tell) return;
      try {
        await post(client, { channel: decided.tell.userId }, notice(decided.tell.text));
      } catch (error) {
        // The decision stands; only the word about it did not get through.
        services.log.warn('proposal.author_not_told', describeFault(error));
      }
    });
  }
}

type Decided = {
  /** What to tell the person who pressed. */
  readonly text: string;
  /** The author, when the decision is theirs to hear. */
  readonly tell: { readonly userId: string; readonly text: string } | null;
};

async function decide(
  services: TargetServices,
  request: { readonly id: string; readonly outcome: Outcome; readonly userId: string },
): Promise<Decided> {
  const { id, outcome, userId } = request;
  const { proposals } = services.records;
  const proposal = await proposals.find(id);
  const found = proposal && (await readTarget(services, proposal.entry.targetId));
  if (!proposal || !found) return { text: PROPOSAL.decided, tell: null };
  if (!(await services.permissions.mayRecord(userId, found.owners))) {
    return { text: PROPOSAL.notYours, tell: null };
  }
  if (!(await proposals.decide({ id, outcome, decidedBy: userId, now: services.now() }))) {
    return { text: PROPOSAL.decided, tell: null };
  }
  const { name } = found.target;
  const author = proposal.entry.recordedBy;
  const isAccepted = outcome === 'accepted';
  const told = isAccepted ? PROPOSAL.tellAccepted(name) : PROPOSAL.tellDeclined(name);
  return {
    text: isAccepted ? PROPOSAL.accepted(name) : PROPOSAL.declined(name),
    tell: isSlackId(author) ? { userId: author, text: told } : null,
  };
}
