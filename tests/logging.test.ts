import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import { createLog, describeFault, LOG_LEVELS, type LogLevel } from '../src/logging.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const logAt = (level: LogLevel) => {
  const lines: string[] = [];
  return { log: createLog({ level, now, write: (line) => lines.push(line) }), lines };
};

describe('createLog', () => {
  it('writes one line of JSON', () => {
    const { log, lines } = logAt('info');

    log.info('bot.ready', { port: 3000 });

    expect(lines).toEqual([
      '{"time":"2026-11-24T12:00:00.000Z","level":"info","event":"bot.ready","port":3000}\n',
    ]);
  });

  it.each([
    { level: 'error', written: 1 },
    { level: 'warn', written: 2 },
    { level: 'info', written: 3 },
    { level: 'debug', written: 4 },
  ] as const)('at level $level writes $written of four levels', ({ level, written }) => {
    const { log, lines } = logAt(level);

    for (const each of LOG_LEVELS) log[each]('event');

    expect(lines).toHaveLength(written);
  });

  it.each(['xoxb-12-ab', 'xoxe.xoxp-1-Mi0yLT', 'xapp-1-A1-2-ef', 'https://hooks.slack.com/commands/T1/2/3'])(
    'never writes %s',
    (secret) => {
      const { log, lines } = logAt('info');

      log.info('event', { detail: `failed with ${secret}, sorry` });

      expect(lines.join('')).not.toContain(secret);
    },
  );
});

describe('describeFault', () => {
  it.each([
    {
      error: new AppError('storage_failed', 'disk full'),
      fields: { code: 'storage_failed', detail: 'disk full' },
    },
    { error: new TypeError('x is undefined'), fields: { code: 'TypeError', detail: 'x is undefined' } },
    {
      error: new AppError('slack_failed', 'down', { cause: new Error('refused') }),
      fields: { code: 'slack_failed', detail: 'down', cause: 'Error: refused' },
    },
    { error: 'a string', fields: { code: 'unknown', detail: 'string' } },
  ])('gives $fields.code its code', ({ error, fields }) => {
    expect(describeFault(error)).toEqual(fields);
  });
});
