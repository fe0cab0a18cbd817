import { loadTargets } from '../loading/load-targets.ts';
import { readPlaces } from '../places.ts';
import { openDatabase } from '../storage/database.ts';
import { createTargetRecords } from '../storage/target-records.ts';
import type { TargetRecords } from '../targets/records.ts';
import { reportProblems } from './read-knowledge.ts';

/** Loads the targets and opens the records for the time of `use`. */
export async function withRecords<T>(
  use: (parts: ReturnType<typeof loadTargets> & { readonly records: TargetRecords }) => Promise<T>,
): Promise<T> {
  const places = readPlaces(process.env);
  const loaded = loadTargets(places);
  reportProblems('records', loaded.problems);
  const database = await openDatabase(places.database);
  try {
    return await use({ ...loaded, records: createTargetRecords(database.db) });
  } finally {
    await database.close();
  }
}
