import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import type { Meeting } from '../../faults/support/meetings.ts';
import { commandDelivery, mentionDelivery } from '../../support/slack/deliveries.ts';
import { makeNewSubscription } from '../../support/target-builders.ts';
import { waitUntilIdle, waitUntilKept } from '../support/ask.ts';
import type { Counts } from '../support/counts.ts';
import type { Random } from '../support/random.ts';
import { CALM, MISBEHAVIOURS } from '../support/slack-stand-in.ts';
import { createWorld, type World } from '../support/world.ts';

const QUESTION = '低保标准?';
const ANSWER = '546元';
const STATEMENT = /没有回音|没能完成/u;
const LATE = '来晚了';

type Asked = { readonly user: string; readonly channel: string; readonly asks: 'command' | 'mention' };

/** Two people for each way of misbehaving, so that what happens to one does not touch the others. */
function peopleFor(count: number): readonly Asked[] {
  return Array.from({ length: count }, (_, index) => ({
    user: `U${1_000 + index}`,
    channel: `C${1_000 + index}`,
    asks: index % 2 === 0 ? 'command' : 'mention',
  }));
}

/** The call that carries an answer is met in each of the bad ways, once, and everything after it well. */
export async function meetBadly(random: Random): Promise<Counts> {
  const world = await createWorld({ random });
  const bot = await world.startBot();
  const people = peopleFor(MISBEHAVIOURS.length * 2);
  const meetings = new Map<string, Meeting>();
  for (const [index, { user, channel, asks }] of people.entries()) {
    meetings.set(asks === 'command' ? user : channel, MISBEHAVIOURS[Math.floor(index / 2)] ?? 'accept');
  }
  world.slack.setWeather(({ place }) => {
    const meeting = meetings.get(place) ?? 'accept';
    meetings.delete(place);
    return { meeting, afterMs: 0 };
  });
  await Promise.all(people.map((person) => ask(world, bot, person)));
  if (!(await waitUntilIdle(bot))) world.counts.broken.push('the bot was not done in time');
  judge(world, people);
  world.counts.notes.push(`${MISBEHAVIOURS.length} ways, each with a command and a mention`);
  await world.close();
  return world.counts;
}

/** Nearly as long as anything is kept for Slack, by a clock that is moved. */
const OUTAGE_MS = 9.5 * 60_000;
const OUTAGE_PEOPLE = 40;
const CLOCK_MOVED_MS = 500;

/** Slack turns everything away for ten minutes and takes it again: answers come late, marked so, and digests too. */
export async function sitOutOutage(random: Random): Promise<Counts> {
  const dueAt = new Date('2019-06-24T01:00:00.000Z');
  const world = await createWorld({ random, startAt: new Date(dueAt.getTime() - 30_000) });
  const database = await openDatabase(world.place.location);
  const records = createTargetRecords(database.db);
  await records.subscriptions.add(makeNewSubscription(), new Date('2019-06-20T00:00:00.000Z'));
  const bot = await world.startBot();
  const people = peopleFor(OUTAGE_PEOPLE);
  world.slack.setWeather(() => ({ meeting: 'turn-429', afterMs: 0 }));
  await Promise.all(people.map((person) => ask(world, bot, person)));
  if (!(await waitUntilKept(bot, people.length))) world.counts.broken.push('answers were not kept for later');
  world.setClock(new Date(dueAt.getTime() + OUTAGE_MS));
  // The bot reads its clock when it sends; it must have been moved before Slack is well.
  await wait(CLOCK_MOVED_MS);
  world.slack.setWeather(CALM);
  if (!(await waitUntilIdle(bot))) world.counts.broken.push('the bot was not done in time');
  judge(world, people);
  const late = people.filter(({ user, channel }) =>
    seen(world, { user, channel }).some((text) => text.includes(LATE)),
  );
  world.counts.notes.push(`${late.length} of ${people.length} answers came late and said so`);
  if (late.length < people.length)
    world.counts.broken.push('late answers that did not say so, or did not come');

  const untilMs = performance.now() + 30_000;
  const [subscription] = await records.subscriptions.list();
  const find = () => records.slots.find({ subscriptionId: subscription?.id ?? '', slotOn: '2019-06-24' });
  while ((await find())?.state !== 'sent' && performance.now() < untilMs) {
    await wait(200);
  }
  world.counts.slots.due = 1;
  world.counts.slots.silent = (await find())?.state === 'sent' ? 0 : 1;
  await database.close();
  await world.close();
  return world.counts;
}

async function ask(
  world: World,
  bot: Parameters<World['send']>[0],
  { user, channel, asks }: Asked,
): Promise<void> {
  const scene = { user, channel, responseUrl: world.slack.responseUrl(user) };
  const delivery =
    asks === 'command' ? commandDelivery(scene, QUESTION) : mentionDelivery(scene, `<@U0BOT> ${QUESTION}`);
  await world.send(bot, delivery);
  world.counts.questions.asked += 1;
}

function seen({ slack }: World, { user, channel }: Pick<Asked, 'user' | 'channel'>): readonly string[] {
  return [...slack.shownTo(user), ...slack.shownTo(channel)];
}

/** Everybody has the answer once, or was told that it is uncertain or not to be had. */
function judge(world: World, people: readonly Asked[]): void {
  for (const person of people) {
    const texts = seen(world, person);
    const answers = texts.filter((text) => text.includes(ANSWER)).length;
    const statements = texts.filter((text) => STATEMENT.test(text)).length;
    if (answers + statements === 0) world.counts.questions.silent += 1;
    if (answers > 1 || statements > 1) world.counts.questions.twice += 1;
  }
}
