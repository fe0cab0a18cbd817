import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** How long a connection or a query to PostgreSQL may take, in milliseconds. */
const POSTGRES_TIMEOUT_MS = 10_000;

/** Connections one process keeps to PostgreSQL; its work is short statements, so a few are plenty. */
const POSTGRES_CONNECTIONS = 5;

/** Talks to the PostgreSQL server at an address, by a small pool of connections. */
export function createPostgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POSTGRES_CONNECTIONS,
    connectionTimeoutMillis: POSTGRES_TIMEOUT_MS,
    query_timeout: POSTGRES_TIMEOUT_MS,
    keepAlive: true,
    // Compiling a statement takes longer than any of these short ones runs.
    options: '-c jit=off',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks while it is lent out but between two queries; the next query on it fails and is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
