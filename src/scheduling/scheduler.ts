import { type DigestHealth, judgeDigestHealth } from './digest-health.ts';
import { type Publisher, publishDue } from './publish-due.ts';

/** How often the scheduler looks. Slots are decided from the records, so a late or missed look loses nothing. */
export const TICK_MS = 5_000;

/** Reminders are not that urgent; reading the whole ledger for them every few seconds would be a waste. */
const REMIND_EVERY_MS = 10 * 60_000;

export type Scheduler = {
  start(): void;
  /** Stops looking and waits for the run under way. */
  stop(): Promise<void>;
  /** Runs at once, or joins the run under way; for a moved clock and for tests. */
  runNow(): Promise<void>;
  health(): Promise<DigestHealth>;
};

/** Calls `publishDue` again and again, never twice at a time. */
export function createScheduler(
  publisher: Omit<Publisher, 'isStopping'>,
  remind: () => Promise<void> = async () => undefined,
): Scheduler {
  const startedAt = publisher.now();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopping = false;
  let lastRunAt: Date | null = null;
  let lastRemindedAt = 0;

  async function run(): Promise<void> {
    try {
      await publishDue({ ...publisher, isStopping: () => isStopping });
      lastRunAt = publisher.now();
      // Measured both ways, because a clock may be set back.
      if (Math.abs(lastRunAt.getTime() - lastRemindedAt) >= REMIND_EVERY_MS) {
        await remind();
        lastRemindedAt = lastRunAt.getTime();
      }
    } catch (cause) {
      publisher.report({
        kind: 'failed',
        detail: 'the run broke off; the next one goes on from the records',
        cause,
      });
    } finally {
      running = null;
    }
  }

  function runNow(): Promise<void> {
    running ??= run();
    return running;
  }

  return {
    start() {
      void runNow();
      timer = setInterval(() => void runNow(), TICK_MS);
    },
    async stop() {
      isStopping = true;
      if (timer) clearInterval(timer);
      await running;
    },
    runNow,
    async health() {
      const now = publisher.now();
      const openSlots = await publisher.slots.listOpenDueBefore(now);
      return judgeDigestHealth({ openSlots, lastRunAt, startedAt, now });
    },
  };
}
