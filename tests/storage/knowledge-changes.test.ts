import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, readAdditions } from '../../src/knowledge/changes.ts';
import { createConversationRecords } from '../../src/storage/conversation-records.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createKnowledgeChanges } from '../../src/storage/knowledge-changes-store.ts';
import type { TestLocation } from '../support/database-places.ts';
import { ENGINES } from '../support/engines.ts';

const NOON = new Date('2026-11-24T12:00:00.000Z');
const LATER = new Date('2026-11-25T12:00:00.000Z');
const WORD: Change = { kind: 'word', word: '吃低保', means: '最低生活保障' };
const FILE = {
  id: 'f1',
  entry: { id: 'qinglan', title: '青岚民政', places: ['青岚'], years: [2022], received: '2026-11-24' },
  text: '青岚民政\n',
  map: '{}',
  original: { name: 'qinglan.original.docx', bytes: Uint8Array.from([0, 255, 7]) },
  receivedBy: 'U1',
};
const ADDED: Change = { kind: 'report', fileId: 'f1', entry: FILE.entry };

describe.each(ENGINES)('knowledge changes on $engine', ({ create }) => {
  let place: TestLocation;
  let database: Database;
  let changes: ReturnType<typeof createKnowledgeChanges>;

  beforeEach(async () => {
    place = await create();
    database = await openDatabase(place.location);
    changes = createKnowledgeChanges(database.db);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const add = (change: Change, requestKey = 'k1') => changes.add(change, { requestKey, by: 'U1', now: NOON });

  it('are kept with who and when, and come to what is answered from', async () => {
    await changes.files.keep(FILE, NOON);
    await add(ADDED, 'a');
    await add(WORD, 'b');
    await add({ kind: 'absent', question: '房价多少' }, 'c');
    await add({ kind: 'withdrawal', reportId: 'old', title: '旧报告' }, 'd');
    await add({ kind: 'name', reportId: 'qinglan', start: 1, end: 3, printed: '岚民', name: '别名' }, 'e');

    expect((await changes.list())[1]).toEqual({ seq: 2, change: WORD, by: 'U1', at: NOON, undone: null });
    expect(await readAdditions(changes)).toEqual({
      reports: [{ entry: FILE.entry, text: FILE.text, map: FILE.map }],
      withdrawn: ['old'],
      words: [['吃低保', '最低生活保障']],
      names: [{ reportId: 'qinglan', start: 1, end: 3, name: '别名' }],
      absent: ['房价多少'],
    });
  });

  it('are kept once for one act, however many deliver it at the same time', async () => {
    const kept = await Promise.all(Array.from({ length: 5 }, () => add(WORD)));

    expect(new Set(kept.map(({ seq }) => seq)).size).toBe(1);
    expect(await changes.list()).toHaveLength(1);
  });

  it('are taken back once, by whom and when, and then count no more', async () => {
    const { seq } = await add(WORD);
    const undone = await Promise.all(
      Array.from({ length: 5 }, () => changes.undo(seq, { by: 'U2', now: LATER })),
    );

    expect(undone.filter(Boolean)).toHaveLength(1);
    expect((await changes.list())[0]?.undone).toEqual({ by: 'U2', at: LATER });
    expect((await readAdditions(changes)).words).toEqual([]);
    expect(await changes.undo(99, { by: 'U2', now: LATER })).toBe(false);
  });

  it('raise the revision with each change and each taking back, and with nothing else', async () => {
    const before = await changes.revision();
    const { seq } = await add(WORD);
    const added = await changes.revision();
    await add(WORD);
    await changes.files.keep(FILE, NOON);

    expect(before).toBe(0);
    expect(added).toBeGreaterThan(before);
    expect(await changes.revision()).toBe(added);
    await changes.undo(seq, { by: 'U1', now: NOON });
    expect(await changes.revision()).toBeGreaterThan(added);
  });

  it('give a received file back byte for byte, with what was said of it since', async () => {
    await changes.files.keep(FILE, NOON);
    await changes.files.describe('f1', { ...FILE.entry, title: '新题目' });

    expect(await changes.files.find('f1')).toEqual({
      ...FILE,
      entry: { ...FILE.entry, title: '新题目' },
      original: { ...FILE.original, bytes: Buffer.from(FILE.original.bytes) },
    });
    expect(await changes.files.find('f2')).toBeUndefined();
  });

  it('forget files nobody confirmed, and none that became a report', async () => {
    await changes.files.keep(FILE, NOON);
    await changes.files.keep({ ...FILE, id: 'f2' }, NOON);
    await changes.files.keep({ ...FILE, id: 'f3' }, LATER);
    await add(ADDED);

    await createConversationRecords(database.db).retention.forgetQuestionsBefore(LATER);

    expect(await changes.files.find('f1')).toBeDefined();
    expect(await changes.files.find('f2')).toBeUndefined();
    expect(await changes.files.find('f3')).toBeDefined();
  });
});
