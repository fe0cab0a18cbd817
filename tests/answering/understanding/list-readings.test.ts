import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../../support/real-knowledge.ts';

/** What answers a question, without what is said of the question. */
const valuesOf = (question: string): readonly string[] =>
  realAnswerer.answer(question).answers.map(({ text }) => text);

describe('a question in what is only said beside it', () => {
  it.each([
    ['下周接待外省来的代表团,领导让准备一页数据,先帮我查', '全市养老机构有多少个、养老床位一共多少张'],
    ['财务处要做一张总表,帮忙看一下', '租赁产权的养老机构,每张床位补贴提高到多少元'],
    ['有个记者打电话来采访,想先核一下口径,', '惠民济困保那个保险,去年赔了老百姓多少钱'],
    ['刚开完会,处长让我回头补一个数,', '全年化解群众矛盾多少件'],
    ['翻了半天报告没找着,麻烦问下', '慈善组织有几家'],
  ])('is answered as if asked alone: %s…', (aside, question) => {
    expect(valuesOf(question)).not.toEqual([]);
    expect(valuesOf(`${aside}${question}`)).toEqual(valuesOf(question));
  });

  it('is refused for what it asks, not for why', () => {
    const { status, message } = realAnswerer.answer('有个记者打电话来采访,麻烦查一下去年卖了多少台轮椅');

    expect(status).toBe('abstained');
    expect(message).not.toMatch(/记者|办理/u);
  });

  it('is not told to be another: nothing is said of how it was read', () => {
    expect(realAnswerer.answer('处长要,麻烦问下慈善组织有几家').understoodAs).toBeUndefined();
  });

  it.each([
    ['养老机构有几家', ',床位数略过', '1403'],
    ['收养登记办了多少例', ',结婚的跳过', '162'],
    ['婚姻登记多少对', '?收养的例数不用报', '39.5'],
    ['特困供养金发了多少', ',特困人数不要', '16.49'],
    ['福彩卖了多少亿', '(公益金那笔不看)', '58.27'],
    ['专题培训办了多少班次', ',人次别算进来', '92'],
    ['持证社工多少人', '?岗位那个数作不得数', '1.5'],
    ['低保一年花了多少亿', ',保障人数免了', '45.35'],
  ])('says what is not meant: %s%s', (question, aside, value) => {
    const values = valuesOf(`${question}${aside}`);

    expect(values).toHaveLength(1);
    expect(values[0]).toContain(value);
  });
});
