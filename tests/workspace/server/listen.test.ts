import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { listenFrom } from '../../../src/workspace/server/listen.ts';

it('takes the next port when the wanted one is taken', async () => {
  const [first, second] = [createServer(), createServer()];
  const taken = await listenFrom(first, 0);
  const next = await listenFrom(second, taken);

  expect(next).toBeGreaterThan(taken);
  first.close();
  second.close();
});
