import type { Digest } from '../targets/digest.ts';
import type { SlotKey } from '../targets/slot.ts';
import type { Subscription } from '../targets/subscription.ts';

/** Makes the digest of a subscription for a slot from what is known now. */
export type DigestSource = {
  digestFor(subscription: Subscription, slotOn: string, now: Date): Promise<Digest>;
};

/** What a run of the scheduler reports, for logs; no texts, no names. */
export type SchedulerEvent =
  | {
      readonly kind: 'posted' | 'unknown' | 'retry' | 'skipped';
      readonly key: SlotKey;
      readonly detail: string;
    }
  | { readonly kind: 'paused'; readonly subscriptionId: string; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string; readonly cause: unknown };
