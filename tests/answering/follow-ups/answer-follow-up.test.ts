import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('a follow-up is understood as', () => {
  it.each([
    { previous: '福彩去年卖了多少', typed: '同比呢', understood: '2018年福彩同比?' },
    { previous: '2018年福彩同比?', typed: '公益金呢', understood: '2018年公益金同比?' },
    { previous: '养老床位多少', typed: '够不够用', understood: '养老床位够不够用' },
    { previous: '城市低保标准', typed: '那农村呢', understood: '农村低保标准?' },
  ])('$understood after “$previous”: $typed', ({ previous, typed, understood }) => {
    expect(realAnswerer.answer(typed, previous).understoodAs).toBe(understood);
  });

  it('a question of its own where all that is told of a time is asked for', () => {
    const { understoodAs, answers } = realAnswerer.answer('2019年有哪些目标', '农村低保标准多少');

    expect(understoodAs).toBeUndefined();
    expect(answers).toEqual(realAnswerer.answer('2019年有哪些目标').answers);
  });

  it('what was asked, where it stands on its own', () => {
    const answer = realAnswerer.answer('志愿者有多少，一共服务了多久');

    expect(answer.understoodAs).toBeUndefined();
    expect(answer.answers.map(({ text }) => text)).toEqual([
      '注册实名志愿者人数:558万人、志愿服务时长:6080万小时',
    ]);
  });
});
