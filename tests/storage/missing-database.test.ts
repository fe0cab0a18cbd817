import { copyFileSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { makeValueEntry } from '../support/target-builders.ts';

let folder: string;
let file: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'missing-'));
  file = join(folder, 'bot.sqlite');
  database = await openDatabase({ file });
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const record = () => createTargetRecords(database.db).ledger.append([makeValueEntry()]);

describe('a database file', () => {
  it.each([
    { fate: 'deleted', happen: () => rmSync(file) },
    { fate: 'deleted with its log', happen: () => rmSync(folder, { recursive: true }) },
    { fate: 'moved away', happen: () => renameSync(file, `${file}.old`) },
    {
      fate: 'replaced by a copy',
      happen: () => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    },
    { fate: 'robbed of its log', happen: () => rmSync(`${file}-wal`) },
  ])('that is $fate is noticed at once, and nothing is written into nothing', async ({ happen }) => {
    await record();

    happen();

    await expect(record()).rejects.toMatchObject({
      code: 'storage_gone',
      message: expect.stringContaining(file),
    });
    expect(await database.health()).toBe('gone');
  });

  it('that a symbolic link leads to is used, and another one behind the link is noticed', async () => {
    const [link, other] = [join(folder, 'link.sqlite'), join(folder, 'other.sqlite')];
    symlinkSync(file, link);
    const linked = await openDatabase({ file: link });
    expect(await linked.health()).toBe('ok');

    copyFileSync(file, other);
    rmSync(link);
    symlinkSync(other, link);

    expect(await linked.health()).toBe('gone');
    await linked.close();
  });

  it('that goes while a transaction is under way is no record', async () => {
    const transaction = database.db.transaction().execute(async (open) => {
      await open.insertInto('handled_events').values({ key: 'a', handled_at: 'now' }).execute();
      rmSync(file);
    });

    await expect(transaction).rejects.toMatchObject({ code: 'storage_gone' });
  });

  it('that comes back is used again', async () => {
    await record();
    renameSync(file, `${file}.old`);
    await expect(record()).rejects.toMatchObject({ code: 'storage_gone' });

    renameSync(`${file}.old`, file);

    await record();
    expect(await createTargetRecords(database.db).ledger.allEntries()).toHaveLength(2);
    expect(await database.health()).toBe('ok');
  });
});
