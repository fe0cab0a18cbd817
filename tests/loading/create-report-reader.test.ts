import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECEIVE_LIMITS } from '../../src/knowledge/received-report.ts';
import { createReportReader } from '../../src/loading/create-report-reader.ts';

const reader = createReportReader();
const read = (name: string) =>
  reader.read({ id: 'r', name, bytes: readFileSync(`tests/fixtures/documents/${name}`) });

describe('createReportReader', () => {
  it('reads a .docx as a report and says what was found and what was left out', async () => {
    const reading = await read('civil-affairs.docx');

    expect(reading).toMatchObject({
      kind: 'read',
      originalName: 'r.original.docx',
      rows: 11,
      found: { entry: { places: ['青岚市', '青岚'], years: [2022, 2023] } },
    });
  });

  it('tells pages of a .pdf, and reasons of what is not in the text', async () => {
    const reading = await read('civil-affairs.pdf');

    expect(reading).toMatchObject({
      kind: 'read',
      pages: 2,
      leftOut: expect.arrayContaining([{ reason: 'page-number', count: 2, example: '—1—' }]),
    });
  });

  it.each([
    { name: 'a.doc', text: 'x', fault: 'other-office' },
    { name: 'a.png', text: 'x', fault: 'picture' },
    { name: 'a.docx', text: 'PK\x03\x04 torn', fault: 'damaged' },
    { name: 'a.pdf', text: '%PDF-1.7 torn', fault: 'damaged' },
    {
      name: 'a.docx',
      text: `\xd0\xcf\x11\xe0 ${Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')}`,
      fault: 'password',
    },
    { name: 'a.txt', text: '', fault: 'empty' },
    { name: 'a.txt', text: ' \n ', fault: 'no-text' },
    { name: 'a.zip', text: 'x', fault: 'unknown-format' },
  ])('refuses “$text” as $name: $fault', async ({ name, text, fault }) => {
    expect(await reader.read({ id: 'r', name, bytes: Buffer.from(text, 'latin1') })).toEqual({
      kind: 'refused',
      fault,
    });
  });

  it('refuses what is too large without reading it', async () => {
    const bytes = new Uint8Array(RECEIVE_LIMITS.bytes + 1);

    expect(await reader.read({ id: 'r', name: 'a.txt', bytes })).toEqual({
      kind: 'refused',
      fault: 'too-large',
    });
  });

  it('refuses a text longer than a report may be', async () => {
    const bytes = Buffer.from('发展。'.repeat(150_000));

    expect(await reader.read({ id: 'r', name: 'a.txt', bytes })).toEqual({
      kind: 'refused',
      fault: 'too-much-text',
    });
  });

  it('ends a thread that takes too long, and reads the next file', async () => {
    const impatient = createReportReader({ timeoutMs: 1 });
    const bytes = readFileSync('tests/fixtures/documents/civil-affairs.pdf');

    expect(await impatient.read({ id: 'r', name: 'a.pdf', bytes })).toEqual({
      kind: 'refused',
      fault: 'too-slow',
    });
    expect(await impatient.read({ id: 'r', name: 'a.pdf', bytes })).toEqual({
      kind: 'refused',
      fault: 'too-slow',
    });
  });

  it('keeps the event loop free', async () => {
    let longestMs = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);

    const began = performance.now();
    await read('statistics.pdf');
    const tookMs = performance.now() - began;
    clearInterval(timer);

    // Much of the time was spent elsewhere.
    expect(longestMs).toBeLessThan(tookMs / 2);
  });
});
