import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addReport } from '../../src/loading/add-report.ts';
import { SEED_LIMIT } from '../../src/loading/read-limited-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'add-report-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const add = (text: string, id = 'a') =>
  addReport(
    { seedsDir: join(root, 'seeds'), knowledgeDir: join(root, 'knowledge') },
    {
      entry: { id, places: [], years: [], received: '2026-11-29' },
      text,
      map: '{}',
      original: { name: `${id}.original.txt`, bytes: Buffer.from(text) },
      drafts: {},
    },
  );

describe('addReport', () => {
  it('adds a text as large as a seed may be', () => {
    expect(add('a'.repeat(SEED_LIMIT.maxBytes))).toContain(join(root, 'seeds', 'a.txt'));
  });

  it('takes no text a second time, whatever it is called', () => {
    add('一、工作\n');

    expect(() => add('一、工作\n', 'b')).toThrow(/a\.txt: says the same to the letter.*remove it first/u);
    expect(readdirSync(join(root, 'seeds')).filter((name) => name.startsWith('b'))).toEqual([]);
    expect(add('二、工作\n', 'b')).toContain(join(root, 'seeds', 'b.txt'));
  });

  it('writes nothing of a text that could not be read again', () => {
    expect(() => add('a'.repeat(SEED_LIMIT.maxBytes + 1))).toThrow(
      /its text is 1 MiB, more than the 1 MiB it may have; give each report a file of its own/u,
    );
    expect(readdirSync(root)).toEqual([]);
  });
});
