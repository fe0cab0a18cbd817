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
  TEAM,
  type Workspace,
} from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';
import { spawnBot } from './support/spawn-bot.ts';
import { tallyEntries } from './support/tally.ts';

const KILLS = 4;
/** When a kill comes after the first forms were sent: somewhere in the midst of recording. */
const EARLIEST_MS = 150;
const SPREAD_MS = 900;

const STATES = ['not-started', 'in-progress', 'blocked'] as const;
const MILESTONES = loadTargets({ seedsDir: 'seeds', knowledgeDir: 'knowledge' })
  .targets.filter(({ kind }) => kind === 'milestone')
  .slice(0, 6)
  .map(({ id }) => id);

/** A form as it comes back from Slack, with the key under which it is recorded. */
type Filled = { readonly key: string; readonly view: CallBody };

function fillIn(serial: number, target: string): Filled {
  const id = `V${serial}`;
  const input = (element: CallBody) => ({ input: element });
  if (serial % 5 === 0) {
    const view = {
      id,
      callback_id: 'feedback_form',
      private_metadata: JSON.stringify({ kind: 'needs-person', q: 'unknown' }),
      state: { values: { comment: { text: { value: `请看第${serial}条` } } } },
    };
    return { key: `view:${id}`, view };
  }
  if (serial % 5 === 1) {
    const view = {
      id,
      callback_id: 'adjust_form',
      private_metadata: JSON.stringify({ target, channel: 'C1' }),
      state: {
        values: {
          status: input({ selected_option: { value: 'at-risk' } }),
          reason: input({ value: `原因${serial}` }),
        },
      },
    };
    return { key: `view:${id}:adjust`, view };
  }
  const view = {
    id,
    root_view_id: id,
    callback_id: 'entry_form',
    private_metadata: JSON.stringify({ target, channel: 'C1', queue: [], corrects: null }),
    state: {
      values: {
        [`state:${target}`]: input({ selected_option: { value: STATES[serial % STATES.length] } }),
        [`as_of:${target}`]: input({ selected_date: '2019-06-20' }),
        [`confidence:${target}`]: input({ selected_option: { value: 'high' } }),
        [`note:${target}`]: input({ value: `第${serial}条` }),
      },
    },
  };
  return { key: `view:${id}:${target}`, view };
}

/** Submits a form; true when Slack was told that it was taken. */
async function submit(port: number, slack: FakeSlack & Workspace, view: CallBody): Promise<boolean> {
  const body = {
    type: 'view_submission',
    team: { id: TEAM },
    user: { id: slack.user, team_id: TEAM },
    trigger_id: view.id,
    view: { type: 'modal', blocks: [], ...view },
  };
  try {
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      ...signDelivery({ kind: 'interaction', body }),
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
