import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, readDemoPort, VARIABLES } from '../src/config.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('the port of the local workspace', () => {
  it.each([
    { PORT: undefined, port: 4000 },
    { PORT: '', port: 4000 },
    { PORT: '4321', port: 4321 },
  ])('is $port for “$PORT”', ({ PORT, port }) => {
    expect(readDemoPort({ PORT })).toBe(port);
  });
});

describe('readConfig', () => {
  it('takes an app token for Socket Mode, even beside a signing secret', () => {
    const config = readConfig({ ...socket, SLACK_SIGNING_SECRET: 's' });

    expect(config.slack.transport).toEqual({ kind: 'socket', appToken: 'xapp-1' });
  });

  it('takes ids with any comma between them', () => {
    const config = readConfig({ ...socket, TARGET_RECORDERS: 'U0001，U0002、W0003; S0004' });

    expect(config.targetRoles.recorders).toEqual(['U0001', 'U0002', 'W0003', 'S0004']);
  });

  it('takes a signing secret alone for HTTP', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' });

    expect(config.slack.transport).toEqual({ kind: 'http', signingSecret: 's' });
  });

  it.each([
    { transport: 'socket', settings: {}, health: { host: '0.0.0.0', port: 3000 } },
    {
      transport: 'socket',
      settings: { HEALTH_HOST: '127.0.0.1' },
      health: { host: '127.0.0.1', port: 3000 },
    },
    { transport: 'http', settings: {}, health: null },
    { transport: 'http', settings: { HEALTH_PORT: '9000' }, health: { host: '0.0.0.0', port: 9000 } },
    {
      transport: 'http',
      settings: { HEALTH_HOST: '127.0.0.1', HEALTH_PORT: '9000' },
      health: { host: '127.0.0.1', port: 9000 },
    },
  ])('serves health with $transport and $settings at $health', ({ transport, settings, health }) => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };

    expect(readConfig({ ...(transport === 'http' ? http : socket), ...settings }).health).toEqual(health);
  });

  it('wants a port for health on an address of its own beside events by HTTP', () => {
    expect(
      problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', HEALTH_HOST: '127.0.0.1' }),
    ).toMatch(/HEALTH_PORT is missing/u);
  });

  it('has a default for everything else, the same for unset and empty', () => {
    const blanks = Object.fromEntries(VARIABLES.map((name) => [name, '']));

    expect(readConfig({ ...blanks, ...socket })).toEqual(readConfig(socket));
    expect(readConfig(socket)).toMatchObject({
      http: { host: '0.0.0.0', port: 3000 },
      logLevel: 'info',
      questionRetentionDays: 90,
      answersFollowUpsWithoutMention: false,
      feedbackTo: undefined,
    });
  });

  it('ends the address of the Web API with a slash', () => {
    const config = readConfig({ ...socket, SLACK_API_URL: 'http://127.0.0.1:4000/api' });

    expect(config.slack.apiUrl).toBe('http://127.0.0.1:4000/api/');
  });

  it('lists every problem at once', () => {
    const problems = problemsOf({ PORT: 'http', LOG_LEVEL: 'loud', FEEDBACK_TO: '#general' });

    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'PORT',
      'LOG_LEVEL',
      'FEEDBACK_TO',
    ]) {
      expect(problems).toContain(name);
    }
  });

  it('says of each what to do in Chinese as well', () => {
    const wrong = {
      ...{ SLACK_BOT_TOKEN: 'x', SLACK_APP_TOKEN: 'x', SLACK_API_URL: 'x', PORT: 'x', HEALTH_PORT: '0.5' },
      ...{ LOG_LEVEL: 'x', DATABASE_URL: 'x', FEEDBACK_TO: '#x', QUESTION_RETENTION_DAYS: 'x' },
      ...{ DIGEST_GRACE_HOURS: '999', TARGET_RECORDERS: '@x', TARGET_MANAGERS: '@x' },
      FOLLOW_UPS_WITHOUT_MENTION: 'x',
    };

    const [head, ...problems] = problemsOf(wrong).split('\n');

    expect(head).toMatch(/see .env.example（配置有问题/u);
    expect(problems).toHaveLength(Object.keys(wrong).length);
    for (const problem of problems) expect(problem).toMatch(/^ {2}[A-Z_]+ [^（]+（\p{Script=Han}.*）$/u);
  });

  it.each([
    { name: 'SLACK_BOT_TOKEN', value: 'xoxp-secret-1' },
    { name: 'SLACK_BOT_TOKEN', value: 'xoxb-你的令牌' },
    { name: 'SLACK_APP_TOKEN', value: 'xoxb-secret-2' },
    { name: 'SLACK_APP_TOKEN', value: 'xapp-你的令牌' },
    { name: 'SLACK_API_URL', value: 'ftp://user:secret-3@host/' },
    { name: 'PORT', value: '70000' },
    { name: 'PORT', value: '-1' },
    { name: 'QUESTION_RETENTION_DAYS', value: '0' },
    { name: 'QUESTION_RETENTION_DAYS', value: '1.5' },
    { name: 'FEEDBACK_TO', value: '#secret-4' },
    { name: 'FOLLOW_UPS_WITHOUT_MENTION', value: 'perhaps' },
  ])('refuses $name=$value without repeating the value', ({ name, value }) => {
    const problems = problemsOf({ ...socket, [name]: value });

    expect(problems).toContain(name);
    expect(problems).not.toContain(value);
  });
});

describe('.env.example', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));

  it('names every variable the bot reads and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...VARIABLES].sort());
  });

  it('shows the defaults', () => {
    const values = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, value ?? '']));

    expect(readConfig({ ...values, ...socket })).toEqual(readConfig(socket));
  });
});
