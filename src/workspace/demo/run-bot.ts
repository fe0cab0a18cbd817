import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerThread } from '../../answers/answer-thread.ts';
import { startApplication } from '../../app.ts';
import { readConfig } from '../../config.ts';
import type { Log } from '../../logging.ts';
import { readCommand } from '../../slack/commands/read-command.ts';
import { EVENTS_PATH } from '../../slack/ids.ts';
import { openDatabase } from '../../storage/database.ts';
import { createTargetRecords } from '../../storage/target-records.ts';
import { ADMINISTRATOR, TIME_ZONE, WEEKLY_CHANNEL } from '../server/cast.ts';
import type { WorkspaceClock } from '../server/clock.ts';
import type { BotRunner } from '../server/start-workspace.ts';
import { createSampleLedger } from './sample-ledger.ts';

/** Whose turn it is when the page itself asks. */
const VISITOR = 'visitor';

const STOP_DEADLINE_MS = 3_000;

export type BotOptions = {
  readonly clock: WorkspaceClock;
  readonly signingSecret: string;
  readonly botToken: string;
  /** The folder that holds `seeds/` and `knowledge/`. */
  readonly projectDir: string;
  readonly log: Log;
  /** Outlives the bot, so that starting over does not build the knowledge again. */
  readonly answers: AnswerThread;
};

/**
 * Runs the real bot as `npm start` would, configured only by its environment variables, with a database of its
 * own in a temporary folder that is gone after it stops.
 */
export function createBotRunner(options: BotOptions): BotRunner {
  const { clock, signingSecret, botToken, projectDir, log, answers } = options;
  let running: Awaited<ReturnType<typeof start>> | undefined;

  async function start(slackApiUrl: string, say: (stage: string) => void) {
    if (!answers.isReady()) {
      say('正在读报告，整理里面的数字和句子……');
      await answers.whenReady;
      say('报告读好了，正在启动机器人……');
    }
    const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    const databaseFile = join(folder, 'bot.sqlite');
    const config = readConfig({
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slackApiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_FILE: databaseFile,
      SEEDS_DIR: join(projectDir, 'seeds'),
      KNOWLEDGE_DIR: join(projectDir, 'knowledge'),
      TARGET_MANAGERS: ADMINISTRATOR.id,
    });
    const application = await startApplication(config, {
      log,
      now: clock.now,
      answers: { thread: answers, isShared: true },
    });
    const { targets } = await answers.whenReady;
    const database = await openDatabase({ file: databaseFile });
    const records = createTargetRecords(database.db);
    await subscribeWeeklyChannel(records.subscriptions, clock.now());
    return {
      runScheduler: application.runScheduler,
      eventsUrl: `http://127.0.0.1:${application.port}${EVENTS_PATH}`,
      sample: createSampleLedger({ ledger: records.ledger, targets, now: clock.now }),
      async stop() {
        await application.stop(STOP_DEADLINE_MS);
        await database.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }

  return {
    async start(slackApiUrl, say) {
      running = await start(slackApiUrl, say);
      return running.eventsUrl;
    },
    async stop() {
      const stopped = running;
      running = undefined;
      await stopped?.stop();
    },
    async clockMoved() {
      // The first call may join a run that read the clock before it moved.
      await running?.runScheduler();
      await running?.runScheduler();
    },
    async explain(text) {
      const { targets } = await answers.whenReady;
      if (readCommand(text, targets)) return null;
      return (await answers.call('explain', { question: text }, VISITOR)).result;
    },
    sample: {
      load: async () => running?.sample.load(),
      remove: async () => running?.sample.remove(),
    },
  };
}

/** #周报 gets its digest on Mondays at nine, as if the administrator had subscribed it. */
async function subscribeWeeklyChannel(
  subscriptions: ReturnType<typeof createTargetRecords>['subscriptions'],
  now: Date,
): Promise<void> {
  await subscriptions.add(
    {
      channelId: WEEKLY_CHANNEL.id,
      ownerId: ADMINISTRATOR.id,
      cadence: { every: 'week', weekday: 1 },
      time: '09:00',
      timeZone: TIME_ZONE.name,
      holidayRule: 'next-working-day',
      sections: [],
      owners: [],
      statuses: [],
    },
    now,
  );
}
