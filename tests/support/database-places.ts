import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseLocation } from '../../src/storage/database.ts';

/** A place for one test's data, on a real engine. */
export type TestLocation = { readonly location: DatabaseLocation; drop(): Promise<void> };

export async function createSqliteFile(): Promise<TestLocation> {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  return {
    location: { file: join(folder, 'bot.sqlite') },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A new database in a running PostgreSQL. */
export async function createDatabaseOn(server: string): Promise<TestLocation> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(server, `create database ${name}`);
  return {
    location: { url: `${server}/${name}` },
    drop: () => runOnServer(server, `drop database ${name} with (force)`),
  };
}

async function runOnServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
