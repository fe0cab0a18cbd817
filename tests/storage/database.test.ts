import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConversationRecords } from '../../src/storage/conversation-records.ts';
import { openDatabase } from '../../src/storage/database.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openDatabase', () => {
  it('creates the folder and keeps what was written for the next opening', async () => {
    const file = join(folder, 'nested', 'bot.sqlite');
    const first = await openDatabase({ file });
    const id = await createConversationRecords(first.db).askedQuestions.keep({ question: '低保标准?' }, NOW);
    await first.close();

    const second = await openDatabase({ file });

    expect(await createConversationRecords(second.db).askedQuestions.find(id)).toEqual({
      question: '低保标准?',
    });
    await second.close();
  });

  it('opens files in WAL mode with every commit on disk', async () => {
    const database = await openDatabase({ file: join(folder, 'bot.sqlite') });

    const { rows: journal } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(database.db);
    const { rows: synchronous } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database.db);

    expect(journal).toEqual([{ journal_mode: 'wal' }]);
    expect(synchronous).toEqual([{ synchronous: 2 }]);
    await database.close();
  });

  it('says which file is no database', async () => {
    const file = join(folder, 'bot.sqlite');
    writeFileSync(file, '这不是数据库'.repeat(100));

    await expect(openDatabase({ file })).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining(file),
    });
  });

  it('says why a server cannot be used, and nothing of its address', async () => {
    // Nothing listens on this port of loopback.
    const opening = openDatabase({ url: 'postgres://clerk:secret@127.0.0.1:1/office' });

    const error = await opening.then(() => undefined, String);
    expect(error).toContain('DATABASE_URL: cannot be used (ECONNREFUSED); check that the database runs');
    expect(error).not.toContain('secret');
  });

  it('reports whether it can be reached', async () => {
    const database = await openDatabase({ file: ':memory:' });
    expect(await database.health()).toBe('ok');

    await database.close();

    expect(await database.health()).toBe('unreachable');
  });

  it('says that it cannot be written when everything can still be read', async () => {
    const database = await openDatabase({ file: ':memory:' });
    expect(await database.health()).toBe('ok');

    await sql`pragma query_only = on`.execute(database.db);

    expect(await database.health()).toBe('unwritable');
    await database.close();
  });
});
