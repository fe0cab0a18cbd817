import {
  type AnswerThread,
  type AnswerThreadOptions,
  startAnswerThread,
} from '../../../src/answers/answer-thread.ts';
import { createLog } from '../../../src/logging.ts';

const NO_FILES = { seeds: [], knowledge: [], maps: [], problems: [], decoded: [] };

export type FaultyThread = AnswerThread & { readonly events: () => readonly string[] };

/**
 * Starts a thread that hangs, dies or throws when it is asked to. `deaths`: how often it dies of `die` before it answers
 * it; `failedStarts`: how many threads cannot start.
 */
export function startFaultyThread({
  deaths = 0,
  failedStarts = 0,
  limits = {},
}: {
  readonly deaths?: number;
  readonly failedStarts?: number;
  readonly limits?: NonNullable<AnswerThreadOptions['limits']>;
} = {}): FaultyThread & { failStarts(count: number): void } {
  const shared = new SharedArrayBuffer(8);
  const counts = new Int32Array(shared);
  counts.set([deaths, failedStarts]);
  const lines: string[] = [];
  const files = { ...NO_FILES, deaths: shared };
  const thread = startAnswerThread({
    files,
    log: createLog({ level: 'info', now: () => new Date(0), write: (line) => lines.push(line) }),
    limits,
    entry: new URL('./faulty-worker.ts', import.meta.url),
  });
  return {
    ...thread,
    events: () => lines.map((line): string => JSON.parse(line).event),
    failStarts: (count) => Atomics.store(counts, 1, count),
  };
}
