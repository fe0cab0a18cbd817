import type { SlotKey } from '../targets/slot.ts';

/** What a run of the scheduler reports, for logs; no texts, no names. */
export type SchedulerEvent =
  | {
      readonly kind: 'posted' | 'unknown' | 'retry' | 'skipped';
      readonly key: SlotKey;
      readonly detail: string;
    }
  | { readonly kind: 'paused'; readonly subscriptionId: string; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string; readonly cause: unknown };
