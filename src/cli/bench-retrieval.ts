// Runs the search of the bot over any collection of passages: `npm run -s bench:retrieval -- --help`.
import '../../scripts/require-node.cjs';

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { createPassageIndex } from '../search/passage-index.ts';
import { createTokenizer } from '../search/tokenize.ts';
import { createProgressBar } from './progress-bar.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readArguments, runCommand } from './run-command.ts';

const HELP = `npm run -s bench:retrieval -- --corpus corpus.jsonl --queries queries.jsonl --out run.jsonl

Searches a collection of passages with the tokenizer, index and ranking the bot answers with.

  --corpus FILE    lines of {"id", "text"}: the passages
  --queries FILE   lines of {"id", "text"}: the questions; other fields are ignored
  --out FILE       gets lines of {"queryId", "ranked", "ms"}: up to 10 ids, best first, and the time taken
  --help           print this

Build time, memory and the times of the questions go to standard error.`;

const RANKED_LENGTH = 10;

const TextLineSchema = z.object({ id: z.string().min(1), text: z.string() });

function main(argv: readonly string[]): void {
  const { corpus, queries, out, help } = readArguments('bench:retrieval', () =>
    parseArgs({
      args: [...argv],
      options: {
        corpus: { type: 'string' },
        queries: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  ).values;
  if (help) {
    console.log(HELP);
    return;
  }
  if (corpus === undefined || queries === undefined || out === undefined) {
    throw new AppError('input_invalid', `--corpus, --queries and --out are all needed\n\n${HELP}`);
  }
  const passages = readTexts(corpus);
  const questions = readTexts(queries);

  const startedAt = performance.now();
  const tokenizer = createTokenizer();
  const loadedAt = performance.now();
  const index = createPassageIndex(passages, { tokenizer });
  const builtAt = performance.now();
  console.error(
    `${passages.length} passages: dictionary ${formatSeconds(loadedAt - startedAt)}, ` +
      `index ${formatSeconds(builtAt - loadedAt)}, ${formatMemory()} resident`,
  );

  const progress = createProgressBar(process.stderr, questions.length);
  const times: number[] = [];
  const lines = questions.map(({ id, text }, done) => {
    const askedAt = performance.now();
    const hits = index.search(text, RANKED_LENGTH);
    const ms = performance.now() - askedAt;
    times.push(ms);
    progress.update(done + 1);
    return JSON.stringify({ queryId: id, ranked: hits.map((hit) => hit.id), ms: Number(ms.toFixed(3)) });
  });
  progress.clear();
  writeLines(out, lines);

  times.sort((a, b) => a - b);
  const percentile = (share: number): string =>
    (times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0).toFixed(2);
  console.error(
    `${questions.length} questions: p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms, ${formatMemory()} resident`,
  );
}

function readTexts(file: string): z.infer<typeof TextLineSchema>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('input_invalid', `${file}: cannot be read; name a file of {"id", "text"} lines`, {
      cause,
    });
  }
  const lines = readJsonLines(text, { file, schema: TextLineSchema });
  const firstLines = new Map<string, number>();
  for (const { line, value } of lines) {
    const first = firstLines.get(value.id);
    if (first !== undefined) {
      throw new AppError(
        'input_invalid',
        `${file}:${line}: id "${value.id}" stands on line ${first} already; ids must differ`,
      );
    }
    firstLines.set(value.id, line);
  }
  return lines.map(({ value }) => value);
}

function writeLines(file: string, lines: readonly string[]): void {
  try {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  } catch (cause) {
    throw new AppError(
      'input_invalid',
      `--out ${file}: cannot be written; name a file in a folder that exists`,
      {
        cause,
      },
    );
  }
}

const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const formatMemory = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`;

await runCommand('bench:retrieval', main);
