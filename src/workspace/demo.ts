// The process behind `npm run demo`: starts the local workspace, says where it is, stops it on a signal.
import '../../scripts/require-node.cjs';

import { createLog } from '../logging.ts';
import { onStopSignal } from '../stop-signals.ts';

/** Tried first; the next free one is taken when something else is there. */
const PORT = 4000;

// Before anything that takes its time, the bot's own modules among it.
process.stdout.write('正在读报告、准备本地工作区……\n');
const { startDemo } = await import('./demo/start-demo.ts');

const log = createLog({
  level: 'error',
  now: () => new Date(),
  write: (line) => process.stderr.write(line),
});
const demo = await startDemo({ port: PORT, log });
process.stdout.write(`本地工作区已经打开：${demo.url}\n在浏览器里打开这个地址；按 Ctrl+C 结束。\n`);

let isStopping = false;
onStopSignal(() => {
  if (isStopping) return;
  isStopping = true;
  void demo.stop().then(() => process.exit(0));
});
