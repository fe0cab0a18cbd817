import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Entry, Ledger, NewEntry } from '../targets/entry.ts';
import { NewEntrySchema } from './entry-schema.ts';
import type { Tables } from './tables.ts';

/** Rows written by one statement; SQLite allows 32,766 bound values and a row has 16. */
const ROWS_PER_INSERT = 500;

export function createLedger(db: Kysely<Tables>): Ledger {
  return {
    async append(entries, references = new Map()) {
      return db.transaction().execute(async (transaction) => {
        if (references.size === 0) await insertEntries(transaction, entries);
        else await insertReferring(transaction, entries, references);
        const kept: Entry[] = [];
        for (let at = 0; at < entries.length; at += ROWS_PER_INSERT) {
          const keys = entries.slice(at, at + ROWS_PER_INSERT).map(({ requestKey }) => requestKey);
          const rows = await transaction
            .selectFrom('ledger_entries')
            .selectAll()
            .where('request_key', 'in', keys)
            .orderBy('seq')
            .execute();
          kept.push(...rows.map(toEntry));
        }
        return kept;
      });
    },
    async entriesOf(targetId) {
      const rows = await db
        .selectFrom('ledger_entries')
        .selectAll()
        .where('target_id', '=', targetId)
        .orderBy('seq')
        .execute();
      return rows.map(toEntry);
    },
    async allEntries() {
      const rows = await db.selectFrom('ledger_entries').selectAll().orderBy('seq').execute();
      return rows.map(toEntry);
    },
  };
}

/** Writes entries within a transaction; one whose `requestKey` is already there is left as it is. */
export async function insertEntries(
  transaction: Transaction<Tables>,
  entries: readonly NewEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += ROWS_PER_INSERT) {
    await transaction
      .insertInto('ledger_entries')
      .values(entries.slice(at, at + ROWS_PER_INSERT).map(toRow))
      .onConflict((conflict) => conflict.column('request_key').doNothing())
      .execute();
  }
}

/** Writes entries in their order, those before a reference first, since only then the number it needs is known. */
async function insertReferring(
  transaction: Transaction<Tables>,
  entries: readonly NewEntry[],
  references: ReadonlyMap<string, string>,
): Promise<void> {
  let waiting: NewEntry[] = [];
  for (const entry of entries) {
    const key = references.get(entry.requestKey);
    if (key === undefined) {
      waiting.push(entry);
      continue;
    }
    await insertEntries(transaction, waiting);
    waiting = [];
    const { seq } = await transaction
      .selectFrom('ledger_entries')
      .select('seq')
      .where('request_key', '=', key)
      .executeTakeFirstOrThrow();
    waiting.push(referTo(entry, seq));
  }
  await insertEntries(transaction, waiting);
}

function referTo(entry: NewEntry, seq: number): NewEntry {
  if (entry.kind === 'undo') return { ...entry, undoes: seq };
  return entry.kind === 'value' || entry.kind === 'state' ? { ...entry, corrects: seq } : entry;
}

type Row = Selectable<Tables['ledger_entries']>;

function toRow(entry: NewEntry): Omit<Row, 'seq'> {
  return {
    request_key: entry.requestKey,
    target_id: entry.targetId,
    kind: entry.kind,
    value: entry.kind === 'value' ? entry.value : null,
    state: entry.kind === 'state' ? entry.state : null,
    status: entry.kind === 'override' ? entry.status : null,
    corrects: 'corrects' in entry ? entry.corrects : null,
    undoes: entry.kind === 'undo' ? entry.undoes : null,
    as_of: entry.asOf,
    note: entry.note,
    evidence: 'evidence' in entry ? entry.evidence : null,
    confidence: 'confidence' in entry ? entry.confidence : null,
    recorded_by: entry.recordedBy,
    recorded_at: entry.recordedAt.toISOString(),
    said_in: entry.saidIn,
    origin: entry.origin,
  };
}

function toEntry(row: Row): Entry {
  // Written out: checking a copy of the row with more properties takes ten times as long, and ledgers grow.
  const entry = NewEntrySchema.parse({
    kind: row.kind,
    value: row.value,
    state: row.state,
    status: row.status,
    corrects: row.corrects,
    undoes: row.undoes,
    note: row.note,
    evidence: row.evidence,
    confidence: row.confidence,
    origin: row.origin,
    requestKey: row.request_key,
    targetId: row.target_id,
    asOf: row.as_of,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    saidIn: row.said_in,
  });
  return { ...entry, seq: row.seq };
}
