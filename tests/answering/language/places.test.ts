import { describe, expect, it } from 'vitest';
import { isDistrictName, isPlaceName } from '../../../src/answering/language/places.ts';
import { createTokenizer } from '../../../src/search/tokenize.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('isPlaceName', () => {
  it.each(['成都', '四川省', '内蒙古自治区', '湘西自治州', '新加坡'])('knows %s', (word) => {
    expect(isPlaceName(word)).toBe(true);
  });

  it.each(['低保', '城市', '养老', '省级'])('takes %s for no place', (word) => {
    expect(isPlaceName(word)).toBe(false);
  });
});

describe('isDistrictName', () => {
  const tokenizer = createTokenizer();

  it.each(['渝北区', '万州', '石柱', '酉阳', '忠县', '昆山'])('knows %s', (word) => {
    expect(isDistrictName(word, tokenizer)).toBe(true);
  });

  it.each(['城口', '南岸', '大足', '开春', '大街', '城区', '成都'])(
    'takes %s for none: it is a word, too, or a larger place',
    (word) => {
      expect(isDistrictName(word, tokenizer)).toBe(false);
    },
  );
});

describe('a district the report says nothing of', () => {
  it.each(['渝北区低保标准是多少', '涪陵的敬老院有几家', '昆山有多少志愿者'])('is told: %s', (question) => {
    const { status, reason } = realAnswerer.answer(question);
    expect([status, reason]).toEqual(['abstained', 'other-region']);
  });
});

describe('a place the report writes short', () => {
  it('is found by its name', () => {
    expect(realAnswerer.answer('跟湖南的省界一起,县级界线要联检几条').answers[0]).toMatchObject({
      value: '16',
    });
  });

  it('is no answer about another place', () => {
    expect(realAnswerer.answer('贵州的低保标准是多少').status).toBe('abstained');
  });
});

describe('another place', () => {
  it.each([
    '长沙做年终小结要两个数:去年收养登记有多少例,结婚登记有多少对',
    '青岛的三事分流去年解决了多少问题、化解了多少矛盾',
    '上海养老机构有几家?床位有多少张?',
  ])('is that of all that is asked after it: %s', (question) => {
    const { status, answers, missing } = realAnswerer.answer(question);

    expect([status, answers]).toEqual(['abstained', []]);
    expect(missing[0]).toBe(question.slice(0, 2));
  });

  it('ends where the own one is named', () => {
    const { answers } = realAnswerer.answer('上海养老机构有几家?我市有几家养老机构?');
    expect(answers.map(({ text }) => text)).toEqual([expect.stringContaining('1403')]);
  });

  it.each([
    ['被北京点名夸养老做得好的,连我们一共几个地方', '4'],
    ['北京那边表扬我们养老搞得好,一共几个省市', '4'],
  ])('may be a capital that is said for those who govern in it: %s', (question, value) => {
    expect(realAnswerer.answer(question).answers[0]).toMatchObject({ value });
  });

  it.each(['北京有多少张养老床位', '北京的特困供养标准是多少', '北京去年申报了几个研究基地'])(
    'is the capital itself where its numbers are asked for: %s',
    (question) => {
      const { status, reason } = realAnswerer.answer(question);
      expect([status, reason]).toEqual(['abstained', 'other-region']);
    },
  );

  it.each([
    '四川的乡下吃救济里头有猫腻,去年揪出来几桩',
    '三亚去年局党组专门为党建的事开过几回会',
    '九江给小两口做调解疏导的婚姻辅导点,今年想设多少个',
  ])('is no name for several things, though it begins with a number: %s', (question) => {
    expect(realAnswerer.answer(question)).toMatchObject({
      answers: [],
      reason: 'other-region',
      missing: [question.slice(0, 2)],
    });
  });

  it.each([
    '青岛的老天爷发脾气那阵,马上拨下去的救命钱是多少',
    '长沙市里拿出来赏给底下街办镇上、谁卖力谁多得的那笔钱,总数多大',
  ])('speaks for nothing where no known question says it: %s', (question) => {
    expect(realAnswerer.answer(question)).toMatchObject({ answers: [], reason: 'other-region' });
  });
});

describe('the place of the report', () => {
  it.each(['重庆的低保标准', '重庆的城市低保标准', '重庆市的低保标准是多少'])(
    'changes nothing about what is asked: %s',
    (question) => {
      expect(realAnswerer.answer(question).answers[0]).toMatchObject({
        text: expect.stringContaining('546元'),
      });
    },
  );
});
