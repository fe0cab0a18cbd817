import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { readKnowledgeFiles } from '../../../src/loading/read-knowledge-files.ts';
import {
  CITY_REPORT,
  CIVIL_AFFAIRS,
  GOVERNMENT_REPORT,
  OTHER_REPORT,
  readAllParts,
} from '../../eval/question-sets.ts';

const shipped = readKnowledgeFiles(CIVIL_AFFAIRS);
const SHIPPED_IDS = new Set(shipped.seeds.map(({ name }) => name.replace(/\.txt$/u, '')));
const QUESTIONS = 120;
/** Several reports are prepared and hundreds of questions answered. */
const TIMEOUT_MS = 180_000;

/** Questions from every set, evenly. */
const questions = [...new Set(readAllParts(CIVIL_AFFAIRS).map(({ question }) => question))].filter(
  (_, at, all) => at % Math.floor(all.length / QUESTIONS) === 0,
);

describe('the shipped report beside another', () => {
  const alone = createAnswerer(buildKnowledge(shipped));
  const expected = new Map(questions.map((question) => [question, alone.answer(question).answers]));

  it.each([OTHER_REPORT, GOVERNMENT_REPORT, CITY_REPORT])(
    'answers as it does alone: $name',
    ({ seedsDir }) => {
      const { seeds } = readKnowledgeFiles({ seedsDir, knowledgeDir: 'none' });
      const both = createAnswerer(buildKnowledge({ ...shipped, seeds: [...shipped.seeds, ...seeds] }));

      const changed = questions.filter((question) => {
        const own = both.answer(question).answers.filter(({ source }) => SHIPPED_IDS.has(source));
        return JSON.stringify(own) !== JSON.stringify(expected.get(question));
      });

      expect(questions.length).toBeGreaterThanOrEqual(QUESTIONS);
      expect(changed).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'answers a question that names its place as it does alone',
    () => {
      const { seeds } = readKnowledgeFiles({ seedsDir: GOVERNMENT_REPORT.seedsDir, knowledgeDir: 'none' });
      const both = createAnswerer(buildKnowledge({ ...shipped, seeds: [...shipped.seeds, ...seeds] }));

      const asked = questions.slice(0, 20).map((question) => `重庆${question}`);

      expect(asked.map((question) => both.answer(question).answers)).toEqual(
        asked.map((question) => alone.answer(question).answers),
      );
    },
    TIMEOUT_MS,
  );
});
