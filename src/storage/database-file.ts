import { realpathSync, statSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Watches whether the files that were opened are still the ones their names lead to. */
export type DatabaseFile = {
  /**
   * Cheap enough to be asked around every statement: two looks at the file system, microseconds each.
   *
   * @throws AppError `storage_gone` when a file was deleted, moved or replaced.
   */
  assertInPlace(): void;
};

/** A database in memory has no file that could go. */
const IN_MEMORY: DatabaseFile = { assertInPlace: () => undefined };

/**
 * Remembers which files an opened database consists of: the file itself and its write-ahead log, which stay the same
 * while it is open. SQLite goes on writing to a deleted file without a word, and what it wrote is gone when the
 * process ends.
 */
export function watchDatabaseFile(file: string): DatabaseFile {
  if (file === ':memory:') return IN_MEMORY;
  // The log stands beside the file itself, not beside a symbolic link to it.
  const parts = [file, `${realpathSync(file)}-wal`].map((path) => ({ path, identity: readIdentity(path) }));
  return {
    assertInPlace() {
      if (parts.every(({ path, identity }) => readIdentity(path) === identity)) return;
      throw new AppError(
        'storage_gone',
        `${file}: the database was deleted, moved or replaced while it was open, so nothing is written any more; put the same file back, or stop the bot, put a backup in its place and start again`,
      );
    },
  };
}

/** Device and number of a file; empty when there is none. */
function readIdentity(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.dev}:${stats.ino}`;
}
