import { describe, expect, it } from 'vitest';
import { loadTargets } from '../../src/loading/load-targets.ts';
import { createConversationRecords } from '../../src/storage/conversation-records.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { ENGINES } from '../support/engines.ts';
import { signDelivery } from '../support/slack/deliveries.ts';
import {
  type CallBody,
  type FakeSlack,
  startFakeSlack,
  type Workspace,
} from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';
import { fillIn, formDelivery } from './support/forms.ts';
import { spawnBot } from './support/spawn-bot.ts';
import { tallyEntries } from './support/tally.ts';

const KILLS = 4;
/** When a kill comes after the first forms were sent: somewhere in the midst of recording. */
const EARLIEST_MS = 150;
const SPREAD_MS = 900;

const MILESTONES = loadTargets({ seedsDir: 'seeds', knowledgeDir: 'knowledge' })
  .targets.filter(({ kind }) => kind === 'milestone')
  .slice(0, 6)
  .map(({ id }) => id);

/** Submits a form; true when Slack was told that it was taken. */
async function submit(port: number, slack: FakeSlack & Workspace, view: CallBody): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      ...signDelivery(formDelivery(slack.user, view)),
    });
    return response.status === 200 && (await response.text()) === '';
  } catch {
    // Killed in between: Slack shows its error, the person does not think that it was taken.
    return false;
  }
}

describe.each(ENGINES)('the bot, killed at random instants, on $engine', ({ engine, create }) => {
  it('has lost nothing that it said it took, and recorded nothing twice', async () => {
    const place = await create();
    const slack = await startFakeSlack();
    const location: Record<string, string> =
      'url' in place.location ? { DATABASE_URL: place.location.url } : { DATABASE_FILE: place.location.file };
    const taken: string[] = [];
    let serial = 0;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const bot = await spawnBot({ ...testEnvironment(slack), ...location, LOG_LEVEL: 'info' });
      let isAlive = true;
      const fillAll = MILESTONES.map(async (target) => {
        while (isAlive) {
          serial += 1;
          const { key, view } = fillIn(serial, target);
          if (await submit(bot.port, slack, view)) taken.push(key);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, EARLIEST_MS + Math.random() * SPREAD_MS));
      await bot.kill();
      isAlive = false;
      await Promise.all(fillAll);
    }

    const database = await openDatabase(place.location);
    const entries = await createTargetRecords(database.db).ledger.allEntries();
    const feedback = await createConversationRecords(database.db).feedback.list();
    const kept = [
      ...entries.map(({ requestKey }) => requestKey),
      ...feedback.map(({ comment }) => `view:V${/\d+/u.exec(comment)?.[0]}`),
    ];
    const lost = taken.filter((key) => !kept.includes(key));
    tallyEntries(`${engine}: ${KILLS} kill -9 of the bot while forms are sent`, taken.length, lost.length);
    expect(taken.length).toBeGreaterThan(KILLS);
    expect(lost).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
    await database.close();
    await slack.close();
    await place.drop();
  }, 120_000);
});
