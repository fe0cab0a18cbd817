import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders whose code decides what is read of a report, and what it is found by. */
const READERS = [
  'report',
  'knowledge',
  'search',
  'answering/ranking',
  'answering/reports',
  'answering/retrieval',
].map((folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url)));

/** Hash of the code that reads reports, and of what writes them down: what other code read is read anew. */
export function fingerprintReader(): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const folder of READERS)
    for (const name of readdirSync(folder).sort())
      if (/\.[jt]s$/u.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}
