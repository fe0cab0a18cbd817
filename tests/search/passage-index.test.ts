import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPassageIndex } from '../../src/search/passage-index.ts';
import { createTokenizer } from '../../src/search/tokenize.ts';
import { realKnowledge } from '../support/real-knowledge.ts';

const tokenizer = createTokenizer();

const index = createPassageIndex(
  [
    { id: 'rates', text: '城乡低保标准分别提高到每人每月546元、410元,全年支出低保资金45.35亿元。' },
    { id: 'beds', text: '全市现有养老机构1403个、养老床位21.8万张。' },
    { id: 'burial', text: '殡葬服务管理更加惠民。查处未经审批建设骨灰存放设施的宗教场所13家。' },
    { id: 'lottery', text: '全年销售福彩58.27亿元,筹集公益金17.36亿元。' },
    { id: 'expo', text: '举办第十四届中国(重庆)老年产业博览会。' },
  ],
  { tokenizer },
);

const firstId = (question: string): string | undefined => index.search(question, 1)[0]?.id;

describe('search', () => {
  it.each([
    { question: '低保标准是多少?', id: 'rates' },
    { question: '低保標準是多少？', id: 'rates' },
    { question: '養老床位有多少張', id: 'beds' },
    { question: '５８．２７億', id: 'lottery' },
    { question: '45.35', id: 'rates' },
    { question: '骨灰', id: 'burial' },
    { question: '福彩 2018', id: 'lottery' },
    { question: '届', id: 'expo' },
  ])('finds $id first for $question', ({ question, id }) => {
    expect(firstId(question)).toBe(id);
  });

  it('does not find part of a number', () => {
    expect(index.search('5.35', 5)).toEqual([]);
  });

  it.each(['', '?。!', '请问是多少?', 'xyzzy', '𠮷'])('finds nothing for %j', (question) => {
    expect(index.search(question, 5)).toEqual([]);
  });

  it('finds nothing in an empty collection', () => {
    expect(createPassageIndex([], { tokenizer }).search('低保', 5)).toEqual([]);
  });

  it('keeps input order among equals', () => {
    const twins = ['b', 'a', 'c'].map((id) => ({ id, text: '低保标准' }));

    expect(
      createPassageIndex(twins, { tokenizer })
        .search('低保', 3)
        .map(({ id }) => id),
    ).toEqual(['b', 'a', 'c']);
  });

  it('gives no more than asked for, best first', () => {
    const hits = index.search('全年亿元', 2);

    expect(hits).toHaveLength(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? Number.POSITIVE_INFINITY);
  });

  it('prefers the passage that holds the words in one sentence', () => {
    const filler = '推进社区治理。发展志愿服务。';
    const passages = [
      { id: 'apart', text: `养老机构登记。${filler}床位补贴。` },
      { id: 'together', text: `养老机构床位补贴。${filler}登记。` },
    ];

    expect(createPassageIndex(passages, { tokenizer }).search('养老机构补贴', 1)[0]?.id).toBe('together');
  });

  it('finds a passage by one rare character beside a common word', () => {
    const common = Array.from({ length: 200 }, (_, at) => ({
      id: `common-${at}`,
      text: `植物的别名是第${at}种。`,
    }));
    const passages = [...common, { id: 'rare', text: '蓍,多年生草本,又叫锯齿草。' }];

    expect(createPassageIndex(passages, { tokenizer }).search('蓍的别名是什么?', 1)[0]?.id).toBe('rare');
  });

  it('finds every sentence of the report by its own words', () => {
    const passages = realKnowledge.reports.flatMap(({ report }) =>
      report.sentences.map(({ id, start, end }) => ({
        id: `${report.id}/${id}`,
        text: report.source.slice(start, end),
      })),
    );
    const sentences = createPassageIndex(passages, { tokenizer });

    const missed = passages.filter(({ id, text }) => {
      const [best] = sentences.search(text, 1);
      return best?.id !== id && passages.find((other) => other.id === best?.id)?.text !== text;
    });

    expect(passages.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it('gives the same hits whatever was asked before', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'低保养老床位福彩殡葬45.') }), (question) => {
        const before = index.search(question, 5);
        index.search('全年亿元', 5);
        expect(index.search(question, 5)).toEqual(before);
      }),
    );
  });
});
