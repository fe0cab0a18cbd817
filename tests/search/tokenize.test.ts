import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../src/search/normalize.ts';
import { createTokenizer } from '../../src/search/tokenize.ts';

const tokenizer = createTokenizer({ words: ['老博會', '三社联动', '城乡低保', 'ＧＤＰ'] });

const wordsOf = (text: string): string[] => tokenizer.segment(text).map((word) => word.text);

describe('segment', () => {
  it.each([
    { text: '低保标准是多少', words: ['低保', '标准', '是', '多少'] },
    { text: '支出45.35亿元', words: ['支出', '45.35', '亿元'] },
    { text: '不低于1:0.76', words: ['不', '低于', '1:0.76'] },
    { text: '下拨2,136万元', words: ['下拨', '2,136', '万元'] },
    { text: '5,6两项', words: ['5', '6', '两项'] },
    { text: '2v2模式和wi-fi', words: ['2v2', '模式', '和', 'wi-fi'] },
    { text: '独特困难', words: ['独特', '困难'] },
    { text: '!?,。', words: [] },
    { text: '', words: [] },
  ])('cuts $text', ({ text, words }) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('keeps domain words whole, whatever script they were given in', () => {
    expect(wordsOf('老博会和三社联动')).toEqual(['老博会', '和', '三社联动']);
    expect(wordsOf('城乡低保标准')).toEqual(['城乡低保', '标准']);
    expect(createTokenizer().segment('老博会')).not.toHaveLength(1);
  });

  it('gives each word the place it was cut from, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const text = normalizeText(source);
        let end = 0;
        for (const word of tokenizer.segment(text)) {
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.start).toBeGreaterThanOrEqual(end);
          end = word.end;
        }
      }),
    );
  });

  it('leaves out nothing written in Han, Latin or digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('低', '保', '标', 'a', '3', '.', ' ', ',', ':') }),
        (text) => {
          const rest = tokenizer
            .segment(text)
            .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
          expect(rest).toMatch(/^[ .,:]*$/u);
        },
      ),
    );
  });
});

describe('isWord', () => {
  it.each([
    { text: '低保', isWord: true },
    { text: '老博会', isWord: true },
    { text: '医保', isWord: true },
    { text: '低堡', isWord: false },
    { text: '殡脏', isWord: false },
  ])('says $isWord of $text', ({ text, isWord }) => {
    expect(tokenizer.isWord(text)).toBe(isWord);
  });
});

describe('documentTerms', () => {
  it('lists characters, pairs, longer words and numbers', () => {
    expect(tokenizer.documentTerms('养老机构,1403个').toSorted()).toEqual(
      ['1403', '个', '养', '养老', '机', '机构', '构', '老', '老机'].toSorted(),
    );
    expect(tokenizer.documentTerms('三社联动')).toContain('三社联动');
  });

  it('does not pair characters across punctuation', () => {
    expect(tokenizer.documentTerms('城市,农村')).not.toContain('市农');
  });

  it('writes grouped thousands like plain ones', () => {
    expect(tokenizer.documentTerms('2,136万元')).toContain('2136');
  });
});

describe('queryTerms', () => {
  const termsOf = (question: string): string[] => tokenizer.queryTerms(question).map(({ text }) => text);

  it.each(['低保', '请问低保是多少?', '我想知道低保有多少', '麻烦帮我查一下低保是什么,谢谢'])(
    'finds only what %s is about',
    (question) => {
      expect(termsOf(question).toSorted()).toEqual(['低', '低保', '保'].toSorted());
    },
  );

  it('names each term once', () => {
    const terms = termsOf('低保和低保标准');

    expect(new Set(terms).size).toBe(terms.length);
  });

  it('weighs a pair that is a word above one that is not', () => {
    const weights = new Map(tokenizer.queryTerms('养老机构').map(({ text, weight }) => [text, weight]));

    expect(weights.get('养老')).toBeGreaterThan(weights.get('老机') ?? Number.POSITIVE_INFINITY);
  });

  it('is empty for a question that asks nothing', () => {
    expect(termsOf('请问是什么?')).toEqual([]);
  });

  it('asks only for what a document with the same words holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('低保', '标准', '45.35', 'gdp', '养老机构', ',', '和'), { maxLength: 8 }),
        (parts) => {
          const text = parts.join('');
          const held = new Set(tokenizer.documentTerms(text));
          // Leaving out a stop word does not join what stood around it.
          expect(termsOf(text).filter((term) => !held.has(term))).toEqual([]);
        },
      ),
    );
  });
});

describe('createTokenizer', () => {
  it('keeps no copy of the files that the segmenter has read', () => {
    // A process of its own: what other tests hold would count, too.
    const kept = execFileSync(
      process.execPath,
      [
        '--expose-gc',
        '--input-type=module',
        '--eval',
        `import { createTokenizer } from './src/search/tokenize.ts';
         const tokenizer = createTokenizer();
         // Buffers handed to native code are let go between two collections.
         gc();
         await new Promise(setImmediate);
         gc();
         console.log(tokenizer.isWord('低保') ? process.memoryUsage().arrayBuffers : 'no tokenizer');`,
      ],
      { encoding: 'utf8' },
    );

    expect(Number(kept)).toBeLessThan(2_000_000);
  });
});
