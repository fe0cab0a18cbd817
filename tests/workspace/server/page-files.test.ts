import { expect, it } from 'vitest';
import { buildPageFiles } from '../../../src/workspace/server/page-files.ts';

it('bundles a small page that points to nothing outside', async () => {
  const files = await buildPageFiles();
  const script = files.get('/page.js')?.body ?? '';

  expect([...files.keys()].sort()).toEqual([
    '/',
    expect.stringMatching(/^\/draw-chart-\w+\.js$/),
    '/page.css',
    '/page.js',
  ]);
  // The block schemas stay on the server; zod alone would be ten times this.
  expect(script.length).toBeLessThan(100_000);
  expect(files.get('/')?.body).not.toMatch(/(?:src|href)="https?:/);
});
