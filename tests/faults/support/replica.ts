import { createInterface } from 'node:readline';
import { publishDue } from '../../../src/scheduling/publish-due.ts';
import { type DatabaseLocation, openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { createTestPublisher } from './publisher.ts';

/**
 * One process of the bot, for tests that kill it. It is told what to do by `REPLICA`, says `ready`, begins when a line
 * comes in and says `done`.
 */
export type ReplicaTask = {
  readonly location: DatabaseLocation;
  readonly slackUrl: string;
  readonly now: string;
  /** Ends itself with SIGKILL at this point of the first slot, or before it tells an owner; null to run through. */
  readonly dieAt: 'claimed' | 'sending' | 'posted' | 'telling' | null;
  /** Writes entries without end instead, saying the number of each when it is acknowledged. */
  readonly writesEntries: boolean;
};

const task = JSON.parse(process.env.REPLICA ?? '') as ReplicaTask;
const say = (line: string) => process.stdout.write(`${line}\n`);
const die = () => process.kill(process.pid, 'SIGKILL');
const never = () => new Promise<never>(() => undefined);

const database = await openDatabase(task.location);
const records = createTargetRecords(database.db);

async function publish(): Promise<void> {
  const publisher = createTestPublisher({
    records,
    slackUrl: task.slackUrl,
    timeoutMs: 15_000,
    now: () => new Date(task.now),
  });
  await publishDue({
    ...publisher,
    notifier: {
      ...publisher.notifier,
      tellUnknown(...input) {
        if (task.dieAt !== 'telling') return publisher.notifier.tellUnknown(...input);
        die();
        return never();
      },
    },
    source: {
      digestFor(...input) {
        if (task.dieAt === 'claimed') die();
        return publisher.source.digestFor(...input);
      },
    },
    poster: {
      async post(post) {
        if (task.dieAt === 'sending') {
          die();
          return never();
        }
        const outcome = await publisher.poster.post(post);
        if (task.dieAt === 'posted') {
          die();
          return never();
        }
        return outcome;
      },
    },
  });
}

async function writeEntries(): Promise<void> {
  for (let serial = 1; ; serial += 1) {
    const requestKey = `${process.pid}-${serial}`;
    const [entry] = await records.ledger.append([makeValueEntry({ requestKey, value: String(serial) })]);
    say(`kept ${entry?.seq} ${requestKey}`);
  }
}

say('ready');
createInterface({ input: process.stdin }).once('line', async () => {
  await (task.writesEntries ? writeEntries() : publish());
  await database.close();
  say('done');
  process.exit(0);
});
