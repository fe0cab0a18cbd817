import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { readKnowledgeFiles } from '../../../src/loading/read-knowledge-files.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createLedger } from '../../../src/storage/ledger-store.ts';
import type { Entry } from '../../../src/targets/entry.ts';
import { readTargets } from '../../../src/targets/read-targets.ts';
import { createSampleLedger } from '../../../src/workspace/demo/sample-ledger.ts';

const files = readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });
const targets = readTargets(files.knowledge, readKnowledge(files).knowledge.reports, []);

/** Entries nobody has taken back. */
function standing(entries: readonly Entry[]): readonly Entry[] {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
  return entries.filter((entry) => entry.kind !== 'undo' && !undone.has(entry.seq));
}

describe('createSampleLedger', () => {
  let database: Database;
  let now: Date;

  beforeEach(async () => {
    database = await openDatabase({ file: ':memory:' });
    now = new Date('2019-06-20T02:00:00Z');
  });
  afterEach(() => database.close());

  const open = () => {
    const ledger = createLedger(database.db);
    return { ledger, sample: createSampleLedger({ ledger, targets, now: () => now }) };
  };

  it('marks every entry as a sample, and dates none later than today', async () => {
    const { ledger, sample } = open();
    now = new Date('2019-04-15T02:00:00Z');
    await sample.load();
    const entries = await ledger.allEntries();

    expect(entries.length).toBeGreaterThan(4);
    expect(new Set(entries.map(({ origin }) => origin))).toEqual(new Set(['sample']));
    expect(new Set(entries.map(({ asOf }) => asOf))).toEqual(new Set(['2019-03-31']));
  });

  it('gives counted targets whole numbers that never fall and never pass the goal', async () => {
    const { ledger, sample } = open();
    await sample.load();
    const stations = targets.find(({ name }) => name.includes('社区养老服务站'));
    const values = (await ledger.entriesOf(stations?.id ?? '')).map((entry) =>
      entry.kind === 'value' ? Number(entry.value) : Number.NaN,
    );

    expect(values).toHaveLength(4);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.every((value) => Number.isInteger(value) && value <= 400)).toBe(true);
  });

  it('takes samples back without touching what people recorded, and can load them again', async () => {
    const { ledger, sample } = open();
    const [target] = targets;
    await sample.load();
    await ledger.append([
      {
        kind: 'pause',
        targetId: target?.id ?? '',
        asOf: '2019-06-20',
        note: '等文件',
        recordedBy: 'U1',
        recordedAt: now,
        saidIn: '',
        origin: 'slack',
        requestKey: 'mine',
      },
    ]);
    await sample.remove();
    expect((await ledger.allEntries().then(standing)).map(({ origin }) => origin)).toEqual(['slack']);

    now = new Date('2019-06-20T03:00:00Z');
    await sample.load();
    const again = standing(await ledger.allEntries()).filter(({ origin }) => origin === 'sample');
    expect(again.length).toBeGreaterThan(8);
  });
});
