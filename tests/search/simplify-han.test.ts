import { ConverterBuilder } from 'opencc-js/core';
import * as t2cn from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import { isSimplified, simplifyHan } from '../../src/search/simplify-han.ts';

const ENTRIES = [...Object.values(t2cn.from.tw ?? []), ...Object.values(t2cn.to.cn ?? [])]
  .flat()
  .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
  .map((entry) => entry.split(' '));

describe('simplifyHan', () => {
  it('writes every word of the dictionaries as the dictionaries do, those that stay as they are, too', () => {
    const convert = ConverterBuilder(t2cn)({ from: 'tw', to: 'cn' });
    const words = ENTRIES.flat().filter((word) => !/[牠妳祂]/u.test(word));

    expect(words.filter((word) => simplifyHan(word) !== convert(word))).toEqual([]);
    expect(words.filter((word) => simplifyHan(`中${word}中`) !== convert(`中${word}中`))).toEqual([]);
  });

  it('leaves simplified text alone', () => {
    expect(isSimplified('全年支出低保资金45.35亿元,“两点”、《条例》。')).toBe(true);
    expect(isSimplified('低保標準')).toBe(false);
  });

  it('rests on dictionaries without the marks between which stretches are converted by themselves', () => {
    expect(ENTRIES.flat().filter((word) => /[,.:;!?。\n]/u.test(word))).toEqual([]);
    expect(simplifyHan('住房保障人群,床位:低保標準。\n養老床位')).toBe(
      '住房保障人群,床位:低保标准。\n养老床位',
    );
  });

  it('rests on dictionaries whose entries keep the number of characters', () => {
    expect(ENTRIES.length).toBeGreaterThan(4_000);
    expect(ENTRIES.filter(([from = '', to = '']) => [...from].length !== [...to].length)).toEqual([]);
  });
});
