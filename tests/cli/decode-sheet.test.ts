import { describe, expect, it } from 'vitest';
import { decodeSheet } from '../../src/cli/decode-sheet.ts';

const TEXT = '目标名称,日期\r\n社区,2019/3/31\r\n';

/** “目标名称,日期⏎社区,2019/3/31⏎” in GBK, byte for byte as a spreadsheet on a Chinese machine writes it. */
const GBK = Buffer.from('c4bfb1eac3fbb3c62cc8d5c6da0d0ac9e7c7f82c323031392f332f33310d0a', 'hex');
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeSheet', () => {
  it.each([
    { encoding: 'UTF-8', bytes: Buffer.from(TEXT) },
    { encoding: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${TEXT}`) },
    { encoding: 'GBK', bytes: GBK },
    { encoding: 'UTF-16 with a mark', bytes: Buffer.from(`\ufeff${TEXT}`, 'utf16le') },
    { encoding: 'UTF-16 without one', bytes: Buffer.from(TEXT, 'utf16le') },
    { encoding: 'UTF-16, the other byte first', bytes: bigEndian(`\ufeff${TEXT}`) },
    { encoding: 'UTF-16, the other byte first, without a mark', bytes: bigEndian(TEXT) },
  ])('reads $encoding', ({ bytes }) => {
    expect(decodeSheet(bytes)).toBe(TEXT);
  });

  it('reads characters only GB18030 has', () => {
    expect(decodeSheet(Buffer.from('8139ef30', 'hex'))).toBe('㐁');
    expect(decodeSheet(Buffer.from('95328236', 'hex'))).toBe('𠀀');
  });

  it('reads an empty file', () => {
    expect(decodeSheet(new Uint8Array())).toBe('');
  });

  it('does not guess at bytes that are no text', () => {
    expect(decodeSheet(Buffer.from('c4bfff', 'hex'))).toBeNull();
  });
});
