import { describe, expect, it } from 'vitest';
import { lineNumberAt, readLines } from '../../src/report/lines.ts';

describe('readLines', () => {
  it.each([
    { name: 'LF', source: '甲\n乙' },
    { name: 'CRLF', source: '甲\r\n乙' },
    { name: 'CR', source: '甲\r乙' },
  ])('splits at $name', ({ source }) => {
    expect(readLines(source).map(({ text, number }) => [number, text])).toEqual([
      [1, '甲'],
      [2, '乙'],
    ]);
  });

  it('leaves out the white space around a line and keeps its offsets into the source', () => {
    const source = '\ufeff  甲 乙\u3000\r\n\r\n丙';

    const lines = readLines(source);

    expect(lines.map(({ text }) => text)).toEqual(['甲 乙', '', '丙']);
    for (const { start, end, text } of lines) expect(source.slice(start, end)).toBe(text);
  });

  it('gives one empty line for an empty source', () => {
    expect(readLines('')).toEqual([{ start: 0, end: 0, number: 1, text: '' }]);
  });
});

describe('lineNumberAt', () => {
  it.each([
    { source: '甲\n乙\n丙', offset: 0, line: 1 },
    { source: '甲\n乙\n丙', offset: 4, line: 3 },
    { source: '甲\r\n乙\r\n丙', offset: 6, line: 3 },
    { source: '甲\r乙', offset: 2, line: 2 },
  ])('counts line $line for offset $offset', ({ source, offset, line }) => {
    expect(lineNumberAt(source, offset)).toBe(line);
  });
});
