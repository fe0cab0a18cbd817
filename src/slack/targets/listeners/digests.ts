import type { App, BlockButtonAction } from '@slack/bolt';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { MANAGE, REPOST } from '../target-messages.ts';
import type { TargetServices } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

/** “再发一次”: the owner decides that a digest of unknown outcome is posted again; the scheduler does it. */
export function registerDigests(app: App, services: TargetServices): void {
  app.action<BlockButtonAction>(TARGET_ACTIONS.postAgain, async ({ action, body, client, respond }) => {
    const { subscription: subscriptionId, slotOn } = decodeTargetValue('slot', action.value);
    const press = readPress(body);
    const subscription = await services.records.subscriptions.find(subscriptionId);
    const isOwner = subscription?.ownerId === press.userId;
    const mayPost = isOwner || (await services.permissions.mayManage(press.userId));
    const text = !mayPost
      ? MANAGE.notAllowed
      : (await services.records.slots.reopenUnknown({ subscriptionId, slotOn }, press.userId, services.now()))
        ? REPOST.done
        : REPOST.already;
    await sendPrivately({ client, log: services.log, ...press, respond }, notice(text));
  });
}
