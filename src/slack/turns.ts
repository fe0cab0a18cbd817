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
  /** Resolves when work on a delivery may begin; before any answer is computed, because it is short. */
  begin(): Promise<void>;
  /** Resolves when an answer may be computed: one after the other, in turn for each person who waits. */
  compute(personId: string): Promise<void>;
  /** How many answers wait to be computed. */
  count(): number;
};

export function createTurns(): Turns {
  const beginning: (() => void)[] = [];
  /** In the order in which people are served; whoever has been served and waits on goes to the end. */
  const computing = new Map<string, (() => void)[]>();
  const inWork = new Map<string, number>();
  let total = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const next = beginning.shift() ?? takeFairly();
      if (beginning.length > 0 || computing.size > 0) schedule();
      next?.();
    });
  }

  function takeFairly(): (() => void) | undefined {
    for (const [personId, [first, ...rest]] of computing) {
      computing.delete(personId);
      if (rest.length > 0) computing.set(personId, rest);
      return first;
    }
    return undefined;
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
    compute: (personId) =>
      new Promise((resolve) => {
        computing.set(personId, [...(computing.get(personId) ?? []), resolve]);
        schedule();
      }),
    count: () => [...computing.values()].reduce((sum, waiting) => sum + waiting.length, 0),
  };
}
