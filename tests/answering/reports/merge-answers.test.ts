import { describe, expect, test } from 'vitest';
import type { Answer, AnswerItem } from '../../../src/answering/answer.ts';
import { mergeAnswers, type ReportAnswer } from '../../../src/answering/reports/merge-answers.ts';

const BASE = { question: '', knowledgeVersion: 'v', missing: [], nearest: [], choices: [] };

type Told = Partial<Omit<ReportAnswer, 'answer' | 'explains'>> & {
  readonly said: number;
  readonly called?: number;
  readonly kind?: 'passage' | 'section';
};

/** What a report says, by how much its best sentence explains of the question. */
function tell(source: string, { said, called = 0, kind = 'passage', ...told }: Told): ReportAnswer {
  const quote = { source, section: '', quote: source, start: 0, end: source.length };
  const base = { ...quote, text: source, period: null };
  const item: AnswerItem = kind === 'section' ? { kind, ...base, points: [] } : { kind, ...base };
  const answer: Answer = { ...BASE, status: 'answered', answers: [item] };
  return { answer, probability: 0.9, strange: 0, explains: () => ({ said, called }), ...told };
}

const refuse = (source: string, told: Told): ReportAnswer => {
  const { answer, ...rest } = tell(source, told);
  const [nearest] = answer.answers;
  return {
    ...rest,
    answer: {
      ...BASE,
      status: 'abstained',
      answers: [],
      reason: 'no-number',
      nearest: nearest ? [nearest] : [],
    },
  };
};

const sourcesOf = ({ answers }: Answer): string[] => answers.map(({ source }) => source);

describe('mergeAnswers', () => {
  test('the report that explains clearly more of the question answers alone, however sure the other one is', () => {
    const merged = mergeAnswers([
      tell('甲', { said: 0.43, probability: 0.99 }),
      tell('乙', { said: 0.79, probability: 0.8 }),
    ]);
    expect(sourcesOf(merged)).toEqual(['乙']);
  });

  test('reports that explain about as much stand side by side, first the one that is called by its name', () => {
    const merged = mergeAnswers([
      tell('甲', { said: 0.86, called: 0.5, probability: 0.92 }),
      tell('乙', { said: 0.86, called: 0.63, probability: 0.88 }),
    ]);
    expect(sourcesOf(merged)).toEqual(['乙', '甲']);
  });

  test('a report that prints fewer of the words outweighs none', () => {
    const merged = mergeAnswers([
      tell('甲', { said: 0.31, strange: 2, probability: 0.99 }),
      tell('乙', { said: 0.65, strange: 4, probability: 0.89 }),
    ]);
    expect(sourcesOf(merged)).toContain('甲');
  });

  test('where the report that has the words refuses, what another makes of the question is only among the nearest', () => {
    const merged = mergeAnswers([
      tell('甲', { said: 0.31, strange: 4, probability: 0.87 }),
      refuse('乙', { said: 0.48, probability: 0.1 }),
    ]);
    expect(merged.status).toBe('abstained');
    expect(merged.answers).toEqual([]);
    expect(merged.nearest.map(({ source }) => source)).toEqual(['甲', '乙']);
  });

  test('one list outweighs no other: lists are asked for in words of people’s own', () => {
    const merged = mergeAnswers([
      tell('甲', { said: 0.1, kind: 'section' }),
      tell('乙', { said: 0.3, kind: 'section' }),
    ]);
    expect(sourcesOf(merged)).toEqual(['乙', '甲']);
  });

  test('what one report says to be nowhere and another tells is not said to be nowhere', () => {
    const half = tell('甲', { said: 0.4 });
    const untold = {
      ...half,
      answer: { ...half.answer, missing: ['离婚'], message: '“离婚的呢”没有找到。' },
    };

    expect(mergeAnswers([untold, tell('乙', { said: 0.35 })])).toMatchObject({ missing: [] });
    expect(mergeAnswers([untold, tell('乙', { said: 0.35 })]).message).toBeUndefined();
    expect(mergeAnswers([untold, refuse('乙', { said: 0.1, probability: 0.1 })]).message).toContain(
      '没有找到',
    );
  });
});
