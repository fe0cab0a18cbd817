import type { ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';

/** What Slack delivers, by the part of the app it goes to. */
export type DeliveryKind = 'command' | 'event' | 'action' | 'view' | 'shortcut' | 'options' | 'other';

const DeliverySchema = z.object({ type: z.string().optional(), command: z.string().optional() });

const KINDS: Readonly<Record<string, DeliveryKind>> = {
  event_callback: 'event',
  block_actions: 'action',
  view_submission: 'view',
  view_closed: 'view',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  block_suggestion: 'options',
};

/** Reports how long each delivery waited for its first acknowledgement, in seconds. */
export function measureAcknowledgements(report: (kind: DeliveryKind, seconds: number) => void) {
  return (event: ReceiverEvent): ReceiverEvent => {
    const startedAt = performance.now();
    let isAcknowledged = false;
    return {
      ...event,
      async ack(response) {
        await event.ack(response);
        if (isAcknowledged) return;
        isAcknowledged = true;
        report(kindOf(event.body), (performance.now() - startedAt) / 1000);
      },
    };
  };
}

function kindOf(body: unknown): DeliveryKind {
  const { type = '', command } = DeliverySchema.safeParse(body).data ?? {};
  return command === undefined ? (KINDS[type] ?? 'other') : 'command';
}
