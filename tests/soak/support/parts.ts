import { createDatabaseOn, createSqliteFile } from '../../support/database-places.ts';
import { startPostgres } from '../../support/start-postgres.ts';
import { askDamaged, askForLeaks } from '../parts/ask-questions.ts';
import { attackPorts } from '../parts/attack-ports.ts';
import { jumpClock } from '../parts/jump-clock.ts';
import { killBots } from '../parts/kill-bots.ts';
import { loseDisk } from '../parts/lose-disk.ts';
import { meetBadly, sitOutOutage } from '../parts/meet-badly.ts';
import { restartPostgres } from '../parts/restart-postgres.ts';
import type { Counts } from './counts.ts';
import { createRandom } from './random.ts';

/** What a part is given. Its chance depends on the seed alone, whichever parts run beside it. */
export type PartInput = { readonly isShort: boolean; readonly seed: number };

/** A part that runs in several settings gives a row for each. */
export type PartResult = readonly { readonly part: string; readonly counts: Counts }[];

/** Every part by its name on the command line, in the order in which they run. */
export const PARTS = {
  kills: runKills,
  slack: async ({ seed }) => [
    { part: 'Slack misbehaves in 16 ways', counts: await meetBadly(createRandom(seed + 3)) },
  ],
  outage: async ({ seed }) => [
    { part: 'Slack away for ten minutes', counts: await sitOutOutage(createRandom(seed + 4)) },
  ],
  postgres: async ({ seed, isShort }) => [
    { part: 'PostgreSQL restarts', counts: await restartPostgres(createRandom(seed + 5), isShort ? 1 : 6) },
  ],
  clock: async ({ seed, isShort }) => [
    { part: 'the clock jumps', counts: await jumpClock(createRandom(seed + 6), isShort ? 3 : 10) },
  ],
  disk: async ({ seed }) => [
    { part: 'disk full, then read-only', counts: await loseDisk(createRandom(seed + 7)) },
  ],
  payloads: async ({ seed, isShort }) => {
    const count = isShort ? 120 : 1_200;
    return [
      { part: 'payloads by HTTP', counts: await attackPorts(createRandom(seed + 8), 'http', count) },
      { part: 'payloads by Socket Mode', counts: await attackPorts(createRandom(seed + 9), 'socket', count) },
    ];
  },
  fuzz: async ({ seed, isShort }) => [
    { part: 'damaged questions', counts: await askDamaged(createRandom(seed + 10), isShort ? 100 : 10_000) },
  ],
  leaks: async ({ seed, isShort }) => [
    {
      part: 'questions on and on',
      counts: await askForLeaks(createRandom(seed + 11), isShort ? 200 : 20_000),
    },
  ],
} as const satisfies Record<string, (input: PartInput) => Promise<PartResult>>;

export type PartName = keyof typeof PARTS;

/** Both databases side by side: each keeps about one core busy. */
async function runKills({ isShort, seed }: PartInput): Promise<PartResult> {
  const server = await startPostgres();
  const common = { livesPerWeek: isShort ? 2 : 4 };
  const [sqlite, postgres] = await Promise.all([
    killBots({
      ...common,
      random: createRandom(seed + 1),
      place: await createSqliteFile(),
      transport: 'http',
      replicas: 1,
      weeks: isShort ? 1 : 20,
      subscriptions: isShort ? 6 : 32,
      formsOfEach: 7,
      canReadHistory: false,
    }),
    killBots({
      ...common,
      random: createRandom(seed + 2),
      place: await createDatabaseOn(server.url),
      transport: 'socket',
      replicas: 2,
      weeks: isShort ? 1 : 11,
      subscriptions: isShort ? 6 : 48,
      formsOfEach: 14,
      canReadHistory: true,
    }),
  ]);
  await server.stop();
  return [
    { part: 'kill -9, SQLite', counts: sqlite },
    { part: 'kill -9, PostgreSQL, 2 bots', counts: postgres },
  ];
}
