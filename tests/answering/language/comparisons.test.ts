import { describe, expect, it } from 'vitest';
import { readComparison } from '../../../src/answering/language/comparisons.ts';

describe('what a question wants computed', () => {
  it.each([
    ['苹果和梨的产量相差几多', 'difference'],
    ['苹果比梨多收了多少吨', 'difference'],
    ['门票便宜了多少钱', 'difference'],
    ['门票涨了百分之几', 'growth'],
    ['苹果是梨的几倍', 'ratio'],
    ['苹果占水果的几成', 'share'],
    ['一个果园平均摊几个人', 'per'],
    ['奖金按人头摊是多少', 'per'],
    ['奖金总额除以职工人数,平均每人多少', 'per'],
    ['苹果占水果的比重提高了几个百分点', 'difference'],
    ['去苹果园的群众比去梨园的群众多多少', 'difference'],
    ['苹果的名次比梨靠前几位', 'difference'],
    ['苹果和梨一共收了多少', 'sum'],
    ['苹果、梨、桃哪样卖得最好钱最多', 'extreme'],
    ['苹果贵还是梨贵', 'extreme'],
    ['种树的任务完成没得', 'reached'],
  ])('reads %s as %s', (question, operation) => {
    expect(readComparison(question)?.operation).toBe(operation);
  });

  it.each([
    '种了多少棵树',
    '脱贫了多少户多少人',
    '参加培训的干部有多少人次',
    '路全长多少公里',
    '全省多少所学校',
    '差距要缩小到什么比例',
    '苹果和梨各收了多少',
    '票价从多少涨到多少',
    '哪条路入选全国十大最美公路',
  ])('computes nothing for %s', (question) => {
    expect(readComparison(question)).toBeNull();
  });

  it.each([
    ['苹果占水果的几成', ['苹果', '水果']],
    ['水果当中苹果占百分之多少', ['苹果', '水果']],
    ['苹果比梨多收了多少', ['苹果', '梨']],
    ['苹果和桃的产量比梨多多少', ['苹果和桃的产量', '梨']],
  ])('sets the sides of %s in order', (question, sides) => {
    expect(readComparison(question)?.sides).toEqual(sides);
  });

  it('tells a change of one thing from two things compared', () => {
    expect(readComparison('门票涨了多少钱')).toMatchObject({ sides: null, isChange: true });
    expect(readComparison('门票和车票差多少钱')).toMatchObject({ isChange: false });
  });

  it('takes what is chosen from one by one', () => {
    expect(readComparison('苹果、梨、桃这三样,哪样卖得最多')?.members.slice(0, 3)).toEqual([
      '苹果',
      '梨',
      '桃',
    ]);
  });

  it('takes neither what they are among nor what asks for a member', () => {
    expect(readComparison('水果里,苹果、梨、桃三种,产量最少的是哪种、多少')).toMatchObject({
      operation: 'extreme',
      wantsLeast: true,
      members: ['苹果', '梨', '桃'],
    });
  });

  it.each([
    ['门票涨了多少', true],
    ['登记量下降了多少', true],
    ['门票比车票涨得多多少', false],
    ['门票和车票差多少', false],
  ])('tells whether %s asks for a change', (question, isRise) => {
    expect(readComparison(question)?.isRise).toBe(isRise);
  });
});
