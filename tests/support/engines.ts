import { inject } from 'vitest';
import { createDatabaseOn, createSqliteFile, type TestLocation } from './database-places.ts';

/** The engines the stores run on; every contract runs on each. */
export const ENGINES = [
  { engine: 'SQLite', create: createSqliteFile },
  { engine: 'PostgreSQL', create: createPostgresDatabase },
] as const;

export async function createPostgresDatabase(): Promise<TestLocation> {
  return createDatabaseOn(inject('postgresUrl'));
}
