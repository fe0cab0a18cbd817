import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

it('says at once what it is doing, then where the workspace is', async () => {
  const demo = spawn(process.execPath, ['src/workspace/demo.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: demo.stdout })[Symbol.asyncIterator]();

  const first = await lines.next();
  const second = await lines.next();
  demo.kill('SIGTERM');
  await once(demo, 'exit');

  expect(first.value).toBe('正在读报告、准备本地工作区……');
  expect(second.value).toMatch(/http:\/\/127\.0\.0\.1:\d+|http:\/\/localhost:\d+/u);
});
