import type { App, BlockButtonAction } from '@slack/bolt';
import { findDigestTime } from '../../../targets/report-period.ts';
import { buildDigestMessage } from '../../digests/digest-message.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { anyOf } from '../../ids.ts';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import { sendRichPrivately } from '../send-rich.ts';
import { SUBSCRIPTION } from '../subscription-messages.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { MANAGE, REPOST } from '../target-messages.ts';
import { type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

/** “再发一次” for a digest of unknown outcome, and looking at one before it is posted. */
export function registerDigests(app: App, services: TargetServices): void {
  const { subscriptions } = services.records;

  app.action<BlockButtonAction>(
    anyOf(TARGET_ACTIONS.postAgain),
    async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const text = await doThenAcknowledge(ack, async () => {
        const slot = decodeTargetValue('slot', action.value);
        return postAgain(services, { ...slot, userId: press.userId });
      });
      await sendPrivately({ client, outbox: services.outbox, ...press, respond }, notice(text));
    },
  );

  app.action<BlockButtonAction>(
    anyOf(TARGET_ACTIONS.previewDigest),
    async ({ action, body, client, respond }) => {
      const { subscription: id } = decodeTargetValue('subscription', action.value);
      const place = { client, outbox: services.outbox, ...readPress(body), respond };
      const subscription = await subscriptions.find(id);
      if (!subscription) {
        await sendPrivately(place, notice(SUBSCRIPTION.gone));
        return;
      }
      const digest = await services.digests.preview({
        ...findDigestTime(subscription.cadence.every, todayOf(services)),
        selection: subscription,
      });
      await sendRichPrivately(
        place,
        buildDigestMessage(digest, { isLate: false, subscriptionId: subscription.id }),
      );
    },
  );
}

/** The owner's or a manager's decision to post a digest again; the scheduler does it, once. Returns what to tell. */
async function postAgain(
  services: TargetServices,
  request: { readonly subscription: string; readonly slotOn: string; readonly userId: string },
): Promise<string> {
  const { userId, slotOn } = request;
  const { subscriptions, slots } = services.records;
  const subscription = await subscriptions.find(request.subscription);
  if (!subscription) return SUBSCRIPTION.gone;
  const mayPost = subscription.ownerId === userId || (await services.permissions.mayManage(userId));
  if (!mayPost) return MANAGE.notAllowed;
  if (subscription.pausedFor !== null) return REPOST.paused;
  const key = { subscriptionId: subscription.id, slotOn };
  return (await slots.reopenUnknown(key, userId, services.now())) ? REPOST.done : REPOST.already;
}
