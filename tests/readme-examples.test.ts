import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Example = { readonly command: string; readonly shown: readonly string[] };

/** The commands of the README with what it shows of their output, in order. */
const examples: readonly Example[] = [
  ...readFileSync('README.md', 'utf8').matchAll(/^```console\n(.*?)^```$/gmsu),
].flatMap(([, block = '']) =>
  block
    .split(/^\$ /mu)
    .slice(1)
    .map((text) => {
      const [command = '', ...shown] = text.trimEnd().split('\n');
      return { command, shown };
    }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As on a fresh clone: with nothing recorded but what the examples before it recorded. */
const run = (command: string): readonly string[] => {
  const env = { ...process.env, NO_COLOR: '1', DATABASE_FILE: join(folder, 'bot.sqlite') };
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return `${stdout}${stderr}`.split('\n');
};

describe('the examples of README.md', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it.each(examples)('$command prints what is shown, apart from what “…” leaves out', ({ command, shown }) => {
    const printed = run(command);

    let from = 0;
    for (const line of shown.filter((candidate) => candidate !== '…')) {
      const at = printed.indexOf(line, from);
      expect(
        at,
        `“${line}” is not printed, or not in this order:\n${printed.join('\n')}`,
      ).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});
