import { defineConfig } from 'vitest/config';

/** The floor of the evaluation: thousands of questions, asked outside coverage, which would only slow them down. */
export default defineConfig({
  test: {
    include: ['tests/eval/floor.test.ts'],
    env: { TZ: 'UTC' },
  },
});
