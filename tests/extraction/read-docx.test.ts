import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../src/extraction/extract-document.ts';

/** The fixture with something put before the end of its text, and files added. */
async function changeDocument(
  end: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(readFileSync('tests/fixtures/documents/statistics.docx'));
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  zip.file('word/document.xml', document.replace('<w:sectPr', `${end}<w:sectPr`));
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array' });
}

const extract = async (end: string, files?: Readonly<Record<string, string>>) =>
  extractDocument({ name: 'a.docx', bytes: await changeDocument(end, files) });

describe('readDocx', () => {
  it('names the text of shapes that the library passes over', async () => {
    const shape =
      '<w:p><w:r><w:unknownShape><w:p><w:r><w:t>专栏：惠及</w:t></w:r><w:r><w:t>77123人</w:t></w:r></w:p></w:unknownShape></w:r></w:p>';

    const { text, leftOut } = await extract(shape);

    expect(text).not.toContain('77123');
    expect(leftOut).toContainEqual({ text: '专栏：惠及77123人', page: null, reason: 'shape' });
  });

  it('says that numbers made by the office suite stand nowhere in the file', async () => {
    const numbered =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体要求</w:t></w:r></w:p>';

    const { text, unread } = await extract(numbered);

    expect(text).toMatch(/^总体要求$/mu);
    expect(unread).toContainEqual({ page: null, reason: 'automatic-numbers', count: 1 });
  });

  it('counts charts, whose numbers are not text', async () => {
    const { unread } = await extract('', { 'word/charts/chart1.xml': '<c:chart/>' });

    expect(unread).toContainEqual({ page: null, reason: 'picture', count: 1 });
  });
});
