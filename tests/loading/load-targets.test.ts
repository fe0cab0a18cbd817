import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { loadTargets } from '../../src/loading/load-targets.ts';
import { makeBadFolders, SOUND_SEED } from '../support/bad-folders.ts';

describe('loadTargets', () => {
  const folders = makeBadFolders();
  const loaded = loadTargets(folders);

  it('loads every report that can be read, whatever is wrong with the others', () => {
    expect(loaded.knowledge.reports.map(({ report }) => report.id)).toEqual(['gbk', 'sound']);
    expect(loaded.knowledge.reports.map(({ figures }) => figures.length)).toEqual([1, 2]);
  });

  it('names every file that was not taken over, with a code', () => {
    expect(loaded.problems.map(({ file, code }) => `${file} ${code}`).toSorted()).toEqual([
      'knowledge/catalogue.yaml review_invalid',
      'knowledge/figures/sound.yaml review_invalid',
      'knowledge/targets/sound.yaml review_invalid',
      'seeds/LOUD.TXT format_not_read',
      'seeds/gone.txt file_unreadable',
      'seeds/no-text.txt report_invalid',
      'seeds/noise.txt encoding_unknown',
      'seeds/other.docx format_not_read',
      'seeds/sound.map.json map_invalid',
      'seeds/sound.txt report_invalid',
    ]);
  });

  it('gives the command that adds a document in another format', () => {
    const problem = loaded.problems.find(({ file }) => file === 'seeds/other.docx');

    expect(problem?.detail).toContain(`npm run report:add -- "${join(folders.seedsDir, 'other.docx')}"`);
  });

  it('reads a GBK seed as its decoded text, and says so', () => {
    expect(loaded.knowledge.reports[0]?.report.source).toContain('新增床位300张。');
    expect(loaded.decoded).toEqual([{ file: 'seeds/gbk.txt', encoding: 'GB18030' }]);
  });

  it('follows links to files, and reads nothing twice where a folder of links is mounted', () => {
    const seedsDir = mkdtempSync(join(tmpdir(), 'seeds-'));
    mkdirSync(join(seedsDir, '..data'));
    writeFileSync(join(seedsDir, '..data', 'a.txt'), SOUND_SEED);
    symlinkSync('..data/a.txt', join(seedsDir, 'a.txt'));

    const { knowledge, problems } = loadTargets({ seedsDir, knowledgeDir: join(seedsDir, 'none') });

    expect(knowledge.reports.map(({ report }) => report.id)).toEqual(['a']);
    expect(problems).toEqual([]);
  });
});

describe('loadKnowledge', () => {
  it('takes no knowledge with a problem, for checks and measurements', () => {
    expect(() => loadKnowledge(makeBadFolders())).toThrow(
      /seeds\/noise\.txt: .*\n[\s\S]*catalogue\.yaml:\d+: /u,
    );
  });
});
