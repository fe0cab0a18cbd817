import { defineConfig } from 'vitest/config';

/** These need a PostgreSQL server, which is started once for all of them and only when one of them runs. */
const WITH_POSTGRES = [
  'tests/storage/target-records.test.ts',
  'tests/cli/unanswered.test.ts',
  'tests/faults/**/*.test.ts',
];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...WITH_POSTGRES, 'tests/browser/**'],
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
