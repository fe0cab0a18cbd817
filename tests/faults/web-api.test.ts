import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishDue } from '../../src/scheduling/publish-due.ts';
import type { SlotRecord } from '../../src/targets/slot.ts';
import { createSqliteFile } from '../support/database-places.ts';
import { makeValueEntry } from '../support/target-builders.ts';
import { judgeOutcome, minutesAfterDue, type Office, openOffice } from './support/office.ts';
import { createTestPublisher } from './support/publisher.ts';
import { type Behaviour, startStubSlack } from './support/stub-slack.ts';
import { tally } from './support/tally.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice(createSqliteFile);
});

afterEach(() => office.close());

/** Runs the scheduler at these minutes after the time the digest is due. */
async function runAt(...minutes: readonly number[]): Promise<readonly SlotRecord[]> {
  for (const minute of minutes) {
    const now = () => minutesAfterDue(minute);
    await publishDue(createTestPublisher({ records: office.records, slackUrl: office.slack.url, now }));
  }
  return office.slots();
}

/** Behaviours of the stub in words, for the table. */
const MEANINGS: Readonly<Record<Behaviour, string>> = {
  accept: 'accepts',
  'accept-500': 'accepts and answers 500',
  'accept-hang': 'accepts and never answers',
  'accept-cut': 'accepts and cuts the connection',
  'turn-429': 'answers 429 once',
  'turn-500': 'answers 500 without accepting',
  'turn-503': 'answers 503 with a time to come back',
  'turn-hang': 'neither accepts nor answers',
  'turn-cut': 'cuts the connection without accepting',
  'turn-blocks': 'refuses the new block types',
  is_archived: 'says the channel is archived',
  token_revoked: 'says the token is revoked',
};

const digests = () => office.slack.messages.filter(({ slot }) => slot !== '');

describe('the Web API', () => {
  it.each([
    { behaviour: 'accept', history: false, state: 'sent', posts: 1, requests: 1 },
    { behaviour: 'turn-429', history: false, state: 'sent', posts: 1, requests: 2 },
    { behaviour: 'turn-503', history: false, state: 'sent', posts: 1, requests: 2 },
    { behaviour: 'turn-blocks', history: false, state: 'sent', posts: 1, requests: 2 },
    { behaviour: 'turn-500', history: false, state: 'unknown', posts: 0, requests: 1 },
    { behaviour: 'turn-500', history: true, state: 'sent', posts: 1, requests: 2 },
    { behaviour: 'accept-500', history: false, state: 'unknown', posts: 1, requests: 1 },
    { behaviour: 'accept-500', history: true, state: 'sent', posts: 1, requests: 1 },
    { behaviour: 'turn-hang', history: false, state: 'unknown', posts: 0, requests: 1 },
    { behaviour: 'turn-hang', history: true, state: 'unknown', posts: 0, requests: 1 },
    { behaviour: 'accept-hang', history: false, state: 'unknown', posts: 1, requests: 1 },
    { behaviour: 'accept-hang', history: true, state: 'sent', posts: 1, requests: 1 },
    { behaviour: 'turn-cut', history: false, state: 'unknown', posts: 0, requests: 1 },
    { behaviour: 'accept-cut', history: false, state: 'unknown', posts: 1, requests: 1 },
    { behaviour: 'accept-cut', history: true, state: 'sent', posts: 1, requests: 1 },
    { behaviour: 'is_archived', history: false, state: 'skipped', posts: 0, requests: 1 },
    { behaviour: 'token_revoked', history: false, state: 'skipped', posts: 0, requests: 1 },
  ] satisfies {
    behaviour: Behaviour;
    history: boolean;
    state: SlotRecord['state'];
    posts: number;
    requests: number;
  }[])(
    '$behaviour (history readable: $history) ends as $state after $posts posts',
    async ({ behaviour, history, state, posts, requests }) => {
      office.slack.allowHistory(history);
      office.slack.script(behaviour);

      const slots = await runAt(0, 1, 2, 3, 5, 10, 60);

      const outcome = judgeOutcome(office.slack, slots);
      tally(
        `Web API: ${MEANINGS[behaviour]}${history ? ', history readable' : ''}`,
        digests().length,
        outcome,
      );
      expect(slots.map((slot) => slot.state)).toEqual([state]);
      expect(digests()).toHaveLength(posts);
      expect(office.slack.requests()).toBe(requests);
      expect(outcome).toMatchObject({ twice: 0, open: 0, unexplained: 0 });
    },
  );

  it('is left alone for as long as it asks', async () => {
    office.slack.script('turn-429');

    await runAt(0, 0.2, 0.4);
    expect(office.slack.requests()).toBe(1);
    await runAt(0.5);

    expect(office.slack.requests()).toBe(2);
  });

  it('that refuses for longer than the grace period gets no old digest', async () => {
    office.slack.script(...Array<Behaviour>(60).fill('turn-429'));

    const hours = Array.from({ length: 26 }, (_, hour) => hour * 60);
    const slots = await runAt(...hours);

    tally('Web API: answers 429 for 25 hours', digests().length, judgeOutcome(office.slack, slots));
    expect(slots).toMatchObject([{ state: 'skipped', reason: 'refused-too-long' }]);
  });

  it('that is not there gets the digest when it is', async () => {
    const url = office.slack.url;
    const gone = await startStubSlack();
    await gone.close();
    const closed = createTestPublisher({
      records: office.records,
      slackUrl: gone.url,
      now: () => minutesAfterDue(0),
    });

    await publishDue(closed);
    await publishDue(
      createTestPublisher({ records: office.records, slackUrl: url, now: () => minutesAfterDue(1) }),
    );

    const slots = await office.slots();
    tally('Web API: refuses connections, then is there', digests().length, judgeOutcome(office.slack, slots));
    expect(slots).toMatchObject([{ state: 'sent' }]);
    expect(digests()).toHaveLength(1);
  });

  it('that refuses the new block types gets the same content without them', async () => {
    await office.records.ledger.append([makeValueEntry({ asOf: '2019-06-20', value: '120' })]);
    office.slack.script('turn-blocks');

    await runAt(0);

    const [digest] = digests();
    expect(digest?.blocks.map(({ type }) => type)).not.toContain('data_table');
    expect(digest?.blocks.length).toBeGreaterThan(3);
    expect(JSON.stringify(digest?.blocks)).toContain('120/400个，应到191个');
  });
});

