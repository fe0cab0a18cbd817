import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { AppError } from '../errors.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Where the data lives: a SQLite file, created with its folder when missing, or `:memory:`. */
export type DatabaseLocation = { readonly file: string };

/** An open database whose schema is current. */
export type Database = {
  readonly db: Kysely<Tables>;
  /** Whether a query gets through right now. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Opens the database and brings its schema up to date. What differs between engines is decided here and
 * nowhere else. Throws `storage_failed` when the file cannot be opened or a migration fails.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(location.file) });
  try {
    await migrateToLatest(db, location.file);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    async isReachable() {
      try {
        await sql`select 1`.execute(db);
        return true;
      } catch {
        return false;
      }
    },
    close: () => db.destroy(),
  };
}

function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openSqlite(file) });
}

function openSqlite(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma('journal_mode = WAL');
    // FULL: an acknowledged write survives a power cut, not only a crash of the process.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    throw new AppError(
      'storage_failed',
      `${file}: cannot open the database; check DATABASE_FILE and its folder`,
      {
        cause: error,
      },
    );
  }
}

async function migrateToLatest(db: Kysely<Tables>, name: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...ALL_MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error instanceof AppError) throw error;
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the migrations';
    throw new AppError('storage_failed', `${name}: ${failed} could not be applied`, { cause: error });
  }
}
