import '../scripts/require-node.cjs';

import { startApplication } from './app.ts';
import { readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { createLog, describeFault } from './logging.ts';
import { onStopSignal } from './stop-signals.ts';

/** Supervisors usually kill after 10 s; this leaves time to close the database. */
const STOP_DEADLINE_MS = 8_000;

const now = () => new Date();
const write = (line: string) => process.stderr.write(line);

/** A fault of ours is one clear line; anything else is a defect and keeps its stack. */
function exitWith(error: unknown): never {
  write(
    error instanceof AppError
      ? `${error.code}: ${error.message}\n`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}

try {
  const config = readConfig();
  const log = createLog({ level: config.logLevel, now, write });
  process.on('unhandledRejection', (error) => {
    log.error('process.unhandled_rejection', describeFault(error));
    process.exit(1);
  });
  const application = await startApplication(config, { log, now });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const isDone = await application.stop(STOP_DEADLINE_MS);
    process.exit(isDone ? 0 : 1);
  };
  onStopSignal(() => void stop());
} catch (error) {
  exitWith(error);
}
