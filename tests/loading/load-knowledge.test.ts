import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { MAP_LIMIT, REVIEWED_LIMIT, SEED_LIMIT } from '../../src/loading/read-limited-file.ts';

let root: string;
let folders: { readonly seedsDir: string; readonly knowledgeDir: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loading-'));
  folders = { seedsDir: join(root, 'seeds'), knowledgeDir: join(root, 'knowledge') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A file of a size, without the time it takes to write one; no text, because of its zero bytes. */
function makeFile(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

describe('readKnowledgeFiles', () => {
  it('reads files as large as they may be', () => {
    writeFileSync(join(folders.seedsDir, 'a.txt'), 'a'.repeat(SEED_LIMIT.maxBytes));
    writeFileSync(join(folders.knowledgeDir, 'synonyms.yaml'), 'a'.repeat(REVIEWED_LIMIT.maxBytes));

    const files = readKnowledgeFiles(folders);

    expect(files.seeds[0]?.text).toHaveLength(SEED_LIMIT.maxBytes);
    expect(files.knowledge[0]?.text).toHaveLength(REVIEWED_LIMIT.maxBytes);
    expect(files.problems).toEqual([]);
  });

  it('names every file that is too large, with its size, the limit and what to do, and reads the others', () => {
    makeFile(join(folders.seedsDir, 'a.txt'), 20 * 1024 * 1024);
    writeFileSync(join(folders.seedsDir, 'b.txt'), '正文');
    makeFile(join(folders.seedsDir, 'c.txt'), SEED_LIMIT.maxBytes * 1.5);
    makeFile(join(folders.seedsDir, 'b.map.json'), MAP_LIMIT.maxBytes + 1);
    makeFile(join(folders.knowledgeDir, 'synonyms.yaml'), REVIEWED_LIMIT.maxBytes + 1);

    const files = readKnowledgeFiles(folders);

    expect(files.seeds).toEqual([{ name: 'b.txt', text: '正文' }]);
    expect(files.problems.map(({ code, file, detail }) => `${code} ${file}: ${detail}`)).toEqual([
      'file_too_large seeds/a.txt: is 20 MiB, more than the 1 MiB it may have; give each report a file of its own, as plain text',
      'file_too_large seeds/c.txt: is 1.5 MiB, more than the 1 MiB it may have; give each report a file of its own, as plain text',
      'file_too_large seeds/b.map.json: is 10 MiB, more than the 10 MiB it may have; make it anew with npm run report:add',
      'file_too_large knowledge/synonyms.yaml: is 1 MiB, more than the 1 MiB it may have; reviewed files are written by people and short; look at how it came about',
    ]);
  });
});
