import type { Kysely } from 'kysely';
import { ChangeSchema, type KeptChange, type KnowledgeChanges } from '../knowledge/changes.ts';
import { CatalogueEntrySchema } from '../knowledge/reviewed-files.ts';
import type { Tables } from './tables.ts';

export function createKnowledgeChanges(db: Kysely<Tables>): KnowledgeChanges {
  async function list(): Promise<readonly KeptChange[]> {
    const rows = await db.selectFrom('knowledge_changes').selectAll().orderBy('seq').execute();
    const undoing = new Map(rows.map((row) => [row.undoes, row]));
    return rows.flatMap((row): KeptChange[] => {
      if (row.change === null) return [];
      const undo = undoing.get(row.seq);
      return [
        {
          seq: row.seq,
          change: ChangeSchema.parse(JSON.parse(row.change)),
          by: row.changed_by,
          at: new Date(row.changed_at),
          undone: undo ? { by: undo.changed_by, at: new Date(undo.changed_at) } : null,
        },
      ];
    });
  }

  return {
    list,
    async add(change, { requestKey, by, now }) {
      if (change.kind === 'report') {
        // Before it is referred to, so that it is not forgotten in between.
        await db
          .updateTable('received_files')
          .set({ is_confirmed: 1 })
          .where('id', '=', change.fileId)
          .execute();
      }
      await db
        .insertInto('knowledge_changes')
        .values({
          request_key: requestKey,
          change: JSON.stringify(ChangeSchema.parse(change)),
          undoes: null,
          changed_by: by,
          changed_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.column('request_key').doNothing())
        .execute();
      const { seq } = await db
        .selectFrom('knowledge_changes')
        .select('seq')
        .where('request_key', '=', requestKey)
        .executeTakeFirstOrThrow();
      const kept = (await list()).find((each) => each.seq === seq);
      return kept ?? { seq, change, by, at: now, undone: null };
    },
    async undo(seq, { by, now }) {
      const found = await db
        .selectFrom('knowledge_changes')
        .select('seq')
        .where('seq', '=', seq)
        .where('change', 'is not', null)
        .executeTakeFirst();
      if (!found) return false;
      const result = await db
        .insertInto('knowledge_changes')
        .values({
          request_key: `undo:${seq}`,
          change: null,
          undoes: seq,
          changed_by: by,
          changed_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.column('request_key').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async revision() {
      const row = await db
        .selectFrom('knowledge_changes')
        .select(({ fn }) => fn.max('seq').as('newest'))
        .executeTakeFirst();
      return Number(row?.newest ?? 0);
    },
    files: {
      async keep(file, now) {
        await db
          .insertInto('received_files')
          .values({
            id: file.id,
            entry: JSON.stringify(file.entry),
            text: file.text,
            map: file.map,
            original_name: file.original.name,
            original: Buffer.from(file.original.bytes).toString('base64'),
            received_by: file.receivedBy,
            received_at: now.toISOString(),
            is_confirmed: 0,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      },
      async find(id) {
        const row = await db.selectFrom('received_files').selectAll().where('id', '=', id).executeTakeFirst();
        return (
          row && {
            id: row.id,
            entry: CatalogueEntrySchema.parse(JSON.parse(row.entry)),
            text: row.text,
            map: row.map,
            original: { name: row.original_name, bytes: Buffer.from(row.original, 'base64') },
            receivedBy: row.received_by,
          }
        );
      },
      async describe(id, entry) {
        await db
          .updateTable('received_files')
          .set({ entry: JSON.stringify(CatalogueEntrySchema.parse(entry)) })
          .where('id', '=', id)
          .execute();
      },
      async discard(id) {
        await db.deleteFrom('received_files').where('id', '=', id).where('is_confirmed', '=', 0).execute();
      },
    },
  };
}
