import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readProgressFile } from '../../src/cli/import-progress.ts';
import { guardCell, unguardCell } from '../../src/cli/progress-columns.ts';
import { renderLedger } from '../../src/cli/render-ledger.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { CONFIDENCES, MILESTONE_STATES, type NewEntry, STATUSES } from '../../src/targets/entry.ts';
import { makeMilestone, makeNumericTarget } from '../support/target-builders.ts';

const TARGETS = [makeNumericTarget(), makeMilestone()];
const open: Database[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

const openLedger = async () => {
  const database = await openDatabase({ file: ':memory:' });
  open.push(database);
  return createTargetRecords(database.db).ledger;
};

const readSheet = (text: string, history: Parameters<typeof readProgressFile>[0]['history'] = []) =>
  readProgressFile({
    file: 'ledger.csv',
    text,
    targets: TARGETS,
    history,
    today: '2019-06-24',
    now: new Date('2019-06-24T02:00:00Z'),
    importedBy: 'office',
    acceptsDoubts: false,
  });

/** Any text a database takes, with what spreadsheets stumble over more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((some) => some.replaceAll('\0', '')),
  fc.constantFrom(
    '',
    '=1+1',
    "'=1",
    "''+x",
    '-',
    '-1.2',
    '＝SUM(A1)',
    ' 前后 ',
    'a"b',
    'a,b\t;c',
    '一\r\n二\n三\r',
    '@某',
    '\ufeff',
  ),
);
const day = fc
  .integer({ min: 1, max: 170 })
  .map((days) => new Date(Date.UTC(2019, 0, days)).toISOString().slice(0, 10));
const base = {
  asOf: day,
  note: text,
  recordedBy: text,
  recordedAt: fc.date({ min: new Date('2019-01-01'), max: new Date('2019-06-24'), noInvalidDate: true }),
  saidIn: fc.constantFrom('', 'C0123'),
  origin: fc.constantFrom('slack', 'import', 'sample'),
};
const evidenced = {
  evidence: fc.constantFrom('', 'https://example.org/a,b?c="d"'),
  confidence: fc.constantFrom(...CONFIDENCES),
};
const amount = fc.constantFrom('0', '126', '-1.2', '0.50', '1∶0.76', '12000');

/** An act on one of the two targets; `of` picks the earlier entry an undo or a correction is about. */
const act = fc.record({
  of: fc.nat(),
  corrects: fc.boolean(),
  entry: fc.oneof(
    fc.record({
      ...base,
      ...evidenced,
      kind: fc.constant('value'),
      targetId: fc.constant('stations'),
      value: amount,
    }),
    fc.record({
      ...base,
      ...evidenced,
      kind: fc.constant('state'),
      targetId: fc.constant('law'),
      state: fc.constantFrom(...MILESTONE_STATES),
    }),
    fc.record({
      ...base,
      kind: fc.constant('override'),
      targetId: fc.constantFrom('stations', 'law'),
      status: fc.constantFrom(...STATUSES),
    }),
    fc.record({
      ...base,
      kind: fc.constantFrom('pause', 'resume', 'undo'),
      targetId: fc.constantFrom('stations', 'law'),
    }),
  ),
});

/** A ledger in which undo and correction refer to entries before them. */
const ledger = fc.array(act, { minLength: 1, maxLength: 12 }).map((acts) =>
  acts.map(({ entry, of, corrects }, index): NewEntry => {
    const requestKey = `${index}:键,"${index}`;
    const before = index === 0 ? null : (of % index) + 1;
    if (entry.kind === 'undo') {
      return before === null
        ? { ...entry, kind: 'pause', requestKey }
        : { ...entry, kind: 'undo', requestKey, undoes: before };
    }
    return entry.kind === 'value' || entry.kind === 'state'
      ? ({ ...entry, requestKey, corrects: corrects ? before : null } as NewEntry)
      : ({ ...entry, requestKey } as NewEntry);
  }),
);

describe('an exported ledger', () => {
  it('comes back unchanged in an empty ledger, and changes nothing in its own', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (entries) => {
        const [first, second] = [await openLedger(), await openLedger()];
        await first.append(entries);
        const exported = renderLedger(await first.allEntries(), TARGETS);

        const elsewhere = readSheet(exported);
        expect(elsewhere.problems).toEqual([]);
        await second.append(elsewhere.entries, elsewhere.references);
        expect(renderLedger(await second.allEntries(), TARGETS)).toBe(exported);
        expect(await second.allEntries()).toEqual(await first.allEntries());

        const again = readSheet(exported, await first.allEntries());
        expect(again.problems).toEqual([]);
        await first.append(again.entries, again.references);
        expect(renderLedger(await first.allEntries(), TARGETS)).toBe(exported);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what is undone undone where the numbers of entries are others', async () => {
    const [first, second] = [await openLedger(), await openLedger()];
    const [entries = []] = fc.sample(
      ledger.filter((some) => some.some(({ kind }) => kind === 'undo')),
      {
        numRuns: 1,
        seed: 1,
      },
    );
    await first.append(entries);
    const own = entries
      .slice(0, 1)
      .map((entry) => ({ ...entry, requestKey: 'own', corrects: null }) as NewEntry);
    await second.append(own);
    const { entries: read, references } = readSheet(
      renderLedger(await first.allEntries(), TARGETS),
      await second.allEntries(),
    );

    await second.append(read, references);

    const moved = (await second.allEntries()).slice(1);
    const shifted = (await first.allEntries()).map((entry) => ({
      ...entry,
      seq: entry.seq + 1,
      ...('corrects' in entry && entry.corrects !== null ? { corrects: entry.corrects + 1 } : {}),
      ...(entry.kind === 'undo' ? { undoes: entry.undoes + 1 } : {}),
    }));
    expect(moved).toEqual(shifted);
  });
});

describe('an exported row that was changed by hand', () => {
  const record = async () => {
    const first = await openLedger();
    const [entry] = await first.append([
      {
        kind: 'value',
        targetId: 'stations',
        value: '120',
        asOf: '2019-05-31',
        note: '一\n二',
        evidence: '',
        confidence: 'high',
        corrects: null,
        recordedBy: 'U1',
        recordedAt: new Date('2019-05-31T02:00:00Z'),
        saidIn: 'C1',
        origin: 'slack',
        requestKey: 'entry-1',
      },
    ]);
    return { history: await first.allEntries(), entry };
  };

  it('is refused, with the column, what is on record and what to do', async () => {
    const { history } = await record();
    const sheet = renderLedger(history, TARGETS).replace(',120,', ',130,');

    expect(readSheet(sheet, history)).toMatchObject({
      entries: [],
      problems: [
        'ledger.csv:2: 数值“130”：与记录里的“120”不同；要更正请在 Slack 里更正，要另填一条请清空这一行的“请求编号”',
      ],
    });
  });

  it('is the same where only a spreadsheet changed how days and line ends are written', async () => {
    const { history } = await record();
    const sheet = renderLedger(history, TARGETS)
      .replace('2019-05-31,', '2019/5/31,')
      .replace('一\n二', '一\r\n二');

    expect(readSheet(sheet, history)).toMatchObject({ problems: [], entries: [{ requestKey: 'entry-1' }] });
  });
});

describe('guardCell', () => {
  it('lets no formula through and can be taken back for any text', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const guarded = guardCell(cell);

        expect(unguardCell(guarded)).toBe(cell);
        expect(/^[=+\-@\t\r]/u.test(guarded) && !/^[+-]?\d+(\.\d+)?$/u.test(guarded)).toBe(false);
      }),
    );
  });
});
