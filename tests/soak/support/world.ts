import { setTimeout as wait } from 'node:timers/promises';
import { createSqliteFile, type TestLocation } from '../../support/database-places.ts';
import { type Delivery, SIGNING_SECRET, signDelivery } from '../../support/slack/deliveries.ts';
import { BOT_TOKEN, type CallBody } from '../../support/slack/fake-slack.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { type Counts, countAcknowledgement, countProcess, createCounts, SLACK_WAITS_MS } from './counts.ts';
import { heldUpSoFarMs } from './held-up.ts';
import type { Random } from './random.ts';
import { type SlackStandIn, startSlackStandIn } from './slack-stand-in.ts';

/** Within it, a bot that computes nothing has told that it stood still. */
const TOLD_AFTER_MS = 200;

/** By requests to the bot, or over sockets it opens. */
export type Transport = 'http' | 'socket';

/**
 * What an acknowledgement says. Of a form: nothing, and it closes; a question whether it is meant; or in the form why it
 * was not taken.
 */
export type Acknowledgement = { readonly says: 'nothing' | 'question' | 'refusal' };

/** One office with its Slack, its database and a clock of its own, and as many bots as are started in it. */
export type World = {
  readonly random: Random;
  readonly slack: SlackStandIn;
  readonly place: TestLocation;
  readonly counts: Counts;
  now(): Date;
  /** Moves the clock of the office and of every bot that runs. */
  setClock(to: Date): void;
  startBot(environment?: Readonly<Record<string, string>>): Promise<BotProcess>;
  /** Hands in a delivery as Slack does; undefined when the bot was gone before it acknowledged. */
  send(bot: BotProcess, delivery: Delivery): Promise<Acknowledgement | undefined>;
  /** Takes a bot out of the world that has been killed or stopped. */
  leave(bot: BotProcess): void;
  /** Ends the bots that are left, as a supervisor would, and everything else. */
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly random: Random;
  readonly transport?: Transport;
  readonly place?: TestLocation;
  readonly startAt?: Date;
};

export async function createWorld({
  random,
  transport = 'http',
  place: given,
  startAt = new Date(),
}: WorldOptions): Promise<World> {
  const slack = await startSlackStandIn();
  const place = given ?? (await createSqliteFile());
  const counts = createCounts();
  const bots = new Set<BotProcess>();
  let offsetMs = startAt.getTime() - Date.now();
  const now = () => new Date(Date.now() + offsetMs);

  async function deliver(bot: BotProcess, delivery: Delivery): Promise<Acknowledgement | undefined> {
    if (transport === 'socket') {
      const answer = await slack.deliver(delivery, (count) => random.between(0, Math.max(0, count - 1)));
      return answer && readAcknowledgement(answer);
    }
    try {
      const signing = { atSeconds: Math.floor(now().getTime() / 1_000) };
      const address = `http://127.0.0.1:${bot.port}/slack/events`;
      const response = await fetch(address, { method: 'POST', ...signDelivery(delivery, signing) });
      const text = await response.text();
      if (response.status !== 200) return { says: 'refusal' };
      return readAcknowledgement(text.startsWith('{') ? JSON.parse(text) : {});
    } catch {
      return undefined;
    }
  }

  return {
    random,
    slack,
    place,
    counts,
    now,
    setClock(to) {
      offsetMs = to.getTime() - Date.now();
      for (const bot of bots) bot.moveClock(offsetMs);
    },
    async startBot(environment = {}) {
      const database: Record<string, string> =
        'url' in place.location
          ? { DATABASE_URL: place.location.url }
          : { DATABASE_FILE: place.location.file };
      const bot = await startBotProcess(
        {
          SLACK_BOT_TOKEN: BOT_TOKEN,
          ...(transport === 'http'
            ? { SLACK_SIGNING_SECRET: SIGNING_SECRET }
            : { SLACK_APP_TOKEN: 'xapp-test' }),
          SLACK_API_URL: slack.apiUrl,
          HOST: '127.0.0.1',
          PORT: '0',
          ...database,
          ...environment,
        },
        offsetMs,
      );
      bots.add(bot);
      return bot;
    },
    async send(bot, delivery) {
      const beganAt = performance.now();
      const heldUpBefore = [heldUpSoFarMs(), bot.heldUpSoFarMs()] as const;
      const acknowledgement = await deliver(bot, delivery);
      if (!acknowledgement) return undefined;
      const ms = performance.now() - beganAt;
      // What the bot has to tell of itself comes after what it was told to do.
      if (ms > SLACK_WAITS_MS) await wait(TOLD_AFTER_MS);
      const [soak, itself] = [heldUpSoFarMs() - heldUpBefore[0], bot.heldUpSoFarMs() - heldUpBefore[1]];
      countAcknowledgement(counts, ms, Math.max(soak, itself));
      return acknowledgement;
    },
    leave(bot) {
      if (bots.delete(bot)) countProcess(counts, bot);
    },
    async close() {
      for (const bot of bots) {
        if (!bot.hasFallen()) await bot.stop();
        countProcess(counts, bot);
      }
      await slack.close();
      await place.drop();
    },
  };
}

function readAcknowledgement(payload: CallBody): Acknowledgement {
  if (payload.response_action === undefined) return { says: 'nothing' };
  return { says: payload.response_action === 'push' ? 'question' : 'refusal' };
}
