import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, startApplication } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/logging.ts';
import {
  commandDelivery,
  type Delivery,
  mentionDelivery,
  SIGNING_SECRET,
  signDelivery,
} from '../support/slack/deliveries.ts';
import type { Meeting } from './support/meetings.ts';
import { type StubAnswers, startStubAnswers } from './support/stub-answers.ts';

/** All faults are met at once, each by a person of their own, so that waiting adds up to seconds. */
const DEADLINE_MS = 60_000;

type Row = {
  readonly fault: string;
  readonly meetings: readonly Meeting[];
  /** What the person sees. */
  readonly answers: 0 | 1;
  readonly statements: 0 | 1;
};

/** What may happen to the one call that carries the answer, whichever that is. */
const EVERYWHERE: readonly Row[] = [
  { fault: 'takes it', meetings: ['accept'], answers: 1, statements: 0 },
  { fault: 'takes it and never answers', meetings: ['accept-hang'], answers: 1, statements: 1 },
  { fault: 'takes it and cuts the connection', meetings: ['accept-cut'], answers: 1, statements: 1 },
  { fault: 'takes it and answers 500', meetings: ['accept-500'], answers: 1, statements: 1 },
  { fault: 'takes it, a proxy answers a page', meetings: ['accept-garbage'], answers: 1, statements: 1 },
  { fault: 'takes it and answers a byte at a time', meetings: ['accept-drip'], answers: 1, statements: 1 },
  { fault: 'never answers', meetings: ['turn-hang'], answers: 0, statements: 1 },
  { fault: 'cuts the connection', meetings: ['turn-cut'], answers: 0, statements: 1 },
  { fault: 'answers 500', meetings: ['turn-500'], answers: 0, statements: 1 },
  { fault: 'a proxy answers a page', meetings: ['turn-garbage'], answers: 0, statements: 1 },
  { fault: 'answers 200 with nothing', meetings: ['turn-empty'], answers: 0, statements: 1 },
  { fault: 'says internal_error', meetings: [{ error: 'internal_error' }], answers: 0, statements: 1 },
  { fault: 'answers 429 once', meetings: ['turn-429'], answers: 1, statements: 0 },
  {
    fault: 'answers 429 three times',
    meetings: ['turn-429', 'turn-429', 'turn-429'],
    answers: 1,
    statements: 0,
  },
  { fault: 'answers 429 without a time', meetings: ['turn-429-bare'], answers: 1, statements: 0 },
  { fault: 'says ratelimited', meetings: [{ error: 'ratelimited' }], answers: 1, statements: 0 },
  {
    fault: 'answers 429, then cuts the connection',
    meetings: ['turn-429', 'turn-cut'],
    answers: 0,
    statements: 1,
  },
];

/** A refusal for good leaves other ways for a private answer, and none for one in a thread. */
const OF_COMMANDS: readonly Row[] = [
  { fault: 'answers 404', meetings: ['turn-404'], answers: 1, statements: 0 },
  { fault: 'says expired_url', meetings: [{ error: 'expired_url' }], answers: 1, statements: 0 },
];
const OF_MENTIONS: readonly Row[] = [
  { fault: 'answers 404', meetings: ['turn-404'], answers: 0, statements: 1 },
  { fault: 'answers 503 with a time to come back', meetings: ['turn-503'], answers: 1, statements: 0 },
  { fault: 'says restricted_action', meetings: [{ error: 'restricted_action' }], answers: 0, statements: 1 },
  { fault: 'says invalid_blocks', meetings: [{ error: 'invalid_blocks' }], answers: 0, statements: 1 },
];

const CASES = [
  ...[...EVERYWHERE, ...OF_COMMANDS].map((row) => ({ ...row, asked: 'command', method: 'response_url' })),
  ...[...EVERYWHERE, ...OF_MENTIONS].map((row) => ({ ...row, asked: 'mention', method: 'chat.postMessage' })),
].map((row, index) => ({ ...row, user: `U${100 + index}`, channel: `C${100 + index}` }));

let slack: StubAnswers;
let application: Application;
let clock = new Date('2026-11-24T12:00:00.000Z');
const lines: string[] = [];

async function send(delivery: Delivery): Promise<number> {
  const address = `http://127.0.0.1:${application.port}/slack/events`;
  return (await fetch(address, { method: 'POST', ...signDelivery(delivery) })).status;
}

