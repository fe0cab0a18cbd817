import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const ci = readFileSync('.ci/run', 'utf8').trimEnd().split('\n');
const commands = [...readme.matchAll(/^```sh\n(npm ci && .*)\n```$/gmu)].map(([, command]) => command ?? '');

describe('the commands README.md starts with', () => {
  it('are those to try the bot and to test it', () => {
    expect(commands).toEqual([
      'npm ci && npm run demo',
      'npm ci && npm run ask -- "低保标准?"',
      'npm ci && npm test',
    ]);
  });

  it('run in CI word for word, the tests last', () => {
    expect(ci).toContain(commands[1]);
    expect(ci.at(-1)).toBe(commands[2]);
  });
});
