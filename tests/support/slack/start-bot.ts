import type { AnswerThread } from '../../../src/answers/answer-thread.ts';
import { type Application, startApplication } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/logging.ts';
import { realAnswers } from '../real-answers.ts';
import { type Delivery, type Scene, SIGNING_SECRET, type Signing, signDelivery } from './deliveries.ts';
import { BOT_TOKEN, type FakeSlack, startFakeSlack, type Workspace } from './fake-slack.ts';

/** The whole bot on loopback, with Slack's side of the wire and a clock. */
export type Bot = {
  readonly slack: FakeSlack & Workspace;
  readonly scene: Scene;
  readonly application: Application;
  readonly address: string;
  /** Lines the bot logged. */
  readonly lines: string[];
  /** The time the bot sees; set it to travel. */
  clock: Date;
  send(delivery: Delivery, signing?: Signing): Promise<Response>;
  /** Lets the scheduler look at the time and waits until it is done. */
  runScheduler(): Promise<void>;
  /** Waits until everything acknowledged is done. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

const SETTLE_DEADLINE_MS = 30_000;

/** The environment of a bot on loopback whose Web API is the fake one. */
export function testEnvironment(slack: FakeSlack): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_FILE: ':memory:',
    LOG_LEVEL: 'debug',
  };
}

/** Starts the bot by its own composition root. `environment` is merged into {@link testEnvironment}. */
export async function startBot(environment: Record<string, string> = {}): Promise<Bot> {
  return startBotOn(await startFakeSlack(), environment);
}

/** Starts the bot on a fake Slack that has been prepared. */
export async function startBotOn(
  slack: FakeSlack & Workspace,
  environment: Record<string, string> = {},
  answers?: AnswerThread,
): Promise<Bot> {
  const lines: string[] = [];
  const bot = { clock: new Date('2026-11-24T12:00:00.000Z') };
  const now = () => bot.clock;
  const log = createLog({ level: 'debug', now, write: (line) => lines.push(line) });
  const application = await startApplication(readConfig({ ...testEnvironment(slack), ...environment }), {
    log,
    now,
    // Other folders are read as they are.
    ...(environment.SEEDS_DIR || environment.KNOWLEDGE_DIR
      ? {}
      : { answers: { thread: answers ?? realAnswers(), isShared: true } }),
  });
  const address = `http://127.0.0.1:${application.port}`;
  return Object.assign(bot, {
    slack,
    scene: { channel: slack.channel, user: slack.user, responseUrl: slack.responseUrl },
    application,
    address,
    lines,
    send(delivery: Delivery, signing?: Signing) {
      return fetch(`${address}/slack/events`, { method: 'POST', ...signDelivery(delivery, signing) });
    },
    async runScheduler() {
      // A run under way may have begun before what is to be seen.
      await application.runScheduler();
      await application.runScheduler();
    },
    async settle() {
      if (!(await application.whenIdle(SETTLE_DEADLINE_MS))) throw new Error('the bot is still busy');
    },
    async stop() {
      await application.stop(SETTLE_DEADLINE_MS);
      await slack.close();
    },
  });
}
