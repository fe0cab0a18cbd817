import { describeFault, type Log } from './logging.ts';

/** A connection that broke where nobody listened for it. Nothing of ours was half done. */
const CONNECTION_FAULTS: ReadonlySet<string> = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_WRITE_AFTER_END',
  'UND_ERR_SOCKET',
]);

/**
 * Logs what nobody handled, with its code. The process goes on after a rejection: whatever was awaited has failed as
 * a whole and holds no state of its own. It goes on after a connection that broke. Any other exception may have left
 * something half done, so the process ends by `end`, which finishes what was acknowledged; a supervisor starts it anew.
 */
export function watchFaults({ log, end }: { readonly log: Log; readonly end: () => void }): void {
  process.on('unhandledRejection', (reason) => {
    log.error('process.unhandled_rejection', describeFault(reason));
  });
  process.on('uncaughtException', (error) => {
    const isConnection = 'code' in error && CONNECTION_FAULTS.has(String(error.code));
    log.error('process.uncaught_exception', { ...describeFault(error), isEnding: !isConnection });
    if (!isConnection) end();
  });
}
