import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../../src/slack/commands/command.ts';
import { readCommand } from '../../../src/slack/commands/read-command.ts';
import { realCore } from '../../support/real-knowledge.ts';

const QuestionSchema = z.object({ question: z.string() });
const FOLDER = 'tests/eval';
const lines = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n'))
  .filter((line) => line !== '');
const questions = [...new Set(lines.map((line) => QuestionSchema.parse(JSON.parse(line)).question))];
/** Thousands of them, while other tests run. */
const TIMEOUT_MS = 600_000;

/** What the sets hold besides questions: greetings, thanks, nothing but marks. */
const NO_QUESTIONS: readonly Command['kind'][] = ['help', 'reply'];

describe('the questions the answers are measured by', () => {
  it(
    'are asked of the report: the words of a command take none of them',
    () => {
      const taken = questions.flatMap((question) => {
        const command = readCommand(question, realCore.targets);
        return command && !NO_QUESTIONS.includes(command.kind) ? [`${question}: ${command.kind}`] : [];
      });

      expect(questions.length).toBeGreaterThan(5000);
      expect(taken).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
