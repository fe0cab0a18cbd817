import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import {
  chooseTelling,
  ENOUGH,
  type FindCandidates,
  type HeldGram,
} from '../answering/reports/report-finder.ts';
import type {
  ReportShelf,
  ReportToShelve,
  ShelvedEntry,
  ShelvedId,
} from '../answering/reports/report-shelf.ts';
import { parseKnownReport, renderKnownReport } from '../knowledge/keep-report.ts';
import type { Tables } from './tables.ts';

/** Reports put on the shelf together: others wait as long before they put in theirs. */
const BATCH = 10;

/** How often a process looks whether the one that changes the shelf is done; a statement that waited would be given up. */
const LOOK_EVERY_MS = 100;

/** How long a report that no longer stands can still be opened by a process that has not looked since. */
const KEPT_RETIRED_MS = 24 * 60 * 60 * 1000;

/** Any number that nothing else locks. */
const LOCK = 7_214_002;

/** Keeps reports in PostgreSQL, and finds them by its full-text index. */
export function createReportShelf(db: Kysely<Tables>): ReportShelf {
  return {
    async fill(wanted, read, now) {
      await retire(db, wanted, now);
      const standing = await readStanding(db);
      const missing = wanted.filter((each) => standing.get(each.id) !== each.version);
      for (let at = 0; at < missing.length; at += BATCH)
        await shelve(db, missing.slice(at, at + BATCH), read);
      // What was put in waits in a list, which every search reads, until it is sorted in.
      if (missing.length > 0) await sql`select gin_clean_pending_list('report_sentences_grams')`.execute(db);
    },
    async list(wanted) {
      const rows = await db
        .selectFrom('shelved_reports')
        .select(['id', 'version', 'entry'])
        .where('id', '=', sql<string>`any(${wanted.map(({ id }) => id)})`)
        .execute();
      return inOrder(wanted, rows).map((row): ShelvedEntry => JSON.parse(row.entry));
    },
    async load(wanted) {
      if (wanted.length === 0) return [];
      const rows = await db
        .selectFrom('shelved_reports')
        .select(['id', 'version', 'parsed', 'saved'])
        .where('id', '=', sql<string>`any(${wanted.map(({ id }) => id)})`)
        .execute();
      return inOrder(wanted, rows).map((row) => ({
        known: parseKnownReport(row.parsed),
        saved: deserialize(inflateRawSync(row.saved)),
      }));
    },
    findCandidates: createFinder(db),
  };
}

/** The rows of these very versions, in their order. */
function inOrder<Row extends ShelvedId>(wanted: readonly ShelvedId[], rows: readonly Row[]): readonly Row[] {
  const byVersion = new Map(rows.map((row) => [`${row.id}\n${row.version}`, row]));
  return wanted.flatMap(({ id, version }) => byVersion.get(`${id}\n${version}`) ?? []);
}

async function readStanding(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('shelved_reports')
    .select(['id', 'version'])
    .where('retired_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Changes what stands on the shelf; one process at a time does. */
async function exclusively(
  db: Kysely<Tables>,
  change: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  const isDone = await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ readonly taken: boolean }>`
      select pg_try_advisory_xact_lock(${LOCK}) taken
    `.execute(transaction);
    if (rows[0]?.taken !== true) return false;
    await change(transaction);
    return true;
  });
  if (isDone) return;
  await wait(LOOK_EVERY_MS);
  await exclusively(db, change);
}

