import '../../scripts/require-node.cjs';

import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { readPlaces } from '../places.ts';
import { backupDatabase } from '../storage/backup-database.ts';
import { readArguments, runCommand } from './run-command.ts';

const USAGE = `Usage: npm run backup -- [destination]
Copies the database while the bot runs; the default destination is data/backups/<time>.sqlite.
机器人运行时也可以备份数据库；不写位置，就存为 data/backups/<时间>.sqlite。`;

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments('backup', () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    }),
  );
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { database } = readPlaces(process.env);
  if ('url' in database) {
    throw new AppError(
      'input_invalid',
      'DATABASE_URL is set; back PostgreSQL up with its own pg_dump (docs/operations.md)',
    );
  }
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const destination = positionals[0] ?? `data/backups/${stamp}.sqlite`;
  backupDatabase(database.file, destination);
  console.log(destination);
}

await runCommand('backup', main);
