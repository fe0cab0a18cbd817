// Measures the bot and prints one JSON object: `npm run bench`. Figures of one run compare with each other only.
import '../../scripts/require-node.cjs';

import { readFileSync } from 'node:fs';
import { createAnswerer } from '../answering/create-answerer.ts';
import { parseQuestions } from '../evaluation/question.ts';
import { loadKnowledge } from '../loading/load-knowledge.ts';

const QUESTIONS = ['tests/eval/questions.seen.jsonl', 'tests/eval/questions.unseen.jsonl'];
/** Each question is asked this often, after one round that warms up. */
const ROUNDS = 4;

const round = (value: number): number => Math.round(value * 1000) / 1000;

function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function main(): void {
  const started = performance.now();
  const knowledge = loadKnowledge({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });
  const loaded = performance.now();
  const answerer = createAnswerer(knowledge);
  const ready = performance.now();
  const questions = QUESTIONS.flatMap((file) => parseQuestions(readFileSync(file, 'utf8'), file)).map(
    ({ question }) => question,
  );
  for (const question of questions) answerer.answer(question);
  const times: number[] = [];
  for (let pass = 0; pass < ROUNDS; pass += 1) {
    for (const question of questions) {
      const asked = performance.now();
      answerer.answer(question);
      times.push(performance.now() - asked);
    }
  }
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      knowledgeBuildMs: round(loaded - started),
      readyMs: round(ready - started),
      residentMb: round(process.memoryUsage().rss / 1e6),
      answers: times.length,
      answerP50Ms: percentile(times, 0.5),
      answerP99Ms: percentile(times, 0.99),
    }),
  );
}

main();
