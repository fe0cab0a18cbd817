import { describe, expect, it } from 'vitest';
import { estimateProbability, scoreFeatures } from '../../src/answering/scoring/model.ts';
import { fitDecision, OF_ONE_REPORT } from '../../src/training/fit-decision.ts';
import { fitRanking } from '../../src/training/fit-ranking.ts';

describe('fitRanking', () => {
  const cases = Array.from({ length: 40 }, (_, at) => ({
    candidates: [
      { features: { telling: 1, noise: at % 2 }, isAnswer: true },
      { features: { telling: 0.2, noise: (at + 1) % 2 }, isAnswer: false },
      { features: { telling: 0, noise: 1 }, isAnswer: false },
    ],
  }));

  it('puts the answer first by what tells it from the others', () => {
    const ranking = fitRanking(cases);
    const score = (features: Record<string, number>): number =>
      scoreFeatures({ groups: [features], forSentence: [] }, { ranking });

    expect(score({ telling: 1 })).toBeGreaterThan(score({ telling: 0.2, noise: 1 }));
    expect(ranking.telling).toBeGreaterThan(Math.abs(ranking.noise ?? 0));
  });

  it('gives the same weights for the same cases', () => {
    expect(fitRanking(cases)).toEqual(fitRanking(cases));
  });
});

describe('fitDecision', () => {
  const cases = Array.from({ length: 200 }, (_, at) => ({
    features: { covered: (at % 10) / 10, other: (at % 7) / 7 },
    isAnswer: at % 10 >= 6,
  }));

  it('says how likely it is, from the evidence', () => {
    const decision = fitDecision(cases, OF_ONE_REPORT);
    const chance = (covered: number): number => estimateProbability({ covered, other: 0.5 }, { decision });

    expect(chance(0.9)).toBeGreaterThan(0.9);
    expect(chance(0.1)).toBeLessThan(0.1);
  });

  it('gives the same trees for the same cases', () => {
    expect(fitDecision(cases, OF_ONE_REPORT)).toEqual(fitDecision(cases, OF_ONE_REPORT));
  });
});
