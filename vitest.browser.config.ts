import { defineConfig } from 'vitest/config';

/** The browser suite: one Chromium for all files, so they run one after another. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
