// What runs on the answering thread: builds the knowledge of the files it is given, then replies to one call after another.
import '../scripts/require-node.cjs';

import { parentPort } from 'node:worker_threads';
import type { CallMessage, CallName, Calls, Fault, ThreadMessage } from './answers/protocol.ts';
import type { Core } from './build-core.ts';
import { AppError } from './errors.ts';
import type { ReadFiles } from './loading/read-knowledge-files.ts';

const post = (message: ThreadMessage): void => parentPort?.postMessage(message);

function describeError(error: unknown): Fault {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof AppError ? error.code : undefined, name, message };
}

async function reply({ answerer }: Core, { name, request }: CallMessage): Promise<Calls[CallName]['result']> {
  switch (name) {
    case 'answer':
      return answerer.answer(request.question, request.previous, request.scope);
    case 'contextOf':
      return answerer.contextOf(request.source, request.start, request.end);
    case 'figuresIn':
      return answerer.figuresIn(request.source, request.start, request.end);
    case 'explain': {
      const { renderExplanation } = await import('./cli/render-explanation.ts');
      return renderExplanation(answerer, request.question);
    }
  }
}

function serve(core: Core): void {
  const { answerer, targets, calendar, problems, decoded } = core;
  parentPort?.on('message', async (message: CallMessage) => {
    const began = performance.now();
    try {
      const result = await reply(core, message);
      post({ kind: 'done', result, seconds: (performance.now() - began) / 1000 });
    } catch (error) {
      post({ kind: 'failed', fault: describeError(error) });
    }
  });
  const { knowledgeVersion, reports } = answerer;
  post({
    kind: 'ready',
    contents: {
      knowledgeVersion,
      reports,
      outline: answerer.outline(),
      targets,
      calendar,
      problems,
      decoded,
    },
  });
  post({ kind: 'examples', examples: answerer.examples });
  // Between one report and the next, whoever asks is answered.
  const prepare = (): void => {
    if (answerer.prepareNext()) setImmediate(prepare);
  };
  setImmediate(prepare);
}

// The files come as a message, for what a thread is started with stays in its memory, and their text is of no use any more
// when the knowledge is built.
parentPort?.once('message', async (files: ReadFiles) => {
  try {
    // Not imported above: whatever is, is compiled before the cache of compiled code is in use.
    const { buildCore } = await import('./build-core.ts');
    serve(buildCore(files));
  } catch (error) {
    post({ kind: 'not-ready', fault: describeError(error) });
  }
});
