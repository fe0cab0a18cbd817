// Measures targets and digests and prints one JSON object: `npm run bench` includes it. Each measure is taken at three
// sizes; `growth` is how much more time one size takes than the one before, in parts of how much larger it is: 1 is
// linear, below is better. Figures of one run compare with each other only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { recordDueSlots } from '../../src/scheduling/record-due-slots.ts';
import { buildDigestMessage } from '../../src/slack/digests/digest-message.ts';
import { type DatabaseLocation, openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { buildDigest } from '../../src/targets/digest.ts';
import type { Entry } from '../../src/targets/entry.ts';
import { addDays } from '../../src/targets/local-date.ts';
import { PLAIN_CALENDAR } from '../../src/targets/working-days.ts';
import { startPostgres } from '../support/start-postgres.ts';
import { makeNewSubscription, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const WEEKS = 52;
const TARGETS = [128, 1_280, 10_000] as const;
const LEDGERS = [1_000, 10_000, 100_000] as const;
const SUBSCRIPTIONS = [1_000, 3_000, 10_000] as const;
/** Entries appended one by one, each durable before the next, at every size of the ledger. */
const APPENDS = 300;
/** The best of so many runs is what the work takes; the rest is what else the machine did. */
const RUNS = 3;

type Measured = { readonly size: number; readonly ms: number };

const round = (value: number): number => Math.round(value * 100) / 100;

async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function best(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) least = Math.min(least, await time(work));
  return least;
}

function withGrowth<Row extends Measured>(rows: readonly Row[]) {
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const growth = before ? round(row.ms / before.ms / (row.size / before.size)) : null;
    return { ...row, ms: round(row.ms), growth };
  });
}

/** A year of weekly entries for each target, as the ledger would give them: week by week. */
function writeYear(targetIds: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const asOf = addDays('2019-01-05', 7 * week);
    for (const targetId of targetIds) {
      const value = String(Math.round((400 * (week + 1)) / WEEKS));
      entries.push({ ...makeValueEntry({ targetId, asOf, value }), seq: entries.length + 1 });
    }
  }
  return entries;
}

async function measureDigests() {
  const rows: (Measured & { readonly entries: number })[] = [];
  for (const size of TARGETS) {
    const targets = Array.from({ length: size }, (_, index) =>
      makeNumericTarget({ id: `t${index}`, name: `目标${index}` }),
    );
    const entries = writeYear(targets.map(({ id }) => id));
    const owners = new Map(targets.map(({ id }) => [id, ['U12AB']]));
    const ms = await best(() => {
      const since = { from: '2019-12-21', asOf: '2019-12-21', knownBefore: null };
      const digest = buildDigest({
        asOf: '2019-12-28',
        since,
        knowledgeVersion: 'v',
        targets,
        entries,
        owners,
      });
      buildDigestMessage(digest, { isLate: false, subscriptionId: null });
    });
    rows.push({ size, entries: entries.length, ms });
  }
  return withGrowth(rows);
}

/** Appends at three sizes of the ledger. Not slower when it is larger: growth of the time of one append. */
async function measureAppends(location: DatabaseLocation) {
  const { db, close } = await openDatabase(location);
  const { ledger } = createTargetRecords(db);
  const rows: { ledgerEntries: number; entriesPerSecond: number; readAllMs: number }[] = [];
  let written = 0;
  for (const size of LEDGERS) {
    while (written < size) {
      const count = Math.min(2_000, size - written);
      await ledger.append(Array.from({ length: count }, (_, at) => makeValueEntry({ targetId: `t${at}` })));
      written += count;
    }
    const ms = await time(async () => {
      for (let count = 0; count < APPENDS; count += 1) await ledger.append([makeValueEntry()]);
    });
    written += APPENDS;
    rows.push({
      ledgerEntries: size,
      entriesPerSecond: Math.round((APPENDS / ms) * 1_000),
      readAllMs: round(await best(() => ledger.allEntries())),
    });
  }
  await close();
  return rows;
}

async function measureScans(
  open: () => Promise<{ location: DatabaseLocation; drop: () => void | Promise<void> }>,
) {
  const quiet: Measured[] = [];
  const due: Measured[] = [];
  for (const size of SUBSCRIPTIONS) {
    const { location, drop } = await open();
    const { db, close } = await openDatabase(location);
    const { subscriptions, slots } = createTargetRecords(db);
    const times = ['08:30', '09:00', '14:00', '17:30'];
    const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'America/New_York'];
    const since = new Date('2019-06-20T00:00:00Z');
    for (let index = 0; index < size; index += 1) {
      const time = times[index % 4] ?? '09:00';
      const timeZone = zones[Math.floor(index / 4) % 4] ?? 'UTC';
      await subscriptions.add(makeNewSubscription({ channelId: `C${index}`, time, timeZone }), since);
    }
    const scan = (now: Date) =>
      recordDueSlots({ subscriptions, slots, calendar: PLAIN_CALENDAR, graceMs: 86_400_000, now: () => now });
    quiet.push({ size, ms: await best(() => scan(new Date('2019-06-23T12:00:00Z'))) });
    due.push({ size, ms: await time(() => scan(new Date('2019-06-24T23:00:00Z'))) });
    await close();
    await drop();
  }
  return { nothingDue: withGrowth(quiet), allDue: withGrowth(due) };
}

const server = await startPostgres();
let databases = 0;

function openSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const drop = () => rmSync(folder, { recursive: true, force: true });
  return Promise.resolve({ location: { file: join(folder, 'bot.sqlite') }, drop });
}

async function openPostgres() {
  databases += 1;
  const name = `bench_${databases}`;
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { location: { url: `${server.url}/${name}` }, drop: () => undefined };
}

try {
  const sqlite = await openSqlite();
  const postgres = await openPostgres();
  const measured = {
    digestRender: await measureDigests(),
    appendsSqlite: await measureAppends(sqlite.location),
    appendsPostgres: await measureAppends(postgres.location),
    dueSlotScanSqlite: await measureScans(openSqlite),
    dueSlotScanPostgres: await measureScans(openPostgres),
  };
  sqlite.drop();
  process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
} finally {
  await server.stop();
}
