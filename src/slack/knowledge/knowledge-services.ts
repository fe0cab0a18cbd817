import type { NumberPlace, Quote } from '../../answering/answer.ts';
import type { KnowledgeChanges } from '../../knowledge/changes.ts';
import type { Reading } from '../../knowledge/received-report.ts';
import type { FileDownload } from './download-file.ts';

/** What listeners about reports and words work with, beside the services of all. */
export type KnowledgeServices = {
  readonly changes: KnowledgeChanges;
  /** Reads a received file as a report, without keeping the event loop busy. */
  readonly reader: {
    read(file: { readonly id: string; readonly name: string; readonly bytes: Uint8Array }): Promise<Reading>;
  };
  readonly download: FileDownload;
  /** The numbers printed within a span of a report. */
  readonly figuresIn: (
    place: Pick<Quote, 'source' | 'start' | 'end'>,
    userId: string,
  ) => Promise<readonly NumberPlace[]>;
  /** Resolves when what was changed is answered from. Rejects when that did not succeed; it is tried again later. */
  readonly refresh: () => Promise<unknown>;
};
