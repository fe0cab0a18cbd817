// Holds the answering to a set of questions with known answers: `npm run eval -- --help`.
import '../../scripts/require-node.cjs';

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createAnswerer } from '../answering/create-answerer.ts';
import { AppError } from '../errors.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { parseQuestions } from '../evaluation/question.ts';
import { loadKnowledge } from '../loading/load-knowledge.ts';
import { formatFailures, formatReport, summarizeParts } from './eval-report.ts';
import { readSources } from './read-sources.ts';
import { readArguments, runCommand } from './run-command.ts';

const HELP = `npm run eval -- [options]

Asks every question of a set and scores the answers, by kind of question.

  --json              print the figures as JSON
  --fails             also print the questions that went wrong
  --questions FILE    another set of questions (may be repeated; default: all of tests/eval)
  --seeds DIR         folder of the reports (default: seeds)
  --knowledge DIR     folder of the reviewed files, which need not exist (default: knowledge)
  --help              print this`;

type Part = { readonly name: string; readonly files: readonly string[] };

/** The questions of this repository. All of them are known to the answering, so they tell whether it works, not how well. */
const KNOWN: readonly string[] = readdirSync('tests/eval')
  .filter((name) => /^questions\..+\.jsonl$/u.test(name))
  .sort()
  .map((name) => `tests/eval/${name}`);

/** A file named by the caller is a part of its own. */
function toPart(file: string): Part {
  return {
    name: basename(file, '.jsonl'),
    files: [file],
  };
}

function main(argv: readonly string[]): void {
  const { values: options } = readArguments('eval', () =>
    parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        fails: { type: 'boolean', default: false },
        questions: { type: 'string', multiple: true },
        seeds: { type: 'string', default: 'seeds' },
        knowledge: { type: 'string', default: 'knowledge' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (options.help) {
    console.log(HELP);
    return;
  }
  const sources = readSources(options.seeds);
  const answerer = createAnswerer(
    loadKnowledge({ seedsDir: options.seeds, knowledgeDir: options.knowledge }),
  );
  const parts = (options.questions?.map(toPart) ?? [{ name: 'known', files: KNOWN }]).map((part) => ({
    ...part,
    scored: part.files.flatMap((file) => evaluate(answerer, readQuestions(file), sources)),
  }));
  if (options.json) {
    console.log(JSON.stringify(summarizeParts(parts), null, 2));
    return;
  }
  console.log(formatReport(parts));
  for (const part of parts) {
    if (options.fails) {
      console.log(`\n${formatFailures(part)}`);
    }
  }
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

await runCommand('eval', main);
