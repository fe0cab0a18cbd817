import { randomUUID } from 'node:crypto';
import { type Dialect, Kysely } from 'kysely';
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
        await writeAndForget(db);
        return 'ok';
      } catch (error) {
        return describeHealth(error);
      }
    },
    close: () => db.destroy(),
  };
}

/** Reading proves nothing: a disk that is full or has become read-only still lets everything be read. */
async function writeAndForget(db: Kysely<Tables>): Promise<void> {
  const key = `health:${randomUUID()}`;
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('handled_events').values({ key, handled_at: '' }).execute();
    await transaction.deleteFrom('handled_events').where('key', '=', key).execute();
  });
}

/** What SQLite and PostgreSQL call a full disk, one that fails, and one that can only be read. */
const UNWRITABLE = /^(?:SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN).*|53100|25006|58030)$/u;

function describeHealth(error: unknown): RecordsHealth {
  if (!(error instanceof AppError)) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return UNWRITABLE.test(code) ? 'unwritable' : 'unreachable';
  }
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
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const what =
      failed === undefined
        ? `cannot be used${codeOf(error)}; check that the database runs, its address, its name, the user and the password`
        : `${failed} could not be applied`;
    throw new AppError('storage_failed', `${name}: ${what}`, { cause: error });
  }
}

/** What the driver calls it, such as ECONNREFUSED; its message may hold what was in the address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
}
