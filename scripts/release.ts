// Makes the files of a release: `npm run release`. What it says of itself must agree first.
import './require-node.cjs';

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readArguments, runCommand } from '../src/cli/run-command.ts';
import { AppError } from '../src/errors.ts';

const USAGE = `Usage: npm run release -- [--out release]
Writes the source, a CycloneDX list of the packages the bot runs on, and the checksums of both.
The version in package.json needs its dated section in CHANGELOG.md, and everything must be committed.`;

const PackageSchema = z.object({ name: z.string(), version: z.string() });
const BillSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({}) }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** How npm marks what is only developed with. */
const DEVELOPMENT = 'cdx:npm:package:development';

const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function checkRelease({ version }: z.infer<typeof PackageSchema>): void {
  const heading = /^## \[(\d.*?)\].*$/mu.exec(readFileSync('CHANGELOG.md', 'utf8'));
  if (heading?.[1] !== version || !/ - \d{4}-\d{2}-\d{2}$/u.test(heading[0])) {
    throw new AppError(
      'input_invalid',
      `CHANGELOG.md: the newest section is “${heading?.[0] ?? 'none'}”; give version ${version} one, “## [${version}] - <day>”`,
    );
  }
  const changes = run('git', 'status', '--porcelain');
  if (changes !== '') {
    throw new AppError(
      'input_invalid',
      `these changes are in no commit; commit or undo them:\n${changes.trimEnd()}`,
    );
  }
}

/** Lists the packages of production from the lock file, which names no registry. */
function listPackages({ name }: z.infer<typeof PackageSchema>): string {
  // Not by --omit=dev: npm then leaves out, too, what the bot and a development dependency both need.
  const bill = BillSchema.parse(
    JSON.parse(run('npm', 'sbom', '--package-lock-only', '--sbom-format=cyclonedx')),
  );
  const isDevelopment = (component: (typeof bill.components)[number]) =>
    component.properties.some((property) => property.name === DEVELOPMENT);
  const left = new Set(bill.components.filter(isDevelopment).map((component) => component['bom-ref']));
  // npm names it after the folder of the checkout.
  bill.metadata.component.name = name;
  bill.metadata.component.type = 'application';
  bill.components = bill.components.filter((component) => !isDevelopment(component));
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => !left.has(other)) }));
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function main(argv: readonly string[]): void {
  const { values } = readArguments('release', () =>
    parseArgs({
      args: [...argv],
      options: { out: { type: 'string', default: 'release' }, help: { type: 'boolean', short: 'h' } },
    }),
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const manifest = PackageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  checkRelease(manifest);
  const title = `${manifest.name}-${manifest.version}`;
  mkdirSync(values.out, { recursive: true });
  run(
    'git',
    'archive',
    `--prefix=${title}/`,
    '--format=tar.gz',
    `--output=${join(values.out, `${title}.tar.gz`)}`,
    'HEAD',
  );
  writeFileSync(join(values.out, `${title}.cdx.json`), listPackages(manifest));
  const sums = [`${title}.cdx.json`, `${title}.tar.gz`].map((file) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(values.out, file)))
      .digest('hex');
    return `${sum}  ${file}\n`;
  });
  writeFileSync(join(values.out, 'SHA256SUMS'), sums.join(''));
  process.stdout.write(`${title}: ${values.out}; publish it with: git tag v${manifest.version}\n`);
}

await runCommand('release', main);
