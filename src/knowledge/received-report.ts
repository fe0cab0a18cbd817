import type { DocumentFault } from '../extraction/document-error.ts';
import type { LeftOutReason, Unread } from '../extraction/extraction.ts';
import type { FoundInReport } from './describe-received.ts';

/** A file somebody sent, before anything of it was looked at. */
export type SentFile = {
  /** The id its report would have. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** What may be received. Larger ones are added on the machine itself, by `npm run report:add`. */
export const RECEIVE_LIMITS = {
  /** A scanned yearbook has more, but then it is no text either. */
  bytes: 20 * 1024 * 1024,
  pages: 400,
  /** Reading 400 pages takes some ten seconds. */
  timeoutMs: 90_000,
  /** What a document may need while it is read; a file made to burst needs more. */
  heapMb: 1_024,
} as const;

/** Why a file was not taken. */
export type ReceiveFault =
  | DocumentFault
  | 'too-large'
  | 'too-many-pages'
  | 'too-much-text'
  | 'no-report'
  | 'too-slow'
  | 'broke-off';

/** Texts left out, gathered by reason. */
export type LeftOutSummary = {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** The first of them, shortened. */
  readonly example: string;
};

/** A file that was read and can be confirmed as a report. */
export type ReadReport = {
  readonly kind: 'read';
  readonly text: string;
  readonly map: string;
  /** Under which the file itself is kept beside the text. */
  readonly originalName: string;
  readonly pages: number;
  readonly rows: number;
  readonly found: FoundInReport;
  readonly leftOut: readonly LeftOutSummary[];
  readonly unread: readonly Unread[];
};

export type Reading = ReadReport | { readonly kind: 'refused'; readonly fault: ReceiveFault };
