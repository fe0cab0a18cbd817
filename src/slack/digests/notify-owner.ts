import type { WebClient } from '@slack/web-api';
import type { OwnerNotifier, Told } from '../../targets/digest-ports.ts';
import { readSendFailure } from '../send-failure.ts';
import { TARGET_ACTIONS } from '../targets/target-ids.ts';
import { encodeTargetValue } from '../targets/target-values.ts';
import { DELIVERY_WORDS } from './digest-messages.ts';

/** Tells owners by direct message. */
export function createOwnerNotifier(client: WebClient): OwnerNotifier {
  async function tell(userId: string, text: string, blocks: readonly object[]): Promise<Told> {
    try {
      await client.apiCall('chat.postMessage', { channel: userId, text, blocks: JSON.stringify(blocks) });
      return 'told';
    } catch (error) {
      return readSendFailure(error).kind === 'uncertain' ? 'uncertain' : 'refused';
    }
  }
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  return {
    tellUnknown(subscription, slot) {
      const text = DELIVERY_WORDS.unknown(slot.slotOn, subscription.channelId);
      const button = {
        type: 'button',
        action_id: TARGET_ACTIONS.postAgain,
        text: { type: 'plain_text', text: DELIVERY_WORDS.postAgain },
        value: encodeTargetValue('slot', { subscription: slot.subscriptionId, slotOn: slot.slotOn }),
      };
      return tell(subscription.ownerId, text, [section(text), { type: 'actions', elements: [button] }]);
    },
    tellPaused(subscription, reason) {
      const text = DELIVERY_WORDS.paused(reason, subscription.channelId);
      return tell(subscription.ownerId, text, [section(text)]);
    },
  };
}
