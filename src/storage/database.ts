import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** How long a connection or a query to PostgreSQL may take, in milliseconds. */
const POSTGRES_TIMEOUT_MS = 10_000;

/** Connections one process keeps to PostgreSQL; its work is short statements, so a few are plenty. */
const POSTGRES_CONNECTIONS = 5;

/** Two processes that start at once may meet in the migrations; the loser finds them done when it looks again. */
const MIGRATION_TRIES = 5;

/**
 * Where the data lives: a SQLite file, created with its folder when missing, or `:memory:`; or a PostgreSQL address
 * (`postgres://user:password@host/name`), for several processes.
 */
export type DatabaseLocation = { readonly file: string } | { readonly url: string };

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
  const db = new Kysely<Tables>({
    dialect: 'url' in location ? postgresDialect(location.url) : sqliteDialect(location.file),
  });
  try {
    // The address holds a password, so it is not what an error names.
    await migrateToLatest(db, 'url' in location ? 'DATABASE_URL' : location.file);
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

function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POSTGRES_CONNECTIONS,
    connectionTimeoutMillis: POSTGRES_TIMEOUT_MS,
    query_timeout: POSTGRES_TIMEOUT_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks while it is lent out but between two queries; the next query on it fails and is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}

function sqliteDialect(file: string): Dialect {
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
  for (let tries = 1; ; tries += 1) {
    const { error, results } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (error instanceof AppError) throw error;
    if (tries < MIGRATION_TRIES) continue;
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the migrations';
    throw new AppError('storage_failed', `${name}: ${failed} could not be applied`, { cause: error });
  }
}
