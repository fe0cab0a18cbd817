import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../src/extraction/extract-document.ts';
import { makePdf } from './make-pdf.ts';

const PICTURE = 'q 500 0 0 700 40 60 cm /Im Do Q';
/** `中国` in the encoding the font names. */
const TEXT = 'BT /F1 14 Tf 72 700 Td <D6D0B9FA> Tj ET';

describe('readPdf', () => {
  it('reads fonts that are only named, by the tables the library brings', async () => {
    const { text } = await extractDocument({ name: 'a.pdf', bytes: makePdf([TEXT]) });

    expect(text).toBe('中国\n');
  });

  it('tells a scan as such', async () => {
    const scan = extractDocument({ name: 'scan.pdf', bytes: makePdf([PICTURE, PICTURE]) });

    await expect(scan).rejects.toThrow('scan.pdf: all 2 pages are pictures without text (a scan)');
  });

  it('reads the other pages where one is scanned, and names that page', async () => {
    const { pages, unread } = await extractDocument({ name: 'a.pdf', bytes: makePdf([TEXT, PICTURE]) });

    expect(pages.map(({ page }) => page)).toEqual([1]);
    expect(unread).toEqual([{ page: 2, reason: 'scanned', count: 1 }]);
  });

  it('leaves out what is printed at a slant, such as a watermark', async () => {
    const slanted = 'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <D6D0> Tj ET';

    const { text, leftOut } = await extractDocument({
      name: 'a.pdf',
      bytes: makePdf([`${TEXT}\n${slanted}`]),
    });

    expect(text).toBe('中国\n');
    expect(leftOut).toEqual([{ text: '中', page: 1, reason: 'turned' }]);
  });
});
