import { loadTargets } from '../loading/load-targets.ts';
import { type DatabaseLocation, openDatabase } from '../storage/database.ts';
import { createTargetRecords } from '../storage/target-records.ts';
import type { TargetRecords } from '../targets/records.ts';
import { readFolders, reportProblems } from './read-knowledge.ts';

/** Where the bot of this environment keeps its data; the same variables and defaults as the bot itself. */
export function readLocation(environment: Readonly<Record<string, string | undefined>>): DatabaseLocation {
  return environment.DATABASE_URL
    ? { url: environment.DATABASE_URL }
    : { file: environment.DATABASE_FILE || 'data/bot.sqlite' };
}

/** Loads the targets and opens the records for the time of `use`. */
export async function withRecords<T>(
  use: (parts: ReturnType<typeof loadTargets> & { readonly records: TargetRecords }) => Promise<T>,
): Promise<T> {
  const loaded = loadTargets(readFolders(process.env));
  reportProblems('records', loaded.problems);
  const database = await openDatabase(readLocation(process.env));
  try {
    return await use({ ...loaded, records: createTargetRecords(database.db) });
  } finally {
    await database.close();
  }
}
