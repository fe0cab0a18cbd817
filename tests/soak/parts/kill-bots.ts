import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import type { TargetRecords } from '../../../src/targets/records.ts';
import type { TestLocation } from '../../support/database-places.ts';
import { makeNewSubscription } from '../../support/target-builders.ts';
import type { Counts } from '../support/counts.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import type { Random } from '../support/random.ts';
import { CALM, MISBEHAVIOURS, type Weather } from '../support/slack-stand-in.ts';
import { createWorld, type Transport, type World } from '../support/world.ts';

export type KillPlan = {
  readonly random: Random;
  readonly place: TestLocation;
  readonly transport: Transport;
  /** Bots that run at the same time, and are killed each at an instant of its own. */
  readonly replicas: number;
  readonly weeks: number;
  readonly subscriptions: number;
  readonly livesPerWeek: number;
  /** Forms that each of the people hands in before a kill, at most. */
  readonly formsOfEach: number;
  /** Whether the bot may look in channels for what it posted. */
  readonly canReadHistory: boolean;
};

/** Monday 24 June 2019, 09:00 in China: the first digest is due. */
const FIRST_DUE_MS = Date.parse('2019-06-24T01:00:00.000Z');
const WEEK_MS = 7 * 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** Digests of a week fall due in the lives of its bots, a share in each. */
const MINUTES_PER_LIFE = 5;

/** Kills come between these instants after all bots were ready. */
const KILL_BETWEEN_MS = [20, 1_100] as const;

/** Later than any lease of the bots that were killed, and than owners are told again who may not have been told. */
const SETTLED_AFTER_MS = 100 * MINUTE_MS;
/** The scheduler looks every five seconds, and waits no longer than half an hour between two attempts. */
const SCHEDULER_LOOKS_MS = 6_000;
const LONGEST_WAIT_MS = 31 * MINUTE_MS;
/** What people wrote is looked for at the end, months later by the clock of the bots. */
const KEEP_LONG = { QUESTION_RETENTION_DAYS: '3650' };

/** Against hanging, not for speed: other work may keep the machine busy. */
const SETTLE_DEADLINE_MS = 300_000;

/** Kills bots at random instants while digests go out and forms come in and Slack misbehaves; then counts. */
export async function killBots(plan: KillPlan): Promise<Counts> {
  const { random, place, transport } = plan;
  const world = await createWorld({ random, place, transport, startAt: new Date(FIRST_DUE_MS) });
  const database = await openDatabase(place.location);
  const records = createTargetRecords(database.db);
  world.slack.allowHistory(plan.canReadHistory);
  for (let index = 0; index < plan.subscriptions; index += 1) {
    const minute = String((index % plan.livesPerWeek) * MINUTES_PER_LIFE).padStart(2, '0');
    await records.subscriptions.add(
      makeNewSubscription({ channelId: `C${index + 1}`, time: `09:${minute}` }),
      new Date('2019-06-20T00:00:00.000Z'),
    );
  }
  const desk = createDesk(world);

  for (let week = 0; week < plan.weeks; week += 1) {
    const mondayMs = FIRST_DUE_MS + week * WEEK_MS;
    for (let life = 0; life < plan.livesPerWeek; life += 1) {
      world.setClock(new Date(mondayMs + life * MINUTES_PER_LIFE * MINUTE_MS + 5_000));
      world.slack.setWeather(storm(random));
      await liveAndDie(world, plan, desk);
    }
    world.setClock(new Date(mondayMs + SETTLED_AFTER_MS));
    world.slack.setWeather(CALM);
    await liveAndDie(world, plan, desk, () => settleDigests(world, records, plan.subscriptions));
  }
  const bot = await world.startBot(KEEP_LONG);
  await desk.pressAgain(bot);
  const status = await bot.stop();
  world.leave(bot);
  if (status !== 0) {
    world.counts.broken.push(`SIGTERM ended the bot with status ${status}, after ${bot.lines.at(-1)}`);
  }
  await desk.judge(database);
  await judgeDigests(world, plan, records);
  if ('file' in place.location) await judgeFile(world.counts, database);
  await database.close();
  await world.close();
  return world.counts;
}

