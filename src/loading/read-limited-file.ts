import { readFileSync, statSync } from 'node:fs';
import { AppError, type ErrorCode } from '../errors.ts';

const MEBIBYTE = 1024 * 1024;

/** The most a file of one kind may have, and what a person who has a larger one can do. */
export type FileLimit = {
  readonly maxBytes: number;
  readonly code: ErrorCode;
  readonly advice: string;
};

/**
 * Forty times the first report, some 350,000 characters. Building takes about two seconds for each of these, so a
 * larger file, by mistake a whole archive or a picture, would keep the bot from starting for minutes.
 */
export const SEED_LIMIT: FileLimit = {
  maxBytes: MEBIBYTE,
  code: 'report_invalid',
  advice: 'give each report a file of its own, as plain text',
};

/** A map has a line for each paragraph of its seed; ten times the seed is far more than any has. */
export const MAP_LIMIT: FileLimit = {
  maxBytes: 10 * MEBIBYTE,
  code: 'report_invalid',
  advice: 'make it anew with npm run report:add',
};

/** Thirty times the longest reviewed file. */
export const REVIEWED_LIMIT: FileLimit = {
  maxBytes: MEBIBYTE,
  code: 'knowledge_invalid',
  advice: 'reviewed files are written by people and short; look at how it came about',
};

/** Known questions are gathered by programs; fifteen times the first file of them. */
export const ASKED_LIMIT: FileLimit = {
  maxBytes: 10 * MEBIBYTE,
  code: 'knowledge_invalid',
  advice: 'keep fewer questions of each kind',
};

/** Some 100,000 lines of a sheet. */
export const SHEET_LIMIT: FileLimit = {
  maxBytes: 10 * MEBIBYTE,
  code: 'input_invalid',
  advice: 'split it into several files',
};

/** Says that something is larger than it may be; null when it is not. */
export function describeExcess(size: number, { maxBytes, advice }: FileLimit): string | null {
  return size <= maxBytes
    ? null
    : `is ${printSize(size)}, more than the ${printSize(maxBytes)} it may have; ${advice}`;
}

/** @throws AppError with the limit's code, before anything of it is read, when the file is larger than it may be. */
export function readLimitedFile(path: string, limit: FileLimit): Buffer {
  const excess = describeExcess(statSync(path).size, limit);
  if (excess !== null) throw new AppError(limit.code, `${path}: ${excess}`);
  return readFileSync(path);
}

function printSize(bytes: number): string {
  return `${Number((bytes / MEBIBYTE).toFixed(2))} MiB`;
}
