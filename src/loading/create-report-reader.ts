import { Worker } from 'node:worker_threads';
import { RECEIVE_LIMITS, type Reading, type SentFile } from '../knowledge/received-report.ts';

/** Reads files that people send, one after another, each on a thread of its own that ends with it. */
export type ReportReader = { read(file: SentFile): Promise<Reading> };

/** Node does not rewrite the name of a file it is only told of: source or compiled, like this file. */
const ENTRY = new URL(
  `./receive-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
);

/**
 * Creates the reader. A document made to burst, or to take for ever, ends with its thread: within `RECEIVE_LIMITS`, and
 * told as a fault like any other.
 */
export function createReportReader(limits: { readonly timeoutMs: number } = RECEIVE_LIMITS): ReportReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(file) {
      if (file.bytes.length > RECEIVE_LIMITS.bytes)
        return Promise.resolve({ kind: 'refused', fault: 'too-large' });
      const reading = last.then(() => readOnThread(file, limits.timeoutMs));
      last = reading;
      return reading;
    },
  };
}

function readOnThread(file: SentFile, timeoutMs: number): Promise<Reading> {
  return new Promise((resolve) => {
    const worker = new Worker(ENTRY, {
      workerData: file,
      name: 'receive',
      resourceLimits: { maxOldGenerationSizeMb: RECEIVE_LIMITS.heapMb },
    });
    const finish = (reading: Reading): void => {
      clearTimeout(timer);
      resolve(reading);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish({ kind: 'refused', fault: 'too-slow' }), timeoutMs);
    worker.once('message', finish);
    worker.once('error', () => finish({ kind: 'refused', fault: 'broke-off' }));
    worker.once('exit', () => finish({ kind: 'refused', fault: 'broke-off' }));
  });
}
