// What runs on the answering thread: builds the knowledge of the files it is given, then replies to one call after another.
import '../scripts/require-node.cjs';

import { parentPort } from 'node:worker_threads';
import type { CallMessage, CallName, Calls, Fault, StartMessage, ThreadMessage } from './answers/protocol.ts';
import type { ServedCore } from './build-core.ts';
import { AppError } from './errors.ts';

const post = (message: ThreadMessage): void => parentPort?.postMessage(message);

function describeError(error: unknown): Fault {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof AppError ? error.code : undefined, name, message };
}

async function reply(
  { answerer }: ServedCore,
  { name, request }: CallMessage,
): Promise<Calls[CallName]['result']> {
  switch (name) {
    case 'answer':
      return answerer.answer(request.question, request.earlier, request.scope);
    case 'contextOf':
      return answerer.contextOf(request.source, request.start, request.end);
    case 'figuresIn':
      return answerer.figuresIn(request.source, request.start, request.end);
    case 'explain': {
      const { renderExplanation } = await import('./cli/render-explanation.ts');
      return renderExplanation(await answerer.open(request.question), request.question);
    }
  }
}

function serve(core: ServedCore): void {
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
}

/** Finds questions the reports can answer, then prepares the other reports; between any two, whoever asks is answered. */
async function prepare({ answerer }: ServedCore): Promise<void> {
  const opened = await answerer.open('');
  post({ kind: 'examples', examples: opened.examples });
  const prepareNext = (): void => {
    if (opened.prepareNext()) setImmediate(prepareNext);
  };
  setImmediate(prepareNext);
}

/** The reports are this process's own, or shared through a database. */
async function build({ databaseUrl, ...files }: StartMessage): Promise<ServedCore> {
  // Not imported above: whatever is, is compiled before the cache of compiled code is in use.
  const { buildCore, buildShelfCore } = await import('./build-core.ts');
  if (databaseUrl === undefined) {
    const core = buildCore(files);
    const { knowledgeVersion, reports, outline, answer, contextOf, figuresIn } = core.answerer;
    const served = { knowledgeVersion, reports, outline, answer, contextOf, figuresIn };
    return { ...core, answerer: { ...served, open: () => core.answerer } };
  }
  const { openDatabase } = await import('./storage/database.ts');
  const { createReportShelf } = await import('./storage/report-shelf-store.ts');
  const { db } = await openDatabase({ url: databaseUrl });
  return buildShelfCore(files, createReportShelf(db), new Date());
}

// The files come as a message, for what a thread is started with stays in its memory, and their text is of no use any more
// when the knowledge is built.
parentPort?.once('message', async (message: StartMessage) => {
  try {
    const core = await build(message);
    serve(core);
    // Where the database is away for a moment, help goes without examples; whoever asks is told.
    prepare(core).catch(() => undefined);
  } catch (error) {
    post({ kind: 'not-ready', fault: describeError(error) });
  }
});
