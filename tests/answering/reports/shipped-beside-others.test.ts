import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { scoreAnswer } from '../../../src/evaluation/score.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { readKnowledgeFiles } from '../../../src/loading/read-knowledge-files.ts';
import {
  CIVIL_AFFAIRS,
  GOVERNMENT_REPORT,
  OTHER_REPORT,
  readAllParts,
  readSetSources,
  UNREVIEWED,
} from '../../eval/question-sets.ts';

const shipped = readKnowledgeFiles(CIVIL_AFFAIRS);
const SHIPPED_IDS = new Set(shipped.seeds.map(({ name }) => name.replace(/\.txt$/u, '')));
const QUESTIONS = 75;
const MOST_CHANGED = 2;

describe('the shipped report beside another', () => {
  const alone = createAnswerer(buildKnowledge(shipped));
  const sources = readSetSources(CIVIL_AFFAIRS);
  /** Questions from every set, evenly, that it answers or refuses rightly: a wrong answer that goes is no loss. */
  const questions = readAllParts(CIVIL_AFFAIRS)
    .filter((_, at, all) => at % Math.floor(all.length / QUESTIONS) === 0)
    .filter((each) => scoreAnswer(alone.answer(each.question), each, sources).rightFirst)
    .map(({ question }) => question);
  const answersAlone = questions.map((question) => alone.answer(question).answers);

  it.each([OTHER_REPORT, GOVERNMENT_REPORT, ...UNREVIEWED])(
    'answers as it does alone: $name',
    ({ seedsDir }) => {
      const { seeds } = readKnowledgeFiles({ seedsDir, knowledgeDir: 'none' });
      const both = createAnswerer(buildKnowledge({ ...shipped, seeds: [...shipped.seeds, ...seeds] }));

      const changed = questions.filter((question, at) => {
        const own = both.answer(question).answers.filter(({ source }) => SHIPPED_IDS.has(source));
        return JSON.stringify(own) !== JSON.stringify(answersAlone[at]);
      });

      expect(questions.length).toBeGreaterThanOrEqual(60);
      // Words that only the other report has may read a question in another way.
      expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(MOST_CHANGED);
    },
  );

  it('answers a question that names its place as it does alone', () => {
    const { seeds } = readKnowledgeFiles({ seedsDir: GOVERNMENT_REPORT.seedsDir, knowledgeDir: 'none' });
    const both = createAnswerer(buildKnowledge({ ...shipped, seeds: [...shipped.seeds, ...seeds] }));

    const asked = questions.slice(0, 40).map((question) => `重庆${question}`);

    expect(asked.map((question) => both.answer(question).answers)).toEqual(
      asked.map((question) => alone.answer(question).answers),
    );
  });
});
