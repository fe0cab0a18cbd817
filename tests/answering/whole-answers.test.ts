import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

const CASES = 'tests/fixtures/answers';

/** A report of another department, read without any reviewed file: its answers change only with the code. */
const answerer = createAnswerer(
  loadKnowledge({
    seedsDir: 'tests/fixtures/other-reports/seeds',
    knowledgeDir: 'tests/fixtures/other-reports/none',
  }),
);

describe('whole answers', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const question = readFileSync(join(CASES, name, '_question.txt'), 'utf8').trim();

    const answer = answerer.answer(question);

    expect(answerer.answer(question)).toEqual(answer);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(
      join('..', '..', CASES, name, 'answer.json'),
    );
  });
});
