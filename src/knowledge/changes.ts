import { z } from 'zod';
import type { Additions } from './additions.ts';
import { CatalogueEntrySchema } from './reviewed-files.ts';

const text = z.string().trim().min(1);
const offset = z.int().min(0);

/** Something a person changed of the knowledge through Slack. */
export const ChangeSchema = z.discriminatedUnion('kind', [
  /** A received file became a report. */
  z.strictObject({ kind: z.literal('report'), fileId: text, entry: CatalogueEntrySchema }),
  /** A report is not answered from any more, wherever it came from. */
  z.strictObject({ kind: z.literal('withdrawal'), reportId: text, title: text }),
  /** A word people use stands for one of the reports. */
  z.strictObject({ kind: z.literal('word'), word: text, means: text }),
  /** A number of a report has another name; `printed` is how it stands there. */
  z.strictObject({
    kind: z.literal('name'),
    reportId: text,
    start: offset,
    end: offset,
    printed: text,
    name: text,
  }),
  /** No report answers a question, as it was asked. */
  z.strictObject({ kind: z.literal('absent'), question: text }),
  /** What was told about the answer to a question was looked into. */
  z.strictObject({ kind: z.literal('settled'), question: text }),
]);
export type Change = z.infer<typeof ChangeSchema>;

/** A change on record: who made it and when, and who took it back. */
export type KeptChange = {
  readonly seq: number;
  readonly change: Change;
  readonly by: string;
  readonly at: Date;
  readonly undone: { readonly by: string; readonly at: Date } | null;
};

/** A file somebody sent, read and waiting to be confirmed, or kept as the source of a report. */
export type ReceivedFile = {
  readonly id: string;
  /** What the catalogue will say; its id is not taken by another report. */
  readonly entry: z.infer<typeof CatalogueEntrySchema>;
  readonly text: string;
  /** Where paragraphs and pages stand, as the file beside a seed holds it. */
  readonly map: string;
  readonly original: { readonly name: string; readonly bytes: Uint8Array };
  readonly receivedBy: string;
};

/** Everything that is kept of changes to the knowledge. Append-only: taking back is an entry too. */
export type KnowledgeChanges = {
  /** Keeps a change once for each act, named by `requestKey`; the one kept before for a repeated act. */
  add(
    change: Change,
    act: { readonly requestKey: string; readonly by: string; readonly now: Date },
  ): Promise<KeptChange>;
  /** Takes a change back; false when there is none or it was taken back before. */
  undo(seq: number, act: { readonly by: string; readonly now: Date }): Promise<boolean>;
  /** Every change in order. */
  list(): Promise<readonly KeptChange[]>;
  /** Grows with every change and every taking back, for those who look whether something is new. */
  revision(): Promise<number>;
  readonly files: {
    keep(file: ReceivedFile, now: Date): Promise<void>;
    find(id: string): Promise<ReceivedFile | undefined>;
    /** Replaces what the catalogue will say of a file that is not confirmed yet. */
    describe(id: string, entry: ReceivedFile['entry']): Promise<void>;
    /** Forgets a file that no change refers to. */
    discard(id: string): Promise<void>;
  };
};

/** Reads what all changes that stand come to. */
export async function readAdditions(changes: Pick<KnowledgeChanges, 'list' | 'files'>): Promise<Additions> {
  const standing = (await changes.list()).filter(({ undone }) => undone === null).map(({ change }) => change);
  const reports = await Promise.all(
    standing.flatMap((change) => (change.kind === 'report' ? [readReport(change, changes)] : [])),
  );
  return {
    reports: reports.flat(),
    withdrawn: standing.flatMap((change) => (change.kind === 'withdrawal' ? [change.reportId] : [])),
    words: standing.flatMap((change) => (change.kind === 'word' ? [[change.word, change.means]] : [])),
    names: standing.flatMap((change) =>
      change.kind === 'name'
        ? [{ reportId: change.reportId, start: change.start, end: change.end, name: change.name }]
        : [],
    ),
    absent: standing.flatMap((change) => (change.kind === 'absent' ? [change.question] : [])),
  };
}

async function readReport(
  { fileId, entry }: Extract<Change, { kind: 'report' }>,
  { files }: Pick<KnowledgeChanges, 'files'>,
): Promise<Additions['reports']> {
  const file = await files.find(fileId);
  return file ? [{ entry, text: file.text, map: file.map }] : [];
}
