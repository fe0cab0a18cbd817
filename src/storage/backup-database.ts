import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../errors.ts';

/** How long to wait for another process that is at the end of a write. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Copies a SQLite database as it is at one instant, while other processes go on writing to it. The copy gets its name
 * only when it is complete and sound.
 *
 * @throws AppError `input_invalid` when there is nothing to copy or the destination exists, `storage_failed` when it
 * cannot be read or written, or the copy is not sound.
 */
export function backupDatabase(file: string, destination: string): void {
  if (!existsSync(file)) {
    throw new AppError('input_invalid', `${file}: there is no database; check DATABASE_FILE`);
  }
  if (existsSync(destination)) {
    throw new AppError('input_invalid', `${destination}: exists already; name a file that does not`);
  }
  const unfinished = `${destination}.unfinished`;
  try {
    mkdirSync(dirname(destination), { recursive: true });
    rmSync(unfinished, { force: true });
    copyDatabase(file, unfinished);
    renameSync(unfinished, destination);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AppError(
      'storage_failed',
      `${file} could not be copied to ${destination} (${code}); check that the first is the bot's database and that the second can be written`,
      { cause },
    );
  }
}

function copyDatabase(file: string, unfinished: string): void {
  const source = new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // One read transaction. SQLite's page-by-page backup begins again whenever another process writes, and may
    // never come to an end on a busy database.
    source.prepare('vacuum into ?').run(unfinished);
  } finally {
    source.close();
  }
  const copy = new Sqlite(unfinished);
  const verdict: unknown = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') {
    rmSync(unfinished, { force: true });
    throw new AppError('storage_failed', `${file}: the copy is not sound: ${String(verdict)}`);
  }
}
