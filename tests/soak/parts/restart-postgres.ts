import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../src/storage/database.ts';
import { createDatabaseOn } from '../../support/database-places.ts';
import { startPostgres } from '../../support/start-postgres.ts';
import { askAll } from '../support/ask.ts';
import type { Counts } from '../support/counts.ts';
import { createDesk } from '../support/desk.ts';
import type { Random } from '../support/random.ts';
import { createWorld } from '../support/world.ts';

const QUESTIONS = ['低保标准?', '养老机构有多少张床位', '高铁票价多少钱'];

/** PostgreSQL ends and comes back, several times, while forms are handed in and questions are asked. */
export async function restartPostgres(random: Random, restarts: number): Promise<Counts> {
  const server = await startPostgres();
  const place = await createDatabaseOn(server.url);
  const world = await createWorld({ random, place });
  const bot = await world.startBot();
  const desk = createDesk(world);
  let isOver = false;
  const fill = desk.fill([bot], Number.POSITIVE_INFINITY, () => isOver);
  for (let restart = 0; restart < restarts; restart += 1) {
    await wait(random.between(300, 1_000));
    const restarting = server.restart(random.between(0, 3_000));
    await askAll(world, bot, QUESTIONS, { isBusyBesides: true });
    await restarting;
  }
  await wait(500);
  isOver = true;
  await Promise.all(fill);
  await desk.pressAgain(bot);
  const database = await openDatabase(place.location);
  await desk.judge(database);
  await database.close();
  world.counts.notes.push(`${restarts} restarts of the server`);
  await world.close();
  await server.stop();
  return world.counts;
}
