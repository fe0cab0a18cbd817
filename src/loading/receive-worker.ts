// What runs on the thread that reads one received file.
import { parentPort, workerData } from 'node:worker_threads';
import { readReceived } from './read-received.ts';

parentPort?.postMessage(await readReceived(workerData));
