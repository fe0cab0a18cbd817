import '../scripts/require-node.cjs';

import { readFileSync } from 'node:fs';
import { startAnswerThread } from './answers/answer-thread.ts';
import type { Application } from './app.ts';
import { checkAddresses } from './check-address.ts';
import { readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { readKnowledgeFiles, requireKnowledgeFolder } from './loading/read-knowledge-files.ts';
import { createLog } from './logging.ts';
import { sharedDatabaseUrl } from './places.ts';
import { adviseCommentedOut, adviseMisspelt, adviseSetup } from './setup-advice.ts';
import { onStopSignal } from './stop-signals.ts';
import { watchFaults } from './watch-faults.ts';

/** Supervisors usually kill after 10 s; this leaves time to close the database. */
const STOP_DEADLINE_MS = 8_000;

const now = () => new Date();
const write = (line: string) => process.stderr.write(line);
// Whoever read the log may be gone. Nobody is left to tell, and telling the log that it is broken would never end.
process.stderr.on('error', () => undefined);

/** The file the scripts have Node read the environment from, as it was written; empty where there is none. */
function readEnvironmentFile(): string {
  try {
    return readFileSync('.env', 'utf8');
  } catch {
    return '';
  }
}

/** A fault of ours is one clear line, with what to do in Chinese below; anything else is a defect and keeps its stack. */
function exitWith(error: unknown): never {
  write(
    error instanceof AppError
      ? `${error.code}: ${error.message}\n${adviseSetup(error.code)}`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}

try {
  for (const advice of [...adviseMisspelt(process.env), ...adviseCommentedOut(readEnvironmentFile())])
    write(`${advice}\n`);
  const config = readConfig();
  const log = createLog({ level: config.logLevel, now, write });
  let application: Application | undefined;
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    const isDone = (await application?.stop(STOP_DEADLINE_MS)) ?? true;
    process.exit(isDone ? exitCode : 1);
  };
  watchFaults({ log, end: () => void stop(1) });
  // Before anything is started: told to end while it starts, it ends as it does later.
  onStopSignal(() => void stop(0));
  await checkAddresses(config);
  requireKnowledgeFolder(config);
  // The thread builds the knowledge while this one loads everything that has to do with Slack.
  const answers = startAnswerThread({
    files: readKnowledgeFiles(config),
    databaseUrl: sharedDatabaseUrl(config),
    log,
  });
  const { startApplication } = await import('./app.ts');
  application = await startApplication(config, { log, now, answers: { thread: answers, isShared: false } });
} catch (error) {
  exitWith(error);
}
