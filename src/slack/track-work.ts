/** Counts work in flight, so that stopping can wait for what was acknowledged. Bolt does not. */
export type WorkTracker = {
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** How much is in flight. */
  count(): number;
  /** Resolves when nothing is in flight: true, or false after `deadlineMs`. */
  whenIdle(deadlineMs: number): Promise<boolean>;
};

export function createWorkTracker(): WorkTracker {
  const inFlight = new Set<Promise<unknown>>();
  return {
    async track(work) {
      inFlight.add(work);
      try {
        return await work;
      } finally {
        inFlight.delete(work);
      }
    },
    count: () => inFlight.size,
    async whenIdle(deadlineMs) {
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), deadlineMs);
      });
      const isIdle = await Promise.race([settleAll(inFlight), deadline]);
      clearTimeout(timer);
      return isIdle;
    },
  };
}

async function settleAll(inFlight: ReadonlySet<Promise<unknown>>): Promise<true> {
  while (inFlight.size > 0) await Promise.allSettled(inFlight);
  return true;
}
