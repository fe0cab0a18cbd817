// The process behind `npm run demo`: starts the local workspace, says where it is, stops it on a signal.
import '../../scripts/require-node.cjs';

import { readDemoPort } from '../config.ts';
import { createLog } from '../logging.ts';
import { onStopSignal } from '../stop-signals.ts';

const USAGE = `Usage: npm run demo
Opens a small Slack in the browser with the real bot behind it, on this computer only: at port 4000 or the next free
one. Another port: PORT=4321 npm run demo
在浏览器里打开一个小 Slack，后面是真的机器人，只在本机。端口是 4000，被占用就用下一个；换端口用环境变量 PORT。`;

const say = (line: string) => process.stdout.write(`${line}\n`);

const [unknown] = process.argv.slice(2);
if (unknown === '--help' || unknown === '-h') {
  say(USAGE);
  process.exit(0);
}
if (unknown !== undefined) {
  process.stderr.write(`demo: there is no option “${unknown}”\n${USAGE}\n`);
  process.exit(2);
}

let port: number;
try {
  port = readDemoPort();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

// Before anything that takes its time, the bot's own modules among it.
say('正在准备本地工作区……');
const { startDemo } = await import('./demo/start-demo.ts');

const log = createLog({
  level: 'error',
  now: () => new Date(),
  write: (line) => process.stderr.write(line),
});
const demo = await startDemo({
  port,
  log,
  onOpen: (url) => say(`页面可以打开了：${url} （机器人还在启动，页面上看得到进度）`),
  onStage: say,
});
say(`机器人已经准备好。请在浏览器里打开 ${demo.url} ；按 Ctrl+C 结束。`);

let isStopping = false;
onStopSignal(() => {
  if (isStopping) return;
  isStopping = true;
  void demo.stop().then(() => process.exit(0));
});
