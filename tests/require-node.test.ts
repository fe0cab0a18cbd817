import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({ engines: z.object({ node: z.string() }), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Every program of the project: what an npm script runs with Node, and the bot itself. */
const PROGRAMS = [
  ...new Set(
    Object.values(manifest.scripts)
      .flatMap((script) => script.match(/\S*\b(?:src|dist|scripts)\/\S+\.[jt]s/gu) ?? [])
      .map((path) => path.replace(/^dist\/(.*)\.js$/u, 'src/$1.ts')),
  ),
];

/** Runs a program in a Node that takes itself for another version. */
function runAs(version: string, program: string) {
  const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${disguise}`, program], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, SLACK_BOT_TOKEN: '' },
  });
}

describe('require-node', () => {
  it.each(PROGRAMS)('is the first thing %s imports', (program) => {
    const firstImport = readFileSync(program, 'utf8').match(/^import .*$/mu)?.[0];

    expect(firstImport).toMatch(/^import '(?:\.\/|(?:\.\.\/)+scripts\/)require-node\.cjs';$/u);
  });

  it.each(['18.20.8', '20.20.2', '22.17.1'])(
    'ends the bot on Node %s with one line that says why',
    (version) => {
      const { status, stderr } = runAs(version, 'src/main.ts');

      expect(status).toBe(1);
      expect(stderr).toMatch(
        new RegExp(`^node_too_old: Node\\.js 22\\.18 or newer is needed, .* is ${version}\\..*\\n$`),
      );
    },
  );

  it.each(['22.18.0', '24.0.0', '100.1.0'])('lets Node %s through', (version) => {
    const { stderr } = runAs(version, 'src/main.ts');

    expect(stderr).toMatch(/^config_invalid/);
  });

  it('comes before TypeScript, which a Node too old cannot read, in every npm script', () => {
    const unguarded = Object.entries(manifest.scripts).filter(
      ([, script]) =>
        /\bnode\b.*\b(?:src|scripts)\/\S+\.ts\b/u.test(script) &&
        !script.includes('node -r ./scripts/require-node.cjs '),
    );

    expect(unguarded).toEqual([]);
  });

  it('keeps what Node compiles for the next start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'compiled-'));

    spawnSync(process.execPath, ['src/cli/ask.ts', '--help'], {
      env: { PATH: process.env.PATH, TMPDIR: folder },
    });

    const kept = readdirSync(folder, { recursive: true });
    rmSync(folder, { recursive: true });
    expect(kept.length).toBeGreaterThan(10);
  });

  it('asks for the version that package.json names', () => {
    const { stderr } = runAs('1.0.0', 'scripts/require-node.cjs');

    expect(manifest.engines.node).toBe('>=22.18');
    expect(stderr).toContain('Node.js 22.18 or newer');
  });
});
