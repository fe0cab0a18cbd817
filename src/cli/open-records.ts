import { loadTargets } from '../loading/load-targets.ts';
import { readSecretFiles } from '../read-secret-files.ts';
import { type DatabaseLocation, openDatabase } from '../storage/database.ts';
import { createTargetRecords } from '../storage/target-records.ts';
import type { TargetRecords } from '../targets/records.ts';

/** Where the bot of this environment keeps its data; the same variables and defaults as the bot itself. */
export function readLocation(environment: Readonly<Record<string, string | undefined>>): DatabaseLocation {
  const { DATABASE_URL } = readSecretFiles(environment);
  return DATABASE_URL ? { url: DATABASE_URL } : { file: environment.DATABASE_FILE || 'data/bot.sqlite' };
}

/** Loads the targets and opens the records for the time of `use`. */
export async function withRecords<T>(
  use: (parts: ReturnType<typeof loadTargets> & { readonly records: TargetRecords }) => Promise<T>,
): Promise<T> {
  const loaded = loadTargets({
    seedsDir: process.env.SEEDS_DIR || 'seeds',
    knowledgeDir: process.env.KNOWLEDGE_DIR || 'knowledge',
  });
  const database = await openDatabase(readLocation(process.env));
  try {
    return await use({ ...loaded, records: createTargetRecords(database.db) });
  } finally {
    await database.close();
  }
}
