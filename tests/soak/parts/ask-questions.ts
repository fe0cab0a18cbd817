import { askAll } from '../support/ask.ts';
import type { Memory } from '../support/bot-process.ts';
import type { Counts } from '../support/counts.ts';
import { damageQuestion, readQuestions } from '../support/questions.ts';
import type { Random } from '../support/random.ts';
import { createWorld } from '../support/world.ts';

/** What may stay in memory of a question, on average; a leak of one answer would be 20 KB. */
const MAX_BYTES_KEPT = 512;

/** Until then caches fill, which is no leak. */
const WARM_SHARE = 0.25;

const BYTES_PER_MB = 2 ** 20;

type Sample = Memory & { readonly asked: number };

/** Asks ordinary questions, again and again in another order, and looks at what the bot keeps in memory. */
export async function askForLeaks(random: Random, count: number): Promise<Counts> {
  const world = await createWorld({ random });
  const bot = await world.startBot();
  const questions = readQuestions();
  const samples: Sample[] = [];
  await askAll(
    world,
    bot,
    Array.from({ length: count }, () => random.pick(questions)),
    {
      async whenAsked(asked) {
        samples.push({ asked, ...(await bot.memory()) });
      },
    },
  );
  const warm = samples.filter(({ asked }) => asked >= count * WARM_SHARE);
  const kept = slope(warm.map(({ asked, heapBytes }) => [asked, heapBytes]));
  const mb = (bytes: number | undefined) => `${Math.round((bytes ?? 0) / BYTES_PER_MB)} MB`;
  const [first] = warm;
  const last = warm.at(-1);
  world.counts.notes.push(
    `memory of the process ${mb(first?.rssBytes)} after ${first?.asked} questions, ${mb(last?.rssBytes)} after ${last?.asked}, ${mb(last?.heapBytes)} of it in use; ${Math.round(kept)} bytes kept of each question`,
  );
  if (warm.length > 2 && kept > MAX_BYTES_KEPT) {
    world.counts.broken.push(`${Math.round(kept)} bytes kept in memory of each question`);
  }
  await world.close();
  return world.counts;
}

/** Asks what nobody asks, and looks for silence, apologies and standstill. */
export async function askDamaged(random: Random, count: number): Promise<Counts> {
  const world = await createWorld({ random });
  const bot = await world.startBot();
  const questions = readQuestions();
  await askAll(
    world,
    bot,
    Array.from({ length: count }, () => damageQuestion(random, questions)),
  );
  await world.close();
  return world.counts;
}

/** Of the line that fits best, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