/** Takes from the shelf what is not wanted any more, and forgets what was taken long ago. */
async function retire(db: Kysely<Tables>, wanted: readonly ShelvedId[], now: Date): Promise<void> {
  const versions = new Map(wanted.map(({ id, version }) => [id, version]));
  await exclusively(db, async (transaction) => {
    const gone = [...(await readStanding(transaction))].flatMap(([id, version]) =>
      versions.get(id) === version ? [] : [id],
    );
    await transaction
      .deleteFrom('shelved_reports')
      .where('retired_at', '<', new Date(now.getTime() - KEPT_RETIRED_MS).toISOString())
      .execute();
    if (gone.length === 0) return;
    await sql`
      with gone as (delete from report_sentences where report_id = any(${gone}) returning grams),
      counted as (select gram, count(*) held from gone, unnest(tsvector_to_array(grams)) gram group by gram)
      update sentence_grams set sentences = sentences - held from counted where counted.gram = sentence_grams.gram
    `.execute(transaction);
    await transaction
      .updateTable('shelved_reports')
      .set({ retired_at: now.toISOString() })
      .where('id', '=', sql<string>`any(${gone})`)
      .where('retired_at', 'is', null)
      .execute();
  });
}

async function shelve(
  db: Kysely<Tables>,
  wanted: readonly ShelvedId[],
  read: (id: string) => ReportToShelve | null,
): Promise<void> {
  await exclusively(db, async (transaction) => {
    const standing = await readStanding(transaction);
    const reports = wanted
      .filter(({ id, version }) => standing.get(id) !== version)
      .flatMap(({ id, version }) => {
        const report = read(id);
        return report ? [{ ...report, version }] : [];
      });
    if (reports.length === 0) return;
    await transaction
      .insertInto('shelved_reports')
      .values(
        reports.map(({ entry, known, saved, sentences, version }) => ({
          id: entry.report.id,
          version,
          entry: JSON.stringify(entry),
          parsed: renderKnownReport(known),
          saved: deflateRawSync(serialize(saved)),
          year: entry.report.year,
          sentences: sentences.length,
          retired_at: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['id', 'version']).doUpdateSet({ retired_at: null }))
      .execute();
    const rows = reports.flatMap(({ entry, sentences }) =>
      sentences.map(({ start, grams }) => ({ id: entry.report.id, start, grams })),
    );
    await sql`
      insert into report_sentences (report_id, start, grams)
      select id, start, array_to_tsvector(grams)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, start integer, grams text[])
    `.execute(transaction);
    const counts = new Map<string, number>();
    for (const { grams } of rows) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    await sql`
      insert into sentence_grams (gram, sentences)
      select * from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::integer[])
      on conflict (gram) do update set sentences = sentence_grams.sentences + excluded.sentences
    `.execute(transaction);
  });
}

function createFinder(db: Kysely<Tables>): FindCandidates<Promise<readonly string[]>> {
  return async (query, filter, limit) => {
    const { rows: held } = await sql<HeldGram>`
      select gram, sentences from sentence_grams where gram = any(${[...query]})
    `.execute(db);
    const { rows: counted } = await sql<{ readonly total: number }>`
      select coalesce(sum(sentences), 0)::integer total from shelved_reports where retired_at is null
    `.execute(db);
    const telling = chooseTelling(held, counted[0]?.total ?? 0);
    if (telling.length === 0) return [];
    const { rows } = await sql<{ readonly id: string }>`
      with scored as (
        select report_id, start, sum(weight) score
        from unnest(${telling.map(({ gram }) => quoteLexeme(gram))}::text[], ${telling.map(({ weight }) => weight)}::integer[])
          as asked (gram, weight)
        join report_sentences on grams @@ gram::tsquery
        where ${filter.reports === null ? sql`true` : sql`report_id = any(${[...filter.reports]})`}
        group by report_id, start
      ),
      best as (select report_id id, max(score) score from scored group by report_id)
      select best.id
      from best join shelved_reports on shelved_reports.id = best.id and retired_at is null
      where best.score * 100 >= (select max(score) from best) * ${ENOUGH}::integer
      order by best.score desc, year desc, best.id collate "C"
      limit ${limit}
    `.execute(db);
    return rows.map(({ id }) => id);
  };
}

/** A gram as PostgreSQL reads a lexeme that is not to be cut again. */
const quoteLexeme = (gram: string): string => `'${gram.replaceAll(/['\\]/gu, '$&$&')}'`;
