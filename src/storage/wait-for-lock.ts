import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { AppError } from '../errors.ts';

/**
 * How long to wait altogether for another process that holds a lock. Shorter than the three seconds Slack waits for an
 * acknowledgement, so that a form can still say that an entry was not recorded.
 */
export const LOCK_WAIT_MS = 2_000;

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/**
 * Repeats work that SQLite refuses because another process holds a lock, with growing pauses in which the event loop
 * is free. A refused statement has done nothing, so it may be repeated; not so a transaction whose view of the data
 * has become old (`SQLITE_BUSY_SNAPSHOT`), which is why transactions begin with the lock.
 *
 * @param askedAt When the wait began, by `performance.now()`; work is tried once whatever the time.
 * @throws AppError `storage_busy` when the lock is still held at the end.
 */
export async function waitForLock<Result>(
  file: string,
  work: () => Result | Promise<Result>,
  askedAt = performance.now(),
): Promise<Result> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (cause) {
      if (!isLocked(cause)) throw cause;
      if (performance.now() - askedAt >= LOCK_WAIT_MS) {
        throw new AppError(
          'storage_busy',
          `${file}: another process has held the database locked for ${LOCK_WAIT_MS / 1000} s; nothing was written; end that process and try again`,
          { cause },
        );
      }
      await sleep(pauseMs);
    }
  }
}

function isLocked(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError &&
    error.code.startsWith('SQLITE_BUSY') &&
    error.code !== 'SQLITE_BUSY_SNAPSHOT'
  );
}
