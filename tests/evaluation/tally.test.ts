import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/evaluation/question.ts';
import { scoreAnswer } from '../../src/evaluation/score.ts';
import { computeRates, type ScoredQuestion, tallyBy, tallyScores } from '../../src/evaluation/tally.ts';
import { makeAnswered, makePassage, makeUnanswered, SOURCES } from './answers.ts';

function makeScored(kind: 'passage' | 'refusal', isAnswered: boolean): ScoredQuestion {
  const expectation: Expectation =
    kind === 'refusal' ? { status: 'abstained' } : { status: 'answered', quoteIncludes: ['服务站'] };
  const question = { id: 'q', kind, question: '', expect: expectation };
  const answer = isAnswered ? makeAnswered(makePassage('建设服务站400个')) : makeUnanswered('abstained');
  return { question, answer, score: scoreAnswer(answer, question, SOURCES) };
}

const SCORED = [
  makeScored('passage', true),
  makeScored('passage', false),
  makeScored('refusal', true),
  makeScored('refusal', false),
  makeScored('refusal', false),
];

describe('tallying scores', () => {
  it('takes refusals over the questions they can apply to', () => {
    const rates = computeRates(tallyScores(SCORED));

    expect(rates.rightFirst).toBeCloseTo(3 / 5);
    expect(rates.wrongRefusal).toBeCloseTo(1 / 2);
    expect(rates.missedRefusal).toBeCloseTo(1 / 3);
  });

  it('groups by a property of the question', () => {
    const tallies = tallyBy(SCORED, (question) => question.kind);

    expect([...tallies].map(([kind, tally]) => [kind, tally.asked])).toEqual([
      ['passage', 2],
      ['refusal', 3],
    ]);
  });

  it('has nothing wrong where nothing was asked', () => {
    expect(computeRates(tallyScores([]))).toMatchObject({ wrongYear: 0, missedRefusal: 0, quoteFidelity: 1 });
  });
});
