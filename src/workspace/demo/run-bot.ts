import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../app.ts';
import { renderExplanation } from '../../cli/render-explanation.ts';
import { readConfig } from '../../config.ts';
import { loadCore } from '../../load-core.ts';
import type { Log } from '../../logging.ts';
import { readCommand } from '../../slack/commands/read-command.ts';
import { EVENTS_PATH } from '../../slack/ids.ts';
import { openDatabase } from '../../storage/database.ts';
import { createTargetRecords } from '../../storage/target-records.ts';
import { ADMINISTRATOR, TIME_ZONE, WEEKLY_CHANNEL } from '../server/cast.ts';
import type { WorkspaceClock } from '../server/clock.ts';
import type { BotRunner } from '../server/start-workspace.ts';
import { createSampleLedger } from './sample-ledger.ts';

const STOP_DEADLINE_MS = 3_000;

export type BotOptions = {
  readonly clock: WorkspaceClock;
  readonly signingSecret: string;
  readonly botToken: string;
  /** The folder that holds `seeds/` and `knowledge/`. */
  readonly projectDir: string;
  readonly log: Log;
};

/**
 * Runs the real bot as `npm start` would, configured only by its environment variables, with a database of its
 * own in a temporary folder that is gone after it stops.
 */
export function createBotRunner({ clock, signingSecret, botToken, projectDir, log }: BotOptions): BotRunner {
  const folders = { seedsDir: join(projectDir, 'seeds'), knowledgeDir: join(projectDir, 'knowledge') };
  const core = loadCore(folders);
  let running: Awaited<ReturnType<typeof start>> | undefined;

  async function start(slackApiUrl: string) {
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
      SEEDS_DIR: folders.seedsDir,
      KNOWLEDGE_DIR: folders.knowledgeDir,
      TARGET_MANAGERS: ADMINISTRATOR.id,
    });
    const application = await startApplication(config, { log, now: clock.now, core });
    const database = await openDatabase({ file: databaseFile });
    const records = createTargetRecords(database.db);
    await subscribeWeeklyChannel(records.subscriptions, clock.now());
    return {
      runScheduler: application.runScheduler,
      eventsUrl: `http://127.0.0.1:${application.port}${EVENTS_PATH}`,
      sample: createSampleLedger({ ledger: records.ledger, targets: core.targets, now: clock.now }),
      async stop() {
        await application.stop(STOP_DEADLINE_MS);
        await database.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }

  return {
    async start(slackApiUrl) {
      running = await start(slackApiUrl);
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
    explain: (text) => (readCommand(text, core.targets) ? null : renderExplanation(core.answerer, text)),
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
