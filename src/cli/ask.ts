import '../../scripts/require-node.cjs';

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createAnswerer, type ExplainingAnswerer } from '../answering/create-answerer.ts';
import { namePlaces } from '../answering/reports/name-reports.ts';
import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { locate } from '../knowledge/locate.ts';
import { readUsableKnowledge } from './read-knowledge.ts';
import { renderAnswer } from './render-answer.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderOutline } from './render-outline.ts';
import { renderStage, STAGES, type Stage } from './render-stage.ts';
import { EXIT_BAD_INPUT, readArguments, refuseMore, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run ask -- [--json | --explain | --stage ${STAGES.join('|')}] "问题"
       npm run ask -- [--json] --file questions.jsonl   lines of {"id", "question"}
回答一个问题：--json 输出一行 JSON，--explain 列出每一步；--file 回答文件里的问题，一行一个。“目录”列出报告的章节。`;

/** Lists what the reports hold, as in Slack, where it is no question either. */
const OUTLINE = '目录';

const QuestionLineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

function main(argv: readonly string[]): void {
  const { values, positionals } = readArguments('ask', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        stage: { type: 'string' },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.file !== undefined) refuseMore('ask', positionals);
  if (values.explain && (values.json || values.file !== undefined)) {
    throw new AppError('input_invalid', `--explain goes with neither --json nor --file\n${USAGE}`);
  }
  const stage = readStage(values.stage);
  if (stage && (values.json || values.explain || values.file !== undefined)) {
    throw new AppError('input_invalid', `--stage goes with neither --json, --explain nor --file\n${USAGE}`);
  }
  if (values.file === undefined && positionals.length === 0) {
    throw new AppError(
      'input_invalid',
      'no question given; write it after --, for example: npm run ask -- "低保标准?"',
    );
  }
  const lines = values.file === undefined ? [] : readLines(values.file);
  const { knowledge } = readUsableKnowledge('ask');
  const asking = { answerer: createAnswerer(knowledge), knowledge };
  if (values.file !== undefined) answerLines(asking, { file: values.file, lines, isJson: values.json });
  else if (stage) console.log(renderStage(asking.answerer, positionals.join(' '), stage));
  else printAnswer(asking, positionals.join(' '), values);
}

function readStage(named: string | undefined): Stage | null {
  if (named === undefined) return null;
  const stage = STAGES.find((each) => each === named);
  if (stage) return stage;
  throw new AppError(
    'input_invalid',
    `--stage ${named}: there is no such stage; name one of ${STAGES.join(', ')}`,
  );
}

type Asking = { readonly answerer: ExplainingAnswerer; readonly knowledge: Knowledge };

/** An answer as it is printed: one line of JSON with the places in print, or text for a person. */
function formatAnswer({ answerer, knowledge }: Asking, question: string, isJson: boolean): string {
  const answer = answerer.answer(question);
  if (isJson) return JSON.stringify(answer);
  return renderAnswer(answer, {
    isColored: process.stdout.isTTY === true,
    titleOf: (source) => answerer.reports.find(({ id }) => id === source)?.title ?? source,
    aboutOf: namePlaces(answerer.reports),
    placeOf: ({ source, start, end }) => locate(knowledge, source, { start, end }),
  });
}

function printAnswer(
  asking: Asking,
  question: string,
  options: { readonly json: boolean; readonly explain: boolean },
): void {
  if (question.trim() === OUTLINE && !options.json && !options.explain) {
    console.log(renderOutline(asking.answerer.outline()));
    return;
  }
  if (options.explain) console.log(renderExplanation(asking.answerer, question));
  console.log(formatAnswer(asking, question, options.json));
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
  asking: Asking,
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
    const { id, question } = parsed.data;
    const answer = formatAnswer(asking, question, isJson);
    console.log(isJson ? `{"id":${JSON.stringify(id)},${answer.slice(1)}` : `[${id}] ${answer}\n`);
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
