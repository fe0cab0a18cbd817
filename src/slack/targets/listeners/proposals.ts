import type { App, BlockButtonAction } from '@slack/bolt';
import { readPress } from '../../press.ts';
import { notice, post, sendPrivately } from '../../send.ts';
import { isSlackId } from '../people.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { MANAGE, PROPOSAL } from '../target-messages.ts';
import { readTarget, type TargetServices } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

/** An owner takes over what somebody without the right has reported, or does not; the first decision counts. */
export function registerProposals(app: App, services: TargetServices): void {
  for (const [actionId, outcome] of [
    [TARGET_ACTIONS.acceptProposal, 'accepted'],
    [TARGET_ACTIONS.declineProposal, 'declined'],
  ] as const) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, respond }) => {
      const { proposal: id } = decodeTargetValue('proposal', action.value);
      const press = readPress(body);
      const place = { client, log: services.log, ...press, respond };
      const proposal = await services.records.proposals.find(id);
      const found = proposal && (await readTarget(services, proposal.entry.targetId));
      if (!proposal || !found) {
        await sendPrivately(place, notice(PROPOSAL.decided));
        return;
      }
      if (!(await services.permissions.mayRecord(press.userId, found.owners))) {
        await sendPrivately(place, notice(MANAGE.notAllowed));
        return;
      }
      const decision = { id, outcome, decidedBy: press.userId, now: services.now() };
      if (!(await services.records.proposals.decide(decision))) {
        await sendPrivately(place, notice(PROPOSAL.decided));
        return;
      }
      const { entry } = proposal;
      if (outcome === 'accepted') await services.records.ledger.append([entry]);
      await sendPrivately(place, notice(outcome === 'accepted' ? PROPOSAL.accepted : PROPOSAL.declined));
      if (!isSlackId(entry.recordedBy)) return;
      const { name } = found.target;
      const told = outcome === 'accepted' ? PROPOSAL.tellAccepted(name) : PROPOSAL.tellDeclined(name);
      await post(client, { channel: entry.recordedBy }, notice(told));
    });
  }
}
