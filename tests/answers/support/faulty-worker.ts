// Stands in for the answering thread where one is needed that fails when it is told to: the question says how.
import { parentPort } from 'node:worker_threads';
import type { CallMessage, ThreadMessage } from '../../../src/answers/protocol.ts';
import { makeAnswer } from '../../support/make-answer.ts';

const post = (message: ThreadMessage): void => parentPort?.postMessage(message);

function reply({ name, request }: CallMessage, deaths: Int32Array): ThreadMessage {
  const question = name === 'answer' ? request.question : '';
  switch (question) {
    case 'hang':
      for (;;);
    case 'rest':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
      break;
    case 'rest for ever':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      break;
    case 'die':
      if (Atomics.sub(deaths, 0, 1) > 0) process.exit(7);
      break;
    case 'throw':
      return { kind: 'failed', fault: { code: 'answer_unsafe', name: 'AppError', message: 'a digit' } };
    case 'defect':
      return { kind: 'failed', fault: { code: undefined, name: 'TypeError', message: 'not a function' } };
  }
  return { kind: 'done', result: makeAnswer({ question }), seconds: 0.25 };
}

parentPort?.once('message', (files: { readonly deaths: SharedArrayBuffer }) => {
  /** Deaths that are left in this process; shared by all threads that are started with the same files. */
  const deaths = new Int32Array(files.deaths);
  if (Atomics.load(deaths, 1) > 0 && Atomics.sub(deaths, 1, 1) > 0) {
    post({ kind: 'not-ready', fault: { code: 'report_invalid', name: 'AppError', message: 'no folder' } });
  } else {
    parentPort?.on('message', (message: CallMessage) => post(reply(message, deaths)));
    post({
      kind: 'ready',
      contents: {
        knowledgeVersion: 'v',
        reports: [],
        outline: [],
        targets: [],
        calendar: { years: new Set(), daysOff: new Map(), workedWeekendDays: new Set() },
        problems: [],
        decoded: [],
      },
    });
  }
});
