import { describe, expect, it } from 'vitest';
import { printsStated, readDraftCheck } from '../../../src/answering/language/drafts.ts';
import { normalizeText } from '../../../src/search/normalize.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('a number of a draft', () => {
  it.each([
    ['稿子写“处置非法社会组织80余家”,数字对不对', '处置非法社会组织多少家'],
    ['草稿:“2019年建设社区养老服务站200个”,对吗?', '2019年建设社区养老服务站多少个'],
    ['福彩卖了58.27亿元,核实一下', '福彩卖了多少元'],
    ['养老床位是不是21.8万张', '养老床位多少张'],
    ['研究基地是不是申报成功了三个', '研究基地申报成功了多少个'],
  ])('is asked for: %s', (question, asked) => {
    expect(readDraftCheck(normalizeText(question))?.question).toBe(asked);
  });

  it.each(['养老床位有多少张', '低保标准对不对', '特困是不是达到了低保的1.3倍', '核对一下低保标准'])(
    'is not what %s asks',
    (question) => {
      expect(readDraftCheck(normalizeText(question))).toBeNull();
    },
  );

  it('agrees with the report only as printed, 余 included', () => {
    const stated = readDraftCheck('处置非法社会组织70余家,对吗')?.stated ?? { amount: '', qualifier: '' };

    expect(printsStated('处置非法社会组织数:70余家', stated)).toBe(true);
    expect(printsStated('处置非法社会组织数:70家', stated)).toBe(false);
  });

  it.each([
    ['稿子写“处置非法社会组织80余家”,数字对不对', '70余家', '与报告不一致，请以报告原文为准。'],
    ['稿子写“处置非法社会组织70家”,数字对不对', '70余家', '与报告不一致，请以报告原文为准。'],
    ['稿子写“处置非法社会组织70余家”,数字对不对', '70余家', '与报告一致。'],
    ['稿子写“城市低保比农村低保每月高136元”,这个差额对不对', '136元', '与报告一致。'],
  ])('is answered with the one that belongs there: %s', (question, number, message) => {
    const answer = realAnswerer.answer(question);

    expect(answer.message).toBe(message);
    expect(answer.answers[0]?.text).toContain(number);
  });

  it('of the wrong year is told which year it is of', () => {
    expect(realAnswerer.answer('草稿:“2019年接受慈善捐赠10.6亿元”,对吗?')).toMatchObject({
      status: 'abstained',
      reason: 'other-period',
    });
  });

  it('is neither right nor wrong where the report prints one for each owner', () => {
    const answer = realAnswerer.answer('低保标准410元,对吗');

    expect(answer.answers[0]?.text).toContain('农村低保标准:410元');
    expect(answer.message).toBeUndefined();
  });
});
