import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '../../src/loading/load-knowledge.ts';
import { REVIEWED_LIMIT, SEED_LIMIT } from '../../src/loading/read-limited-file.ts';

let root: string;
let folders: { readonly seedsDir: string; readonly knowledgeDir: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loading-'));
  folders = { seedsDir: join(root, 'seeds'), knowledgeDir: join(root, 'knowledge') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A file of a size, without the time it takes to write one. */
function makeFile(path: string, bytes: number): string {
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

describe('readKnowledgeFiles', () => {
  it('reads files as large as they may be', () => {
    makeFile(join(folders.seedsDir, 'a.txt'), SEED_LIMIT.maxBytes);
    makeFile(join(folders.knowledgeDir, 'synonyms.yaml'), REVIEWED_LIMIT.maxBytes);

    const files = readKnowledgeFiles(folders);

    expect(files.seeds[0]?.text).toHaveLength(SEED_LIMIT.maxBytes);
    expect(files.knowledge[0]?.text).toHaveLength(REVIEWED_LIMIT.maxBytes);
  });

  it('names every seed that is too large, with its size, the limit and what to do', () => {
    const large = makeFile(join(folders.seedsDir, 'a.txt'), 20 * 1024 * 1024);
    makeFile(join(folders.seedsDir, 'b.txt'), 100);
    const larger = makeFile(join(folders.seedsDir, 'c.txt'), SEED_LIMIT.maxBytes * 1.5);

    const read = () => readKnowledgeFiles(folders);

    expect(read).toThrow(
      expect.objectContaining({
        code: 'report_invalid',
        message: [
          `${large}: is 20 MiB, more than the 1 MiB it may have; give each report a file of its own, as plain text`,
          `${larger}: is 1.5 MiB, more than the 1 MiB it may have; give each report a file of its own, as plain text`,
        ].join('\n'),
      }),
    );
  });

  it('names a reviewed file that is too large', () => {
    const large = makeFile(join(folders.knowledgeDir, 'synonyms.yaml'), REVIEWED_LIMIT.maxBytes + 1);

    expect(() => readKnowledgeFiles(folders)).toThrow(
      expect.objectContaining({ code: 'knowledge_invalid', message: expect.stringContaining(large) }),
    );
  });
});
