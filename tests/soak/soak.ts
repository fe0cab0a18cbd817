// Attacks bots that run as processes of their own, counts what they promise, and prints one table: `npm run soak`.
// Everything stays on the loopback interface, is bounded in count and time, and ends by itself.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listBroken, type Row, renderTable } from './support/counts.ts';
import { PARTS, type PartName } from './support/parts.ts';
import { createRandom } from './support/random.ts';

const HELP = `Usage: npm run soak -- [--short] [--only kills,leaks,…] [--seed NUMBER] [--out FILE]
Parts: ${Object.keys(PARTS).join(', ')}
`;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function chooseParts(only: string | undefined): readonly PartName[] {
  const all = Object.keys(PARTS) as PartName[];
  if (only === undefined) return all;
  const wanted = only.split(',');
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`--only names no such part: ${unknown.join(', ')}\n${HELP}`);
  return all.filter((name) => wanted.includes(name));
}

const write = (text: string) => process.stdout.write(text);

async function main(): Promise<void> {
  if (values.help) {
    write(HELP);
    return;
  }
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is not a whole number: ${values.seed}`);
  const rows: Row[] = [];
  write(`seed ${seed}\n`);
  for (const name of chooseParts(values.only)) {
    const beganAt = performance.now();
    for (const { part, counts } of await PARTS[name]({
      isShort: values.short,
      random: (salt) => createRandom(seed + salt),
    })) {
      const row = { part, counts, seconds: (performance.now() - beganAt) / 1_000 };
      rows.push(row);
      write(`${part}: ${listBroken(counts).join('; ') || 'kept'} (${Math.round(row.seconds)} s)\n`);
    }
  }
  const table = `Seed ${seed}.\n\n${renderTable(rows)}`;
  write(`\n${table}`);
  if (values.out !== undefined) writeFileSync(values.out, table);
  if (rows.some(({ counts }) => listBroken(counts).length > 0)) process.exitCode = 1;
}

await main();
