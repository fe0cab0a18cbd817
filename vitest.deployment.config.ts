import { defineConfig } from 'vitest/config';

/** Installs and builds as docs/operations.md and the Dockerfile say; apart, because that takes a minute. */
export default defineConfig({
  test: {
    include: ['tests/deployment/**/*.deployment.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
