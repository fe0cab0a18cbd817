import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const RUN = `
  import { startPostgres } from './tests/support/start-postgres.ts';
  const server = await startPostgres();
  await server.stop();
  process.exitCode = Number(process.argv[1]);
`;

it.each([0, 1])(
  'a run that started PostgreSQL ends with the code it has: %d',
  { timeout: 60_000 },
  (code) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', RUN, String(code)],
      { encoding: 'utf8' },
    );

    expect([status, stderr]).toEqual([code, '']);
  },
);
