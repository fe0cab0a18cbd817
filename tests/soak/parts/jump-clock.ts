import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import { makeNewSubscription } from '../../support/target-builders.ts';
import type { Counts } from '../support/counts.ts';
import type { Random } from '../support/random.ts';
import { createWorld } from '../support/world.ts';

const DUE_MS = Date.parse('2019-06-24T01:00:00.000Z');
const MINUTE_MS = 60_000;
const WEEK = 7 * 24 * 60;

/** The scheduler looks every five seconds. */
const LOOKED_MS = 6_000;

const SUBSCRIPTIONS = 10;

/** Minutes after the first digest is due at which the clock is put, one after the other: to and fro. */
const JUMPS = [1, -60, 5, WEEK + 1, 10, -WEEK, WEEK + 30, 2 * WEEK + 60, WEEK, 2 * WEEK + 120] as const;

/** How many digests fall due by the latest of these; those the clock jumped over are decided, too. */
const weeksWithin = (minutes: readonly number[]) => Math.floor(Math.max(...minutes) / WEEK) + 1;

/** The clock of a running bot jumps to and fro over times at which digests are due. */
export async function jumpClock(random: Random, jumps: number): Promise<Counts> {
  const world = await createWorld({ random, startAt: new Date(DUE_MS - 10 * MINUTE_MS) });
  const database = await openDatabase(world.place.location);
  const records = createTargetRecords(database.db);
  for (let index = 0; index < SUBSCRIPTIONS; index += 1) {
    await records.subscriptions.add(
      makeNewSubscription({ channelId: `C${index + 1}` }),
      new Date('2019-06-20T00:00:00.000Z'),
    );
  }
  await world.startBot();
  const made = JUMPS.slice(0, jumps);
  for (const minutes of made) {
    world.setClock(new Date(DUE_MS + minutes * MINUTE_MS));
    await wait(LOOKED_MS);
  }
  const { slots } = world.counts;
  slots.due = SUBSCRIPTIONS * weeksWithin(made);
  slots.silent = slots.due;
  const shown = world.slack.countDigests();
  slots.twice = [...shown.values()].filter((times) => times > 1).length;
  for (const { id } of await records.subscriptions.list()) {
    for (const { state, reason, slotOn } of await records.slots.listRecent(id, 10)) {
      const isSeen = state === 'sent' && shown.has(`${id}/${slotOn}`);
      if (isSeen || (state === 'skipped' && reason !== null)) slots.silent -= 1;
    }
  }
  world.counts.notes.push(`${made.length} jumps of up to two weeks, ${shown.size} digests seen`);
  await database.close();
  await world.close();
  return world.counts;
}
