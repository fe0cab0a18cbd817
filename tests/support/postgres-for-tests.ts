import { existsSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server; tests make a database of their own in it. */
    readonly postgresUrl: string;
    /** File that fault tests add a line each to. */
    readonly faultTable: string;
  }
}

const COLUMNS = ['fault', 'posts', 'sent', 'unknown', 'skipped', 'open', 'twice'] as const;

/** Starts one PostgreSQL for the run; at its end prints what the fault tests counted, as one table. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const table = join(folder, 'table.md');
  project.provide('postgresUrl', server.url);
  project.provide('faultTable', table);
  return async () => {
    await server.stop();
    // Past the reporter, which redraws what goes through the stream.
    if (existsSync(table)) writeSync(1, renderTable(readFileSync(table, 'utf8')));
    rmSync(folder, { recursive: true, force: true });
  };
}

function renderTable(lines: string): string {
  const rows = lines.trim().split('\n').toSorted();
  return ['', `| ${COLUMNS.join(' | ')} |`, `|${' --- |'.repeat(COLUMNS.length)}`, ...rows, '', ''].join(
    '\n',
  );
}
