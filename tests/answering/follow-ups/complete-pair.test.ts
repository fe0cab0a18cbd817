import { describe, expect, it } from 'vitest';
import { completePair, completePlaces } from '../../../src/answering/follow-ups/complete-pair.ts';

const ask = (rest: string, ...names: readonly string[]) => ({ names, rest });
const complete = (question: string) =>
  completePair(question, [ask('城市低保标准是多少？'), ask('农村低保标准?')]);

describe('completePair', () => {
  it.each(['加起来呢', '加起来', '那两个加起来多少', '一共是多少？', '这两项合计呢', '总共多少钱'])(
    'adds the last two up for “%s”',
    (question) => {
      expect(complete(question)).toBe('城市低保标准和农村低保标准加起来是多少?');
    },
  );

  it.each(['差多少', '相差多少呢？', '两者差距'])('takes the difference for “%s”', (question) => {
    expect(complete(question)).toBe('城市低保标准和农村低保标准相差多少?');
  });

  it.each(['那农村呢', '一共多少养老床位', '去年呢', '差评多少', '谢谢', '总共'.concat('保障了多少人')])(
    'leaves “%s” as it is',
    (question) => {
      expect(complete(question)).toBeNull();
    },
  );

  it('needs two different questions', () => {
    expect(completePair('加起来呢', [ask('低保标准'), ask('低保标准？')])).toBeNull();
  });

  it('takes the difference of one thing in two places', () => {
    expect(completePair('两个地方差多少', [ask('火化率多少', '东山县'), ask('火化率多少', '西河县')])).toBe(
      '东山县和西河县火化率相差多少?',
    );
  });

  it('names the place of each of two things', () => {
    expect(completePair('差多少', [ask('火化率多少', '东山县'), ask('出生率多少', '西河县')])).toBe(
      '东山县火化率和西河县出生率相差多少?',
    );
  });
});

describe('completePlaces', () => {
  it.each(['比多多少', '跟比呢', '和相比怎么样', '比差多少'])(
    'sets the question beside a place: %s',
    (rest) => {
      expect(completePlaces(ask(rest, '西河县'), ask('火化率多少', '东山县'))).toBe(
        '东山县和西河县火化率相差多少?',
      );
    },
  );

  it.each([
    { own: ask('呢', '西河县'), previous: ask('火化率多少', '东山县') },
    { own: ask('比多多少'), previous: ask('火化率多少', '东山县') },
    { own: ask('比多多少', '东山县'), previous: ask('火化率多少', '东山县') },
    { own: ask('比多多少', '西河县'), previous: ask('火化率多少') },
  ])('leaves $own after $previous as it is', ({ own, previous }) => {
    expect(completePlaces(own, previous)).toBeNull();
  });
});
