import { createServer } from 'node:http';
import { createLog } from '../../../src/logging.ts';
import { watchFaults } from '../../../src/watch-faults.ts';

/** A process that raises the faults named in its arguments, one after the other, and then says that it goes on. */
const FAULTS: Readonly<Record<string, () => void>> = {
  rejection: () => void Promise.reject(new Error('nobody awaits this')),
  'rejection-of-nothing': () => void Promise.reject(undefined),
  reset: () => {
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  },
  defect: () => {
    throw new TypeError('a defect');
  },
};

const write = (line: string) => process.stdout.write(line);
const log = createLog({ level: 'error', now: () => new Date(0), write });
const server = createServer().listen(0, '127.0.0.1');
watchFaults({
  log,
  end() {
    write('ended gracefully\n');
    server.close();
    process.exitCode = 1;
  },
});
for (const name of process.argv.slice(2)) setImmediate(() => FAULTS[name]?.());
setTimeout(() => {
  if (!server.listening) return;
  write('goes on\n');
  server.close();
}, 200);
