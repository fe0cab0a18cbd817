/** The workspace's time: it runs like real time but starts where it is told, and can be moved. */
export type WorkspaceClock = {
  now(): Date;
  moveTo(instant: Date): void;
};

/** Creates a clock that shows `startAt` now. */
export function createWorkspaceClock(startAt: Date): WorkspaceClock {
  let origin = startAt.getTime() - performance.now();
  return {
    now: () => new Date(origin + performance.now()),
    moveTo(instant) {
      origin = instant.getTime() - performance.now();
    },
  };
}
