import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText, normalizeWithOffsets } from '../../src/search/normalize.ts';

describe('normalizeText', () => {
  it.each([
    { source: '低保標準是多少？', normalized: '低保标准是多少?' },
    { source: '養老床位與殯葬服務', normalized: '养老床位与殡葬服务' },
    { source: '乾隆、乾燥、看著著名的著作', normalized: '乾隆、干燥、看着著名的著作' },
    { source: '牠們妳們', normalized: '它们你们' },
    { source: '２０１９年４５．３５億元', normalized: '2019年45.35亿元' },
    { source: '1∶0.76與1：0.76', normalized: '1:0.76与1:0.76' },
    { source: '４０％以上', normalized: '40%以上' },
    { source: '“兩點”「兩地」《條例》', normalized: '"两点""两地""条例"' },
    { source: '福彩 SALES　2018', normalized: '福彩 sales 2018' },
    { source: '(一)～（二）—－', normalized: '(一)~(二)--' },
    { source: '低\u200b保\ufeff', normalized: '低保' },
    { source: 'e\u0301', normalized: 'é' },
    { source: '低保e\u0301低\u0301保', normalized: '低保é低\u0301保' },
    { source: '\u0301低\u1112\u1161\u11ab', normalized: '\u0301低한' },
    { source: '第①項㎡', normalized: '第1项m2' },
    { source: '居⺠⼈均收⼊增⻓，⻝品⾏业', normalized: '居民人均收入增长,食品行业' },
    { source: '', normalized: '' },
  ])('writes $source as $normalized', ({ source, normalized }) => {
    expect(normalizeText(source)).toBe(normalized);
  });

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(textWithHan(), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});

describe('normalizeWithOffsets', () => {
  it('finds the source of a match that was written in another script and width', () => {
    const source = '全年　支出低保資金４５．３５億元。';

    const { text, offsets } = normalizeWithOffsets(source);
    const start = text.indexOf('45.35亿元');

    expect(source.slice(offsets[start], offsets[start + '45.35亿元'.length])).toBe('４５．３５億元');
  });

  it('keeps surrogate pairs and expansions in step', () => {
    const source = '𠮷㎡鐩末';

    const { text, offsets } = normalizeWithOffsets(source);

    const place = text.indexOf('末');
    expect(source.slice(offsets[place])).toBe('末');
    expect(source.slice(offsets[text.indexOf('m2')], offsets[text.indexOf('m2') + 2])).toBe('㎡');
  });

  it('gives every unit an offset, in order, ending with the source length', () => {
    fc.assert(
      fc.property(textWithHan(), (source) => {
        const { text, offsets } = normalizeWithOffsets(source);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(source.length);
        expect(offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0))).toBe(
          true,
        );
      }),
    );
  });
});

/** Any text, with Han characters, marks and full-width forms as likely as the rest of Unicode. */
function textWithHan(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom(
      '低保',
      '標準',
      '著',
      '乾',
      '４５．３５',
      '∶',
      '“',
      '　',
      '\u200b',
      'e\u0301',
      '㎡',
      '𠮷',
      '\n',
    ),
  );
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
}
