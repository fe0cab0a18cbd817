/** Deliveries worked on at one time, all in all: what is waiting, being answered, or being sent. */
const MAX_IN_WORK = 1_000;

/** Of one person, so that nobody fills every place. */
const MAX_IN_WORK_OF_ONE = 300;

/**
 * Gives out turns, one for each round of the event loop, so that between any two pieces of work the acknowledgements of
 * all that has arrived meanwhile go out.
 */
export type Turns = {
  /** Takes a delivery in; undefined when there are too many. The function returned says that it is done. */
  admit(personId: string): (() => void) | undefined;
  /** Resolves when work on a delivery may begin. */
  begin(): Promise<void>;
};

export function createTurns(): Turns {
  const beginning: (() => void)[] = [];
  const inWork = new Map<string, number>();
  let total = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const next = beginning.shift();
      if (beginning.length > 0) schedule();
      next?.();
    });
  }

  return {
    admit(personId) {
      const ofOne = inWork.get(personId) ?? 0;
      if (total >= MAX_IN_WORK || ofOne >= MAX_IN_WORK_OF_ONE) return undefined;
      total += 1;
      inWork.set(personId, ofOne + 1);
      return () => {
        total -= 1;
        const left = (inWork.get(personId) ?? 1) - 1;
        if (left > 0) inWork.set(personId, left);
        else inWork.delete(personId);
      };
    },
    begin: () =>
      new Promise((resolve) => {
        beginning.push(resolve);
        schedule();
      }),
  };
}
