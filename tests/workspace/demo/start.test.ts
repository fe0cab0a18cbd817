import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

it('says each thing it does, where the page is, and when the bot is there', async () => {
  const demo = spawn(process.execPath, ['src/workspace/demo.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: demo.stdout })) {
    lines.push(line);
    if (line.includes('机器人已经准备好')) break;
  }
  demo.kill('SIGTERM');
  await once(demo, 'exit');

  const address = /http:\/\/127\.0\.0\.1:\d+\//u;
  expect(lines).toEqual([
    '正在准备本地工作区……',
    expect.stringMatching(/^页面可以打开了：/u),
    '正在启动机器人……',
    '正在读报告，整理里面的数字和句子……',
    '报告读好了，正在启动机器人……',
    expect.stringMatching(/^机器人已经准备好。/u),
  ]);
  expect(lines[1]?.match(address)?.[0]).toBe(lines.at(-1)?.match(address)?.[0]);
});

it('says what is wrong with a port that is none', async () => {
  const demo = spawn(process.execPath, ['src/workspace/demo.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: 'abc' },
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: demo.stderr })) lines.push(line);

  expect(lines.join('\n')).toContain('PORT');
  expect(lines.join('\n')).toContain('请填 3000 这样的端口号');
});

it.each([
  { args: ['--help'], stream: 'stdout', status: 0 },
  { args: ['--port', '4321'], stream: 'stderr', status: 2 },
] as const)('says how to start it and how to take another port, and starts nothing: $args', async (asked) => {
  const { args, stream, status } = asked;
  const demo = spawn(process.execPath, ['src/workspace/demo.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(demo, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: demo[stream] })) lines.push(line);

  expect(lines.join('\n')).toContain('PORT=4321 npm run demo');
  expect(await ended).toEqual([status, null]);
});
