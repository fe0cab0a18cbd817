import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const PROGRAM = resolve('scripts/release.ts');
const BillSchema = z.object({
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(z.object({ name: z.string() })),
});
let folder: string;

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...words], {
    cwd: folder,
  });
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a change');
};
const release = () =>
  spawnSync(process.execPath, [PROGRAM, '--out', 'release'], { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  for (const file of ['package.json', 'package-lock.json', 'CHANGELOG.md']) {
    writeFileSync(join(folder, file), readFileSync(file));
  }
  writeFileSync(join(folder, '.gitignore'), 'release/\n');
  git('init', '--quiet');
  commit();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('release', () => {
  it('writes the source, the packages the bot runs on, and checksums that hold', () => {
    const { version, dependencies } = z
      .object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));

    const { status, stderr } = release();

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const out = join(folder, 'release');
    const title = `report-quote-bot-${version}`;
    expect(readdirSync(out).sort()).toEqual(['SHA256SUMS', `${title}.cdx.json`, `${title}.tar.gz`]);
    for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
      const [sum, file = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex'),
        file,
      ).toBe(sum);
    }
    const text = readFileSync(join(out, `${title}.cdx.json`), 'utf8');
    const bill = BillSchema.parse(JSON.parse(text));
    const names = bill.components.map(({ name }) => name);
    expect(bill.metadata.component).toEqual({ name: 'report-quote-bot', version });
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).not.toContain('vitest');
    expect(text.match(/https?:\/\/[^/"]+/gu)).toEqual(['http://cyclonedx.org']);
  });

  it('is refused while something is not committed, and names it', () => {
    writeFileSync(join(folder, 'forgotten.txt'), '');

    const { status, stderr } = release();

    rmSync(join(folder, 'forgotten.txt'));
    expect(status).toBe(2);
    expect(stderr).toBe('release: these changes are in no commit; commit or undo them:\n?? forgotten.txt\n');
  });

  it('is refused when the changelog has no dated section for the version', () => {
    const file = join(folder, 'package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": ".*?"/u, '"version": "99.0.0"'));
    commit();

    const { status, stderr } = release();

    expect(status).toBe(2);
    expect(stderr).toContain('give version 99.0.0 one, “## [99.0.0] - <day>”');
  });
});
