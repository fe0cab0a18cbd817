import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { computeRates, type Rates, tallyScores } from '../../src/evaluation/tally.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import {
  CIVIL_AFFAIRS,
  GOVERNMENT_REPORT,
  OTHER_REPORT,
  type QuestionSet,
  readPart,
  readSetSources,
  UNREVIEWED,
} from './question-sets.ts';

const RateSchema = z.number().min(0).max(1);

/** What may not get worse: the least that must be right, the most that may be wrong. */
const FloorSchema = z.record(
  z.string(),
  z.strictObject({
    rightFirst: RateSchema,
    rightInThree: RateSchema,
    wrongYear: RateSchema,
    wrongRefusal: RateSchema,
    missedRefusal: RateSchema,
    strayNumerals: RateSchema,
    quoteFidelity: RateSchema,
  }),
);

const floors = FloorSchema.parse(JSON.parse(readFileSync('tests/eval/floor.json', 'utf8')));

const AT_LEAST = ['rightFirst', 'rightInThree', 'quoteFidelity'] as const satisfies readonly (keyof Rates)[];
const AT_MOST = [
  'wrongYear',
  'wrongRefusal',
  'missedRefusal',
  'strayNumerals',
] as const satisfies readonly (keyof Rates)[];

/** Written to be learned from, each fact in many wordings; what they score says nothing. */
const LEARNED = /^(?:wordings|told|frames)/;

function rateParts(set: QuestionSet): ReadonlyMap<string, Rates> {
  const answerer = createAnswerer(loadKnowledge(set));
  const sources = readSetSources(set);
  return new Map(
    Object.keys(set.parts)
      .filter((part) => !LEARNED.test(part))
      .map((part) => [
        `${set.name} / ${part}`,
        computeRates(tallyScores(evaluate(answerer, readPart(set, part), sources))),
      ]),
  );
}

describe('the floor of the evaluation', () => {
  const rated = [
    ...rateParts(CIVIL_AFFAIRS),
    ...rateParts(OTHER_REPORT),
    ...rateParts(GOVERNMENT_REPORT),
    ...UNREVIEWED.flatMap((set) => [...rateParts(set)]),
  ];

  it('is set for every part and no other', () => {
    expect(Object.keys(floors).sort()).toEqual(rated.map(([name]) => name).sort());
  });

  it.each(rated)('holds for %s', (name, rates) => {
    const floor = floors[name];

    for (const rate of AT_LEAST) expect(rates[rate], rate).toBeGreaterThanOrEqual(floor?.[rate] ?? 1);
    for (const rate of AT_MOST) expect(rates[rate], rate).toBeLessThanOrEqual(floor?.[rate] ?? 0);
  });
});
