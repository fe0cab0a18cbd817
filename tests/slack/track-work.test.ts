import { describe, expect, it } from 'vitest';
import { createWorkTracker } from '../../src/slack/track-work.ts';

function makeDeferred() {
  let resolve = () => {};
  let reject = (_error: Error) => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

describe('createWorkTracker', () => {
  it('is idle when nothing was tracked', async () => {
    expect(await createWorkTracker().whenIdle(1_000)).toBe(true);
  });

  it('waits for work, and for work that starts meanwhile, and for work that fails', async () => {
    const work = createWorkTracker();
    const done: string[] = [];
    const first = makeDeferred();
    void work.track(first.promise.then(() => void done.push('first')));
    const idle = work.whenIdle(5_000).then((isIdle) => done.push(`idle ${isIdle}`));
    const failing = makeDeferred();
    const failed = work.track(failing.promise).catch(() => done.push('failed'));

    first.resolve();
    failing.reject(new Error('broken'));
    await Promise.all([idle, failed]);

    expect(done.at(-1)).toBe('idle true');
    expect(done).toContain('first');
  });

  it('gives up at the deadline', async () => {
    const work = createWorkTracker();
    void work.track(new Promise(() => {}));

    expect(await work.whenIdle(5)).toBe(false);
  });
});
