import { type DigestHealth, judgeDigestHealth } from './digest-health.ts';
import { type Publisher, publishDue } from './publish-due.ts';

/** How often the scheduler looks. Slots are decided from the records, so a late or missed look loses nothing. */
export const TICK_MS = 5_000;

export type Scheduler = {
  start(): void;
  /** Stops looking and waits for the run under way. */
  stop(): Promise<void>;
  /** Runs at once, or joins the run under way; for a moved clock and for tests. */
  runNow(): Promise<void>;
  health(): Promise<DigestHealth>;
};

/** Calls `publishDue` again and again, never twice at a time. */
export function createScheduler(publisher: Omit<Publisher, 'isStopping'>): Scheduler {
  const startedAt = publisher.now();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopping = false;
  let lastRunAt: Date | null = null;

  async function run(): Promise<void> {
    try {
      await publishDue({ ...publisher, isStopping: () => isStopping });
      lastRunAt = publisher.now();
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