function ask(asked: string, user: string, channel: string): Promise<number> {
  const scene = { user, channel, responseUrl: slack.responseUrl(user) };
  return send(
    asked === 'command' ? commandDelivery(scene, '低保标准?') : mentionDelivery(scene, '<@U0BOT> 低保标准?'),
  );
}

/** What a person and their channel were shown: answers, and statements that there may be none. */
function seenBy(user: string, channel: string) {
  const texts = [...slack.shownTo(user), ...slack.shownTo(channel)].map(({ text }) => text);
  return {
    answers: texts.filter((text) => text.includes('546元')).length,
    statements: texts.filter((text) => /没有回音|没能完成/u.test(text)).length,
    others: texts.filter((text) => !/546元|没有回音|没能完成/u.test(text)),
    isLate: texts.some((text) => text.includes('来晚了')),
  };
}

beforeAll(async () => {
  slack = await startStubAnswers();
  const now = () => clock;
  const log = createLog({ level: 'warn', now, write: (line) => lines.push(line) });
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_FILE: ':memory:',
  });
  application = await startApplication(config, { log, now });
});
afterAll(async () => {
  await application.stop(1_000);
  await slack.close();
});

describe('an answer', () => {
  beforeAll(async () => {
    for (const { method, asked, user, channel, meetings } of CASES) {
      slack.script(method, asked === 'command' ? user : channel, ...meetings);
    }
    const statuses = await Promise.all(CASES.map(({ asked, user, channel }) => ask(asked, user, channel)));
    expect(statuses.every((status) => status === 200)).toBe(true);
    expect(await application.whenIdle(DEADLINE_MS)).toBe(true);
  }, DEADLINE_MS + 5_000);

  it.each(CASES)(
    'to a $asked, when Slack $fault: $answers seen, $statements said to be uncertain or not to be had',
    ({ user, channel, answers, statements }) => {
      expect(seenBy(user, channel)).toEqual({ answers, statements, others: [], isLate: false });
    },
  );
});

describe('while Slack turns everything away', () => {
  it.each([
    { meeting: 'turn-429' as const, asked: 'command', answers: 1, statements: 0 },
    { meeting: 'turn-429' as const, asked: 'mention', answers: 1, statements: 0 },
    { meeting: 'turn-500' as const, asked: 'command', answers: 0, statements: 1 },
    { meeting: 'turn-500' as const, asked: 'mention', answers: 0, statements: 1 },
    { meeting: 'accept-500' as const, asked: 'command', answers: 1, statements: 1 },
  ])('with $meeting, a $asked is not forgotten', async ({ meeting, asked, answers, statements }) => {
    const [user, channel] = [`U2${meeting}${asked}`, `C2${meeting}${asked}`].map((id) =>
      id.replace(/-/gu, '').toUpperCase(),
    ) as [string, string];
    slack.outage(meeting);
    await ask(asked, user, channel);
    await expect.poll(() => slack.refused(), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);

    slack.outage(null);

    expect(await application.whenIdle(DEADLINE_MS)).toBe(true);
    expect(seenBy(user, channel)).toMatchObject({ answers, statements });
  });

  it('for minutes, the answer comes late and says so', async () => {
    slack.outage('turn-429');
    await ask('command', 'U300', 'C300');
    await expect.poll(() => slack.refused()).toBeGreaterThanOrEqual(1);
    clock = new Date(clock.getTime() + 5 * 60_000);
    slack.outage(null);

    expect(await application.whenIdle(DEADLINE_MS)).toBe(true);

    expect(seenBy('U300', 'C300')).toMatchObject({ answers: 1, statements: 0, isLate: true });
  });

  it('for more than ten minutes, it is let go and the log says so', async () => {
    slack.outage('turn-429');
    await ask('command', 'U301', 'C301');
    await expect.poll(() => slack.refused()).toBeGreaterThanOrEqual(1);
    clock = new Date(clock.getTime() + 11 * 60_000);

    expect(await application.whenIdle(DEADLINE_MS)).toBe(true);
    slack.outage(null);

    expect(seenBy('U301', 'C301')).toMatchObject({ answers: 0, statements: 0 });
    expect(lines.join('')).toContain('delivery.given_up');
  });
});
