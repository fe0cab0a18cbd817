import { describe, expect, it } from 'vitest';
import { keepForLast, readLate, rememberLately } from '../../src/search/remember-lately.ts';

describe('rememberLately', () => {
  it('reads a text once, whatever it told of it', () => {
    const read: string[] = [];
    const lengthOf = rememberLately((text) => {
      read.push(text);
      return text === '' ? null : text.length;
    });

    expect(['低保', '', '低保', ''].map(lengthOf)).toEqual([2, null, 2, null]);
    expect(read).toEqual(['低保', '']);
  });

  it('keeps no more than it may, however much is typed', () => {
    const read: string[] = [];
    const lengthOf = rememberLately((text) => read.push(text), 2);

    for (const text of ['甲', '乙', '甲', '丙', '甲']) lengthOf(text);

    expect(read).toEqual(['甲', '乙', '丙', '甲']);
  });
});

describe('keepForLast', () => {
  it('keeps something for the reports that one question is asked of, and nothing for those before', () => {
    const reports = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name }));
    const made: string[] = [];
    const noteOf = keepForLast(({ name }: { readonly name: string }) => made.push(name));

    const [first, ...others] = reports;
    if (!first) throw new Error('there is no report');
    for (const report of [first, ...others.slice(0, 3), first, ...others]) noteOf(report);
    noteOf(first);

    expect(made).toEqual(['甲', '乙', '丙', '丁', '戊', '甲']);
  });
});

describe('readLate', () => {
  it('reads nothing before somebody asks, and once however often', () => {
    const read: string[] = [];
    const noteOf = readLate(() => {
      read.push('低保');
      return { note: '低保' };
    });

    expect(read).toEqual([]);
    expect(noteOf()).toBe(noteOf());
    expect(read).toEqual(['低保']);
  });
});