describe('the owner', () => {
  it('is told once that the outcome is unknown, and can have it posted again', async () => {
    office.slack.script('turn-hang');
    const [slot] = await runAt(0, 1, 3, 30);
    const told = office.slack.messages.filter(({ channel }) => channel === 'U1');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0]?.blocks)).toContain('再发一次');

    await office.records.slots.reopenUnknown(slot ?? expect.fail(), 'U1', minutesAfterDue(60));
    const slots = await runAt(60, 61);

    expect(slots).toMatchObject([{ state: 'sent', repostedBy: 'U1' }]);
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.text).toContain('补发');
  });

  it('is told once that the subscription rests, and nothing more is tried', async () => {
    office.slack.script('is_archived', 'is_archived');

    await runAt(0, 1, 60, 7 * 24 * 60, 7 * 24 * 60 + 5);

    expect(await office.records.subscriptions.list()).toMatchObject([{ pausedFor: 'channel-gone' }]);
    expect(office.slack.messages.filter(({ channel }) => channel === 'U1')).toHaveLength(1);
    expect(office.slack.requests()).toBe(1);
  });

  it.each([
    { behaviour: 'turn-hang', told: '再发一次' },
    { behaviour: 'token_revoked', told: '授权已失效' },
  ] satisfies { behaviour: Behaviour; told: string }[])(
    'who cannot be told after $behaviour is told an hour later, once',
    async ({ behaviour, told }) => {
      const messages = () => office.slack.messages.filter(({ channel }) => channel === 'U1');
      office.slack.script(behaviour);
      office.slack.meetDirect('token_revoked');
      await runAt(0, 1, 3, 30);
      expect(messages()).toEqual([]);

      office.slack.meetDirect('accept');
      await runAt(31, 59);
      expect(messages()).toEqual([]);
      await runAt(65, 66, 130, 300);

      expect(messages()).toHaveLength(1);
      expect(JSON.stringify(messages()[0]?.blocks)).toContain(told);
    },
  );

  it.each([
    { behaviour: 'turn-hang', told: '再发一次' },
    { behaviour: 'token_revoked', told: '授权已失效' },
  ] satisfies { behaviour: Behaviour; told: string }[])(
    'of whom nobody knows whether they were told after $behaviour is told once more',
    async ({ behaviour, told }) => {
      office.slack.script(behaviour);
      office.slack.meetDirect('turn-cut');
      await runAt(0, 1, 3, 30);

      office.slack.meetDirect('accept');
      await runAt(31, 59, 65, 66, 130, 300);

      const messages = office.slack.messages.filter(({ channel }) => channel === 'U1');
      expect(messages).toHaveLength(1);
      expect(JSON.stringify(messages[0]?.blocks)).toContain(told);
    },
  );

  it('is not told on and on while Slack never says whether it arrived', async () => {
    office.slack.script('turn-hang');
    office.slack.meetDirect('turn-cut');
    await runAt(0, 1, 3, 65, 130);

    office.slack.meetDirect('accept');
    await runAt(195, 260);

    expect(office.slack.messages).toEqual([]);
  });
});
