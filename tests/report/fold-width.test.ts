import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWidth } from '../../src/report/fold-width.ts';

describe('foldWidth', () => {
  it.each([
    { text: '\uff08一\uff09', folded: '(一)' },
    { text: '\uff0c。\uff1b\uff1a\uff01\uff1f', folded: ',。;:!?' },
    { text: '\uff12\uff10\uff11\uff18\uff05', folded: '2018%' },
    { text: '\uff21\uff30\uff30', folded: 'APP' },
    { text: '1\u22360.76', folded: '1:0.76' },
    { text: '第一部分\u3000回顾\u00a0', folded: '第一部分 回顾 ' },
    { text: '“两点”《办法》、…', folded: '“两点”《办法》、…' },
    { text: '全年增⻓5﹒5﹪的是⼯业投资', folded: '全年增长5.5%的是工业投资' },
    { text: '', folded: '' },
  ])('folds “$text” to “$folded”', ({ text, folded }) => {
    expect(foldWidth(text)).toBe(folded);
  });

  it('keeps the length of any text, so that offsets stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(text)).toHaveLength(text.length);
      }),
    );
  });

  it('leaves folded text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      }),
    );
  });
});
