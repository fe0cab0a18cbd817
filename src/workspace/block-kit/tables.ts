import { z } from 'zod';
import { cellText } from './cell-text.ts';
import { LIMITS } from './limits.ts';
import { RichTextSchema } from './rich-text.ts';

const CellSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  RichTextSchema,
]);
export type Cell = z.infer<typeof CellSchema>;

type Row = readonly Cell[];

const blockId = z.string().max(LIMITS.id).optional();

export const TableSchema = z
  .strictObject({
    type: z.literal('table'),
    block_id: blockId,
    rows: z.array(z.array(CellSchema).min(1).max(LIMITS.table.columns)).min(1).max(LIMITS.table.rows),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(LIMITS.table.columns)
      .optional(),
  })
  .refine(({ rows }) => countCellCharacters(rows) <= LIMITS.table.characters, {
    message: `cells hold more than ${LIMITS.table.characters} characters`,
    path: ['rows'],
  });

export const DataTableSchema = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId,
    caption: z.string().min(1),
    rows: z
      .array(z.array(CellSchema).min(1).max(LIMITS.dataTable.columns))
      .min(LIMITS.dataTable.minRows)
      .max(LIMITS.dataTable.rows),
    page_size: z.number().int().min(1).max(LIMITS.dataTable.pageSize).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), {
    message: 'every row must have the same number of cells',
    path: ['rows'],
  })
  .refine(({ rows }) => countCellCharacters(rows) <= LIMITS.dataTable.characters, {
    message: `cells hold more than ${LIMITS.dataTable.characters} characters`,
    path: ['rows'],
  });

/** The characters of all cells together, as Slack limits them. */
export function countCellCharacters(rows: readonly Row[]): number {
  return rows.flat().reduce((sum, cell) => sum + cellText(cell).length, 0);
}