/** One call in six is met in one of the bad ways, and the others take their time. */
function storm(random: Random): Weather {
  return () => ({
    meeting: random.chance(1 / 6) ? random.pick(MISBEHAVIOURS) : 'accept',
    afterMs: random.between(0, 60),
  });
}

async function liveAndDie(
  world: World,
  { random, replicas, formsOfEach }: KillPlan,
  desk: Desk,
  beforeDeath?: () => Promise<void>,
): Promise<void> {
  const bots = await Promise.all(Array.from({ length: replicas }, () => world.startBot(KEEP_LONG)));
  let isOver = false;
  const fill = desk.fill(bots, formsOfEach, () => isOver);
  const filled = Promise.all(fill);
  if (beforeDeath) {
    // All but the last few, which the kill comes amid.
    await Promise.all([beforeDeath(), Promise.race(fill)]);
  }
  await Promise.all(
    bots.map(async (bot) => {
      await wait(random.between(...KILL_BETWEEN_MS));
      // One that has fallen by itself before is told by the world.
      if (!bot.hasFallen()) world.counts.kills += 1;
      await bot.kill();
      world.leave(bot);
    }),
  );
  isOver = true;
  await filled;
}

/** Waits until every due digest has come to an end, which takes a few looks of the scheduler. */
async function settleDigests(world: World, records: TargetRecords, subscriptions: number): Promise<void> {
  const today = world.now().toISOString().slice(0, 10);
  const untilMs = performance.now() + SETTLE_DEADLINE_MS;
  let movedAtMs = performance.now();
  while (performance.now() < untilMs) {
    const [decided, open, untold] = await Promise.all([
      records.slots.lastDecidedOn(today),
      records.slots.listOpenDueBefore(world.now()),
      records.slots.listUntoldUnknown(world.now()),
    ]);
    const recorded = [...decided.values()].filter((day) => day === today);
    if (recorded.length === subscriptions && open.length === 0 && untold.length === 0) return;
    await wait(200);
    // What is being sent has its lease, which a clock that runs away would end.
    if (
      open.every(({ state }) => state === 'pending') &&
      performance.now() - movedAtMs > SCHEDULER_LOOKS_MS
    ) {
      world.setClock(new Date(world.now().getTime() + LONGEST_WAIT_MS));
      movedAtMs = performance.now();
    }
  }
  world.counts.broken.push('digests still open long after they were due');
}

async function judgeDigests({ counts, slack }: World, plan: KillPlan, records: TargetRecords): Promise<void> {
  const { slots } = counts;
  const shown = slack.countDigests();
  const told = slack.toldUnknown();
  let skipped = 0;
  slots.due = plan.subscriptions * plan.weeks;
  slots.silent = slots.due;
  for (const { id } of await records.subscriptions.list()) {
    for (const slot of await records.slots.listRecent(id, plan.weeks + 1)) {
      const key = `${slot.subscriptionId}/${slot.slotOn}`;
      const times = shown.get(key) ?? 0;
      const isExplained =
        (slot.state === 'sent' && times > 0) ||
        (slot.state === 'unknown' && told.has(key)) ||
        (slot.state === 'skipped' && slot.reason !== null);
      if (times > 0) slots.shown += 1;
      if (times > 1) slots.twice += 1;
      if (slot.state === 'unknown') slots.unknown += 1;
      if (slot.state === 'skipped') skipped += 1;
      if (isExplained) slots.silent -= 1;
    }
  }
  counts.notes.push(`${slots.shown} digests seen, ${skipped} skipped for a reason on record`);
}

async function judgeFile(counts: Counts, { db }: Database): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  if (rows.some(({ integrity_check }) => integrity_check !== 'ok')) {
    counts.broken.push('the SQLite file is damaged');
  }
}
