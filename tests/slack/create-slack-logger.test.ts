import { expect, it } from 'vitest';
import { createLog } from '../../src/logging.ts';
import { createSlackLogger } from '../../src/slack/create-slack-logger.ts';

it('drops debug lines of the Slack packages, which hold whole payloads, and objects', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', now: () => new Date(0), write: (line) => lines.push(line) });
  const logger = createSlackLogger(log);

  logger.debug('payload: 低保标准?');
  logger.warn('refused', { text: '低保标准?' }, new Error('invalid_auth'));

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('refused object Error: invalid_auth');
});
