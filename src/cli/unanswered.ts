import '../../scripts/require-node.cjs';

import { existsSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { readPlaces } from '../places.ts';
import { openDatabase } from '../storage/database.ts';
import { createUnansweredQuestions } from '../storage/unanswered-questions.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Usage: npm run -s unanswered [-- --json]
Lists the questions the bot could not answer, the most frequent first. Reads the database of the bot: DATABASE_URL, else DATABASE_FILE (default data/bot.sqlite).
列出没有答上的问题，问得最多的在前；--json 输出 JSON。`;

async function main(argv: readonly string[]): Promise<void> {
  const unknown = argv.find((argument) => argument !== '--json');
  if (unknown !== undefined) throw new AppError('input_invalid', `unknown argument “${unknown}”\n${USAGE}`);
  const places = readPlaces(process.env);
  if ('file' in places.database && !existsSync(places.database.file)) {
    throw new AppError(
      'input_invalid',
      `${places.database.file}: no such database; set DATABASE_FILE or DATABASE_URL to the one the bot uses`,
    );
  }
  const database = await openDatabase(places.database);
  try {
    const questions = await createUnansweredQuestions(database.db).list();
    for (const question of questions) {
      console.log(argv.includes('--json') ? JSON.stringify(question) : describeQuestion(question));
    }
    if (questions.length === 0) console.error('No unanswered questions.');
  } finally {
    await database.close();
  }
}

type Listed = {
  readonly question: string;
  readonly askedAs: string;
  readonly reason: string;
  readonly count: number;
  readonly lastAskedAt: Date;
};

/** Tab-separated, so that it pastes into a sheet; a question's own tabs and line ends become spaces. */
function describeQuestion({ question, askedAs, reason, count, lastAskedAt }: Listed): string {
  const day = lastAskedAt.toISOString().slice(0, 10);
  // What was completed from its conversation is told in both forms.
  const told = askedAs === question ? [askedAs] : [askedAs, question];
  return [count, day, reason, ...told.map((text) => text.replace(/\s+/gu, ' '))].join('\t');
}

await runCommand('unanswered', main);
