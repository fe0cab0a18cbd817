import { extname } from 'node:path';
import { AppError } from '../errors.ts';
import { DocumentError } from '../extraction/document-error.ts';
import { extractDocument } from '../extraction/extract-document.ts';
import type { Extraction } from '../extraction/extraction.ts';
import { describeReceived } from '../knowledge/describe-received.ts';
import {
  type LeftOutSummary,
  RECEIVE_LIMITS,
  type Reading,
  type SentFile,
} from '../knowledge/received-report.ts';
import { describeExcess, SEED_LIMIT } from './read-limited-file.ts';
import { renderMap } from './render-map.ts';

const MAX_EXAMPLE_CHARS = 40;

/** Reads a file as a report. Takes long for long ones: see `createReportReader` for how it is kept off the event loop. */
export async function readReceived(file: SentFile): Promise<Reading> {
  try {
    const extraction = await extractDocument(file);
    if (extraction.pages.length > RECEIVE_LIMITS.pages) return { kind: 'refused', fault: 'too-many-pages' };
    if (describeExcess(Buffer.byteLength(extraction.text), SEED_LIMIT) !== null)
      return { kind: 'refused', fault: 'too-much-text' };
    const originalName = `${file.id}.original${extname(file.name).toLowerCase()}`;
    return {
      kind: 'read',
      text: extraction.text,
      map: renderMap(extraction, originalName),
      originalName,
      pages: extraction.pages.length,
      rows: extraction.paragraphs.filter(({ kind }) => kind === 'row').length,
      found: describeReceived(file.id, extraction.text),
      leftOut: summarize(extraction),
      unread: extraction.unread,
    };
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'refused', fault: error.fault };
    if (error instanceof AppError) return { kind: 'refused', fault: 'no-report' };
    throw error;
  }
}

function summarize({ leftOut }: Extraction): readonly LeftOutSummary[] {
  return [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
    const all = leftOut.filter((part) => part.reason === reason);
    return { reason, count: all.length, example: (all[0]?.text ?? '').slice(0, MAX_EXAMPLE_CHARS) };
  });
}
