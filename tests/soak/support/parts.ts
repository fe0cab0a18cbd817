import { createDatabaseOn, createSqliteFile } from '../../support/database-places.ts';
import { startPostgres } from '../../support/start-postgres.ts';
import { killBots } from '../parts/kill-bots.ts';
import type { Counts } from './counts.ts';
import type { Random } from './random.ts';

/** What a part is given: how long it may take, and chance of its own for each salt. */
export type PartInput = { readonly isShort: boolean; readonly random: (salt: number) => Random };

/** A part that concerns both databases gives a row for each. */
export type PartResult = readonly { readonly part: string; readonly counts: Counts }[];

/** Every part by its name on the command line, in the order in which they run. */
export const PARTS = {
  kills: runKills,
} as const satisfies Record<string, (input: PartInput) => Promise<PartResult>>;

export type PartName = keyof typeof PARTS;

async function withPostgres<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await startPostgres();
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** Both databases side by side: each keeps about one core busy. */
async function runKills({ isShort, random }: PartInput): Promise<PartResult> {
  return withPostgres(async (url) => {
    const [sqlite, postgres] = await Promise.all([
      killBots({
        random: random(1),
        place: await createSqliteFile(),
        transport: 'http',
        replicas: 1,
        weeks: isShort ? 1 : 20,
        livesPerWeek: isShort ? 1 : 4,
        subscriptions: isShort ? 6 : 32,
        formsPerLife: 42,
        canReadHistory: false,
      }),
      killBots({
        random: random(2),
        place: await createDatabaseOn(url),
        transport: 'socket',
        replicas: 2,
        weeks: isShort ? 1 : 11,
        livesPerWeek: isShort ? 1 : 4,
        subscriptions: isShort ? 6 : 48,
        formsPerLife: 84,
        canReadHistory: true,
      }),
    ]);
    return [
      { part: 'kill -9, SQLite', counts: sqlite },
      { part: 'kill -9, PostgreSQL, 2 bots', counts: postgres },
    ];
  });
}
