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
  it('refuses a file that bursts once it is unpacked, without unpacking all of it', async () => {
    const zip = new JSZip();
    zip.file('word/document.xml', 'x'.repeat(80 * 1024 * 1024));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });

    expect(bytes.length).toBeLessThan(1024 * 1024);
    await expect(extractDocument({ name: 'a.docx', bytes })).rejects.toMatchObject({ fault: 'bursting' });
  });

  it('names the text of shapes that the library passes over', async () => {
    const shape =
      '<w:p><w:r><w:unknownShape><w:p><w:r><w:t>专栏：惠及</w:t></w:r><w:r><w:t>77123人</w:t></w:r></w:p></w:unknownShape></w:r></w:p>';

    const { text, leftOut } = await extract(shape);

    expect(text).not.toContain('77123');
    expect(leftOut).toContainEqual({ text: '专栏：惠及77123人', page: null, reason: 'shape' });
  });

  it('reads plain blanks before a name in a table as what it is part of', async () => {
    const cell = (said: string) =>
      `<w:tc><w:p><w:r><w:t xml:space="preserve">${said}</w:t></w:r></w:p></w:tc>`;
    const table = [
      ['分类', '人数'],
      ['企业', '484'],
      ['    #地方', '76'],
      ['事业', '119'],
      ['    #地方', '96'],
    ]
      .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
      .join('');

    const { text } = await extract(`<w:tbl>${table}</w:tbl><w:p/>`);

    expect(text).toContain('企业人数484。\n企业地方人数76。\n事业人数119。\n事业地方人数96。');
  });

  it('warns of no numbers where the levels of headings have none', async () => {
    const level = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
    const heading = `<w:p><w:pPr>${level}</w:pPr><w:r><w:t>一、总体要求</w:t></w:r></w:p>`;
    const numbering = (format: string) =>
      `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>` +
      '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>';

    const none = await extract(heading, { 'word/numbering.xml': numbering('none') });
    const counted = await extract(heading, { 'word/numbering.xml': numbering('decimal') });

    expect(none.unread).toEqual([]);
    expect(counted.unread).toEqual([{ page: null, reason: 'automatic-numbers', count: 1 }]);
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
