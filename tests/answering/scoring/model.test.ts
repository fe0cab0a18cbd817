import { describe, expect, it } from 'vitest';
import { joinFeatures } from '../../../src/answering/scoring/features.ts';
import { MODELS } from '../../../src/answering/scoring/fitted-model.ts';
import {
  estimateProbability,
  explainDecision,
  type Model,
  scoreFeatures,
} from '../../../src/answering/scoring/model.ts';

const MODEL_OF_TWO: Model = {
  ranking: { covered: 2, missing: -1 },
  decision: [
    { feature: 'covered', below: 0.5, yes: { vote: -1 }, no: { vote: 1 } },
    { feature: 'missing', below: 1, yes: { vote: 0.5 }, no: { vote: -2 } },
  ],
};

describe('scoreFeatures', () => {
  it('adds up the weighted features and ignores those it has no weight for', () => {
    const groups = [{ covered: 0.5, other: 9 }, { missing: 1 }];
    expect(scoreFeatures({ groups, forSentence: [] }, MODEL_OF_TWO)).toBe(0);
  });

  it('weighs evidence for a sentence by names of its own, too', () => {
    const evidence = { groups: [{ covered: 1 }], forSentence: [{ covered: 1 }] };
    expect(scoreFeatures(evidence, { ranking: { covered: 2, 'sentence.covered': 3 } })).toBe(5);
    const joined = joinFeatures(evidence);
    expect(joined).toEqual({ covered: 1, 'sentence.covered': 1 });
    expect(joinFeatures({ groups: [joined], forSentence: [] })).toBe(joined);
  });
});

describe('estimateProbability', () => {
  it('is the logistic of the votes', () => {
    expect(estimateProbability({ covered: 1 }, MODEL_OF_TWO)).toBeCloseTo(1 / (1 + Math.exp(-1.5)));
    expect(estimateProbability({ covered: 0, missing: 2 }, MODEL_OF_TWO)).toBeCloseTo(1 / (1 + Math.exp(3)));
  });

  it('is even where nothing was fitted', () => {
    expect(estimateProbability({}, { decision: [] })).toBe(0.5);
  });
});

describe('explainDecision', () => {
  it('names the features that moved it, the strongest first', () => {
    expect(explainDecision({ covered: 1, missing: 2 }, MODEL_OF_TWO)).toEqual([
      ['missing', -1.25],
      ['covered', 1],
    ]);
  });
});

describe('the fitted model', () => {
  it('holds against a candidate that a word of the question stands nowhere near it', () => {
    const MODEL = MODELS.known;
    expect(MODEL.decision.length).toBeGreaterThan(50);
    expect(MODEL.ranking.kindDiffers).toBeLessThan(0);
    expect(MODEL.ranking.timeDiffers).toBeLessThan(0);
    expect(MODEL.ranking.asked).toBeGreaterThan(0);
  });
});
