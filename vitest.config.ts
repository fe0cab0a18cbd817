import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** These need a PostgreSQL server, which is started once for all of them and only when one of them runs. */
const WITH_POSTGRES = [
  'tests/storage/{knowledge-changes,question-counts,report-shelf-store,target-records}.test.ts',
  'tests/cli/unanswered.test.ts',
  'tests/faults/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Hundreds of processes and threads are started by tests; what one of them compiled the others need not.
    env: {
      TZ: 'UTC',
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    },
    // Against hanging, not for speed: some start processes, and other work may keep the machine busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves a core to its own process, which is half of what a small machine has.
    maxWorkers: availableParallelism(),
    // The files of a worker share modules, and so the knowledge, which is built once a worker and never changes. No test
    // may change what a module holds.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...WITH_POSTGRES, 'tests/browser/**', 'tests/eval/floor.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: WITH_POSTGRES,
          globalSetup: 'tests/support/postgres-for-tests.ts',
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/main.ts', 'src/workspace/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
