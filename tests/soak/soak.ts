// Attacks bots that run as processes of their own, counts what they promise, and prints one table: `npm run soak`.
// Everything stays on the loopback interface, is bounded in count and time, and ends by itself.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listBroken, type Row, renderTable } from './support/counts.ts';
import { PARTS, type PartName } from './support/parts.ts';

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

/** Parts of the short form that run at one time. */
const SHORT_AT_ONE_TIME = 3;

const write = (text: string) => process.stdout.write(text);

async function runPart(name: PartName, seed: number): Promise<readonly Row[]> {
  const beganAt = performance.now();
  const results = await PARTS[name]({ isShort: values.short, seed });
  const seconds = (performance.now() - beganAt) / 1_000;
  for (const { part, counts } of results) write(`\n${part}: ${listBroken(counts).join('; ') || 'kept'}\n`);
  const rows = results.map((result) => ({ ...result, seconds }));
  // Nothing is lost of what was measured should a later part be stopped.
  write(renderTable(rows));
  return rows;
}

async function main(): Promise<void> {
  if (values.help) {
    write(HELP);
    return;
  }
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is not a whole number: ${values.seed}`);
  const rows: Row[] = [];
  write(`seed ${seed}\n`);
  const waiting = [...chooseParts(values.only)];
  const runParts = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) rows.push(...(await runPart(name, seed)));
  };
  // The short form mostly waits, so that its parts run beside each other; figures of the long form are taken alone.
  await Promise.all(Array.from({ length: values.short ? SHORT_AT_ONE_TIME : 1 }, runParts));
  const table = `Seed ${seed}.\n\n${renderTable(rows)}`;
  write(`\n${table}`);
  if (values.out !== undefined) writeFileSync(values.out, table);
  if (rows.some(({ counts }) => listBroken(counts).length > 0)) process.exitCode = 1;
}

await main();
