import '../../scripts/require-node.cjs';

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createAnswerer, type ExplainingAnswerer } from '../answering/create-answerer.ts';
import { AppError } from '../errors.ts';
import { loadKnowledge } from '../loading/load-knowledge.ts';
import { readPlaces } from '../places.ts';
import { renderAnswer } from './render-answer.ts';
import { renderExplanation } from './render-explanation.ts';
import { EXIT_BAD_INPUT, readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run ask -- [--json | --explain] "问题"
       npm run ask -- [--json] --file questions.jsonl   lines of {"id", "question"}`;

const QuestionLineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

function main(argv: readonly string[]): void {
  const { values, positionals } = readArguments('ask', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.file === undefined && positionals.length === 0) {
    throw new AppError(
      'input_invalid',
      'no question given; write it after --, for example: npm run ask -- "低保标准?"',
    );
  }
  const lines = values.file === undefined ? [] : readLines(values.file);
  const answerer = createAnswerer(loadKnowledge(readPlaces(process.env)));
  if (values.file !== undefined) answerLines(answerer, { file: values.file, lines, isJson: values.json });
  else printAnswer(answerer, positionals.join(' '), values);
}

function printAnswer(
  answerer: ExplainingAnswerer,
  question: string,
  options: { readonly json: boolean; readonly explain: boolean },
): void {
  if (options.explain) console.log(renderExplanation(answerer, question));
  const answer = answerer.answer(question);
  console.log(
    options.json
      ? JSON.stringify(answer)
      : renderAnswer(answer, { isColored: process.stdout.isTTY === true }),
  );
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
  } catch (error) {
    throw new AppError(
      'input_invalid',
      `--file ${file}: cannot be read; name a readable file of JSON lines`,
      { cause: error },
    );
  }
}

/** Answers every usable line in order; a broken one is reported with its number and the rest goes on. */
function answerLines(
  answerer: ExplainingAnswerer,
  {
    file,
    lines,
    isJson,
  }: { readonly file: string; readonly lines: readonly string[]; readonly isJson: boolean },
): void {
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = QuestionLineSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      console.error(`${file}:${index + 1}: not a line of {"id", "question"}: ${line.slice(0, 60)}`);
      // The other lines were answered.
      process.exitCode = EXIT_BAD_INPUT;
      continue;
    }
    const answer = answerer.answer(parsed.data.question);
    if (isJson) console.log(JSON.stringify({ id: parsed.data.id, ...answer }));
    else
      console.log(
        `[${parsed.data.id}] ${renderAnswer(answer, { isColored: process.stdout.isTTY === true })}\n`,
      );
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

await runCommand('ask', main);
