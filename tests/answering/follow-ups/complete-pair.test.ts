import { describe, expect, it } from 'vitest';
import { completePair } from '../../../src/answering/language/pair-follow-ups.ts';

const complete = (question: string) => completePair(question, ['城市低保标准是多少？', '农村低保标准?']);

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
    expect(completePair('加起来呢', ['低保标准', '低保标准？'])).toBeNull();
  });
});
