import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { AppError } from '../errors.ts';
import { type DatabaseFile, watchDatabaseFile } from './database-file.ts';
import { waitForLock } from './wait-for-lock.ts';

/**
 * Opens a SQLite file, created with its folder when missing, or `:memory:`. SQLite's own waiting for locks stops the
 * whole process, so it is off, and every statement waits in pauses of the event loop instead.
 *
 * @throws AppError `storage_failed` when the file cannot be opened, `storage_busy` when it stays locked.
 */
export async function openSqlite(path: string): Promise<Dialect> {
  let database: Sqlite.Database | undefined;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const opened = new Sqlite(path, { timeout: 0 });
    database = opened;
    await waitForLock(path, () => {
      opened.pragma('journal_mode = WAL');
      // FULL: an acknowledged write survives a power cut, not only a crash of the process.
      opened.pragma('synchronous = FULL');
      opened.pragma('foreign_keys = ON');
      // Makes the write-ahead log, if it is not there yet, which belongs to what is watched.
      opened.pragma('schema_version');
    });
    return new PatientDialect({ path, database: opened, file: watchDatabaseFile(path) });
  } catch (cause) {
    database?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'storage_failed',
      `${path}: cannot open the database; check DATABASE_FILE and its folder`,
      { cause },
    );
  }
}

type Opened = {
  readonly path: string;
  readonly database: Sqlite.Database;
  readonly file: DatabaseFile;
};

class PatientDialect extends SqliteDialect {
  readonly #opened: Opened;

  constructor(opened: Opened) {
    super({ database: opened.database });
    this.#opened = opened;
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#opened);
  }

  override createAdapter(): SqliteAdapter {
    // The driver itself lets one use of the connection after another through, so that it knows how long each waited;
    // newer versions of Kysely would keep them waiting before it.
    return Object.defineProperty(new SqliteAdapter(), 'supportsMultipleConnections', { value: true });
  }
}

/** Kysely's driver, with a connection that waits for locks and notices a file that is gone. */
class PatientDriver extends SqliteDriver {
  readonly #opened: Opened;
  /** Resolves when the last one in the queue for the only connection is done with it. */
  #lastInQueue = Promise.resolve();
  #letNextThrough: () => void = () => undefined;

  constructor(opened: Opened) {
    super({ database: opened.database });
    this.#opened = opened;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    // Counted from here, so that a queue of statements behind a lock fails together instead of one after another.
    const askedAt = performance.now();
    const before = this.#lastInQueue;
    let letNextThrough = (): void => undefined;
    this.#lastInQueue = new Promise((resolve) => {
      letNextThrough = resolve;
    });
    await before;
    this.#letNextThrough = letNextThrough;
    return new PatientConnection(await super.acquireConnection(), this.#opened, askedAt);
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    this.#letNextThrough();
  }

  /** Takes the lock at once: a transaction that reads first and finds the lock taken later could not be repeated. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite rolls back by itself on a full disk; and a file found gone after `commit` has nothing to roll back.
    if (this.#opened.database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #opened: Opened;
  #askedAt: number | undefined;

  constructor(connection: DatabaseConnection, opened: Opened, askedAt: number) {
    this.#connection = connection;
    this.#opened = opened;
    this.#askedAt = askedAt;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { path, file } = this.#opened;
    const askedAt = this.#askedAt ?? performance.now();
    this.#askedAt = undefined;
    const isRollback = query.sql === 'rollback';
    if (!isRollback) file.assertInPlace();
    const result = await waitForLock(path, () => this.#connection.executeQuery<Row>(query), askedAt);
    // What was written into a file that went meanwhile is not on record.
    if (!isRollback) file.assertInPlace();
    return result;
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize);
  }
}
