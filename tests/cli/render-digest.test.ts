import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readProgressFile } from '../../src/cli/import-progress.ts';
import { renderDigest } from '../../src/cli/render-digest.ts';
import { loadTargets } from '../../src/loading/load-targets.ts';
import { buildDigest } from '../../src/targets/digest.ts';

const FOLDER = 'tests/fixtures/digest';
const { targets } = loadTargets({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

/** The digest of 24 June 2019 from a file of entries, as `npm run progress -- import` and `npm run digest` make it. */
function renderSample(): string {
  const file = `${FOLDER}/entries.csv`;
  const reading = readProgressFile({
    file,
    text: readFileSync(file, 'utf8'),
    targets,
    history: [],
    today: '2019-06-24',
    now: new Date('2019-06-24T00:00:00Z'),
    importedBy: 'test',
    acceptsDoubts: false,
  });
  if (reading.problems.length > 0) throw new Error(reading.problems.join('\n'));
  const owners = z
    .record(z.string(), z.array(z.string()))
    .parse(JSON.parse(readFileSync(`${FOLDER}/owners.json`, 'utf8')));
  return renderDigest(
    buildDigest({
      asOf: '2019-06-24',
      since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null },
      knowledgeVersion: 'of-this-repository',
      targets,
      entries: reading.entries.map((entry, index) => ({ ...entry, seq: index + 1 })),
      owners: new Map(Object.entries(owners)),
    }),
  );
}

describe('renderDigest', () => {
  it('reads as reviewed', async () => {
    await expect(`${renderSample()}\n`).toMatchFileSnapshot(`../fixtures/digest/digest.txt`);
  });
});
