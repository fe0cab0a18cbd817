// Holds the answering to a set of questions with known answers: `npm run eval -- --help`.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createAnswerer } from '../answering/create-answerer.ts';
import { AppError } from '../errors.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { parseQuestions } from '../evaluation/question.ts';
import { loadKnowledge } from '../loading/load-knowledge.ts';
import { type EvaluatedPart, formatFailures, formatReport, summarizeParts } from './eval-report.ts';
import { readSources } from './read-sources.ts';

const HELP = `npm run eval -- [options]

Asks every question of a set and scores the answers, by kind of question.

  --json              print the figures as JSON
  --fails             also print the questions that went wrong, except those of the unseen part
  --fails-unseen      print those too; every look makes that part worth less
  --questions FILE    another set of questions (may be repeated; default: the seen and the unseen part)
  --seeds DIR         folder of the reports (default: seeds)
  --knowledge DIR     folder of the reviewed files, which need not exist (default: knowledge)
  --help              print this`;

const SEEN = 'tests/eval/questions.seen.jsonl';
const UNSEEN = 'tests/eval/questions.unseen.jsonl';
const COLLOQUIAL = 'tests/eval/questions.colloquial.jsonl';
/** Exit status for input that cannot be used, as with other command-line tools. */
const BAD_INPUT = 2;

function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      fails: { type: 'boolean', default: false },
      'fails-unseen': { type: 'boolean', default: false },
      questions: { type: 'string', multiple: true, default: [SEEN, UNSEEN, COLLOQUIAL] },
      seeds: { type: 'string', default: 'seeds' },
      knowledge: { type: 'string', default: 'knowledge' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function readQuestions(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('input_invalid', `${file}: cannot be read; name a file of questions`, { cause });
  }
  return parseQuestions(text, file);
}

function isUnseen(part: EvaluatedPart): boolean {
  return part.name.includes('unseen');
}

function run(): void {
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const sources = readSources(options.seeds);
  const answerer = createAnswerer(
    loadKnowledge({ seedsDir: options.seeds, knowledgeDir: options.knowledge }),
  );
  const parts = options.questions.map((file) => ({
    name: basename(file, '.jsonl'),
    scored: evaluate(answerer, readQuestions(file), sources),
  }));
  if (options.json) {
    console.log(JSON.stringify(summarizeParts(parts), null, 2));
    return;
  }
  console.log(formatReport(parts));
  for (const part of parts) {
    if (isUnseen(part) ? options['fails-unseen'] : options.fails || options['fails-unseen']) {
      console.log(`\n${formatFailures(part)}`);
    }
  }
}

try {
  run();
} catch (error) {
  // parseArgs throws TypeError for options it does not know; both are for the person at the terminal.
  if (!(error instanceof AppError) && !(error instanceof TypeError && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = BAD_INPUT;
}
