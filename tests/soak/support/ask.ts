import { setTimeout as wait } from 'node:timers/promises';
import { commandDelivery } from '../../support/slack/deliveries.ts';
import type { BotProcess } from './bot-process.ts';
import type { World } from './world.ts';

/** People ask at the same time, but not all at once. */
const AT_ONE_TIME = 16;

/** As many as are looked after together: what they were shown is forgotten before the next. */
const TOGETHER = 400;

/** What people are told when something of the bot's own failed. */
const APOLOGY = /没能完成/u;

/** Against hanging, not for speed: longer than the bot keeps anything for later, on a machine that is busy, too. */
const IDLE_DEADLINE_MS = 300_000;

/** How much waits in one queue of the bot, from what it tells Prometheus. */
async function readQueue(bot: BotProcess, queue: 'work' | 'deliveries'): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${bot.healthPort}/metrics`);
  const [, length] = new RegExp(`queue="${queue}"\\} (\\d+)`, 'u').exec(await response.text()) ?? [];
  return Number(length);
}

/** Waits until everything the bot has acknowledged is done; false when that takes too long or it is gone. */
export async function waitUntilIdle(bot: BotProcess): Promise<boolean> {
  return waitFor(bot, async () => (await readQueue(bot, 'work')) === 0);
}

/** Waits until the bot keeps so many messages until Slack takes them; false when that takes too long. */
export async function waitUntilKept(bot: BotProcess, count: number): Promise<boolean> {
  return waitFor(bot, async () => (await readQueue(bot, 'deliveries')) >= count);
}

async function waitFor(bot: BotProcess, isSo: () => Promise<boolean>): Promise<boolean> {
  const untilMs = performance.now() + IDLE_DEADLINE_MS;
  while (performance.now() < untilMs && !bot.hasFallen()) {
    if (await isSo().catch(() => false)) return true;
    await wait(100);
  }
  return false;
}

export type AskOptions = {
  /** Called from time to time with the number of questions asked so far, when nothing is under way. */
  readonly whenAsked?: (count: number) => Promise<void>;
  /** Whether others keep the bot busy, so that it is never idle. */
  readonly isBusyBesides?: boolean;
};

/** Has each question asked by a person of its own, and counts who was told nothing, or the same twice. */
export async function askAll(
  world: World,
  bot: BotProcess,
  questions: readonly string[],
  { whenAsked = async () => undefined, isBusyBesides = false }: AskOptions = {},
): Promise<void> {
  const { counts, slack } = world;
  for (let from = 0; from < questions.length; from += TOGETHER) {
    const together = questions.slice(from, from + TOGETHER);
    const waiting = [...together.entries()];
    const taken = new Set<string>();
    const askOneByOne = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, question] = next;
        const user = `U${from + index + 1_000}`;
        const scene = { user, channel: 'C1', responseUrl: slack.responseUrl(user) };
        if ((await world.send(bot, commandDelivery(scene, question)))?.says === 'nothing') taken.add(user);
      }
    };
    await Promise.all(Array.from({ length: AT_ONE_TIME }, askOneByOne));
    await waitFor(bot, async () => [...taken].every((user) => slack.shownTo(user).length > 0));
    if (!isBusyBesides && !(await waitUntilIdle(bot))) {
      counts.broken.push('the bot was not done with what it had acknowledged');
    }
    counts.questions.asked += taken.size;
    for (const user of taken) {
      const texts = slack.shownTo(user);
      if (texts.length === 0) counts.questions.silent += 1;
      if (new Set(texts).size < texts.length) counts.questions.twice += 1;
      if (texts.some((text) => APOLOGY.test(text))) counts.broken.push('an apology in place of an answer');
    }
    slack.forgetShown();
    await whenAsked(from + together.length);
  }
}
