import { type Dialect, Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '../errors.ts';
import type { RecordsHealth } from '../targets/records.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { openSqlite } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

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
  health(): Promise<RecordsHealth>;
  close(): Promise<void>;
};

/**
 * Opens the database and brings its schema up to date. What differs between engines is decided here and
 * nowhere else. Throws `storage_failed` when the file cannot be opened or a migration fails.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const dialect = await ('url' in location ? openPostgres(location.url) : openSqlite(location.file));
  const db = new Kysely<Tables>({ dialect });
  try {
    // The address holds a password, so it is not what an error names.
    await migrateToLatest(db, 'url' in location ? 'DATABASE_URL' : location.file);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    async health() {
      try {
        // A transaction, because in SQLite it takes the lock a write needs.
        await db.transaction().execute((transaction) => sql`select 1`.execute(transaction));
        return 'ok';
      } catch (error) {
        return describeHealth(error);
      }
    },
    close: () => db.destroy(),
  };
}

function describeHealth(error: unknown): RecordsHealth {
  if (!(error instanceof AppError)) return 'unreachable';
  if (error.code === 'storage_busy') return 'locked';
  return error.code === 'storage_gone' ? 'gone' : 'unreachable';
}

/** The driver of PostgreSQL is loaded only where it is used. */
async function openPostgres(url: string): Promise<Dialect> {
  const { createPostgresDialect } = await import('./postgres-dialect.ts');
  return createPostgresDialect(url);
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
