import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { LOCK_WAIT_MS } from '../../src/storage/wait-for-lock.ts';
import { makeValueEntry } from '../support/target-builders.ts';
import { type HeldLock, lockByOtherProcess } from './support/lock-by-other-process.ts';

let folder: string;
let file: string;
let database: Database;
let lock: HeldLock | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'));
  file = join(folder, 'bot.sqlite');
  database = await openDatabase({ file });
});

afterEach(async () => {
  await lock?.release();
  lock = undefined;
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Entries that are recorded one by one, all asked for at once. */
const recordEach = (count: number) => {
  const { ledger } = createTargetRecords(database.db);
  return Array.from({ length: count }, () => ledger.append([makeValueEntry()]));
};

describe('a database that another process holds locked', () => {
  it('takes what was asked for as soon as the lock is gone', async () => {
    lock = await lockByOtherProcess(file);
    const recording = Promise.all(recordEach(5));
    await sleep(LOCK_WAIT_MS / 8);

    await lock.release();

    expect((await recording).flat()).toHaveLength(5);
  });

  it('refuses what waited in vain, all of it within one wait, and writes nothing of it', async () => {
    lock = await lockByOtherProcess(file);
    const startedAt = performance.now();

    const outcomes = await Promise.allSettled(recordEach(20));

    // One wait after another would be twenty times as long.
    expect(performance.now() - startedAt).toBeLessThan(LOCK_WAIT_MS * 5);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'storage_busy', message: expect.stringContaining(file) },
      });
    }
    await lock.release();
    expect(await createTargetRecords(database.db).ledger.allEntries()).toEqual([]);
    expect((await Promise.all(recordEach(1))).flat()).toHaveLength(1);
  });

  it('leaves the event loop free', async () => {
    lock = await lockByOtherProcess(file);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);

    delay.enable();
    await Promise.allSettled(recordEach(20));
    delay.disable();
    clearInterval(timer);

    // A statement that waits inside SQLite lets no timer run for the whole time. A crowded machine may delay a few
    // turns, but not most of them.
    expect(turns).toBeGreaterThan(LOCK_WAIT_MS / 10 / 4);
    expect(delay.percentile(90) / 1e6).toBeLessThan(LOCK_WAIT_MS / 10);
  });

  it('can be told from one that is well', async () => {
    expect(await database.health()).toBe('ok');

    lock = await lockByOtherProcess(file);
    expect(await database.health()).toBe('locked');

    await lock.release();
    expect(await database.health()).toBe('ok');
  });

  it('is opened when the lock is gone', async () => {
    lock = await lockByOtherProcess(file);
    const opening = openDatabase({ file });
    await sleep(LOCK_WAIT_MS / 8);
    await lock.release();

    const second = await opening;

    expect(await second.health()).toBe('ok');
    await second.close();
  });
});

describe('two processes that write at once', () => {
  it('wait for each other and lose nothing', async () => {
    const other = await openDatabase({ file });
    const write = async (to: Database) => {
      const { ledger, owners } = createTargetRecords(to.db);
      for (let count = 0; count < 50; count += 1) {
        await ledger.append([makeValueEntry({ targetId: 'shared' })]);
        await owners.assign({ targetId: 'shared', userIds: ['U1'], assignedBy: 'U1', now: new Date(0) });
      }
    };

    await Promise.all([write(database), write(other)]);

    expect(await createTargetRecords(database.db).ledger.entriesOf('shared')).toHaveLength(100);
    await other.close();
  });
});
