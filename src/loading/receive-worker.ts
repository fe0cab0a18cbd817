// What runs on the thread that reads one received file.
import '../../scripts/require-node.cjs';

import { parentPort, workerData } from 'node:worker_threads';

// Not imported above: whatever is, is compiled before the cache of compiled code is in use.
const { readReceived } = await import('./read-received.ts');

parentPort?.postMessage(await readReceived(workerData));
