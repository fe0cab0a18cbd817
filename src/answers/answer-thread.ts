import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Answerer } from '../answering/answer.ts';
import { AppError } from '../errors.ts';
import type { ReadFiles } from '../loading/read-knowledge-files.ts';
import { describeFault, type Log } from '../logging.ts';
import { createFairQueue } from './fair-queue.ts';
import type {
  CallMessage,
  CallName,
  Calls,
  Contents,
  Fault,
  StartMessage,
  ThreadMessage,
} from './protocol.ts';

/** A result and how long the thread worked on it. */
export type Timed<Result> = { readonly result: Result; readonly seconds: number };

/** The answerer on a thread of its own, so that nothing that is asked keeps anything else waiting. */
export type AnswerThread = {
  /**
   * Resolves when questions can be answered, with what is known of the reports. Rejects with an AppError when there is
   * nothing to answer from.
   */
  readonly whenReady: Promise<Contents>;
  /**
   * Calls the answerer, in turn for each person who waits. Rejects with an AppError: `answers_busy` when too much waits,
   * `answer_late` when it took too long, `answer_failed` when the thread was lost twice over it; and with what the
   * answerer threw.
   */
  call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    personId: string,
  ): Promise<Timed<Calls[Name]['result']>>;
  /** Questions the reports can answer. Empty for a moment after the start, since finding them takes answering. */
  examples(): Answerer['examples'];
  /** Whether a question would be answered now, without waiting for a thread to start. */
  isReady(): boolean;
  /** How many calls wait for their turn. */
  count(): number;
  /** Ends the thread. What waits is rejected. */
  close(): Promise<void>;
};

export type AnswerThreadOptions = {
  /** What to answer from. A fresh thread gets the same, so that a version never changes while the bot runs. */
  readonly files: ReadFiles;
  /** The PostgreSQL that many reports are shared through. */
  readonly databaseUrl?: string | undefined;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  /** Another program for the thread than the answerer's. */
  readonly entry?: URL;
};

type Limits = { readonly waiting: number; readonly callMs: number; readonly restartMs: number };

const LIMITS: Limits = {
  /** Calls that may wait, all in all: minutes of work, beyond which nobody waits for an answer. */
  waiting: 1_000,
  /** A question takes milliseconds; one the thread computes on for seconds is a fault or an attack, and ends. */
  callMs: 5_000,
  /** Before another thread is started in place of one that could not start. */
  restartMs: 5_000,
};

/** After so many times its limit a call ends, however little of that time the thread was let run. */
const MOST_LIMITS = 4;

/** A thread that does not tell within it how much it computed is taken for one that is stuck. */
const TELLS_WITHIN_MS = 1_000;

/**
 * A small young generation keeps resident memory down; one smaller still costs a tenth of what a library takes to be made,
 * and of a question to several reports.
 */
const YOUNG_GENERATION_MB = 16;

/**
 * Most the thread may hold besides. What is built of the reports takes about 80 MB for each megabyte of them; V8 collects
 * garbage sooner below a limit, and a question that would fill the memory ends this thread and not the bot.
 */
const heapLimitMb = (files: ReadFiles): number => {
  const chars = [...files.seeds, ...files.knowledge].reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(400, Math.ceil((chars / 1e6) * 256));
};

/** Most it may hold where the reports are shared: those asked lately, and what the catalogue says of the others. */
const SHARED_HEAP_LIMIT_MB = 224;

/**
 * Reports a process keeps by itself. To read a hundred takes four seconds of a start, and to find their best sentences a
 * millisecond; ten times as many would take as many times longer in each replica.
 */
const MOST_IN_PROCESS = 100;

/** Node does not rewrite the name of a file it is only told of: source or compiled, like this file. */
const ENTRY = new URL(
  `../answer-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
);

type Job = {
  readonly message: CallMessage;
  readonly resolve: (timed: Timed<Calls[CallName]['result']>) => void;
  readonly reject: (error: Error) => void;
  isSecondTry: boolean;
};

/** The call the thread works on. */
type Running = {
  readonly job: Job;
  readonly beganAt: number;
  /** What the thread had computed before. */
  readonly computedBeforeMs: Promise<number | undefined>;
  timer: NodeJS.Timeout;
};

/** How long a thread has computed since it began; undefined where it cannot be told (before Node 24, or no longer). */
async function readComputedMs(worker: Worker): Promise<number | undefined> {
  if (!('cpuUsage' in worker)) return undefined;
  const unknown = wait(TELLS_WITHIN_MS, undefined, { ref: false });
  const told = worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1_000,
    () => undefined,
  );
  return Promise.race([told, unknown]);
}

/** Starts the thread. It goes on by itself: a thread that dies or hangs is replaced, and the calls that wait with it stay. */
export function startAnswerThread({
  files,
  databaseUrl,
  log,
  entry = ENTRY,
  ...options
}: AnswerThreadOptions): AnswerThread {
  const limits = { ...LIMITS, ...options.limits };
  const reportCount = files.seeds.length + (files.additions?.reports.length ?? 0);
  const sharedAt = reportCount > MOST_IN_PROCESS ? databaseUrl : undefined;
  const queue = createFairQueue<Job>();
  const ready = Promise.withResolvers<Contents>();
  // Whoever starts the bot looks at it later; until then a rejection is not unhandled.
  ready.promise.catch(() => undefined);
  let worker: Worker | undefined;
  let isReady = false;
  let isClosed = false;
  let hasBeenReady = false;
  let examples: Answerer['examples'] = [];
  let current: Running | undefined;
  let restarting: NodeJS.Timeout | undefined;

  function start(): void {
    const started = new Worker(entry, {
      name: 'answers',
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
        maxOldGenerationSizeMb: sharedAt === undefined ? heapLimitMb(files) : SHARED_HEAP_LIMIT_MB,
      },
    });
    worker = started;
    started.postMessage({ ...files, databaseUrl: sharedAt } satisfies StartMessage);
    const whenCurrent =
      <Value>(then: (value: Value) => void) =>
      (value: Value): void => {
        if (worker === started) then(value);
      };
    started.on('message', whenCurrent(take));
    started.on('error', whenCurrent(lose));
    started.on(
      'exit',
      whenCurrent((code: number) => lose(new Error(`the thread ended with status ${code}`))),
    );
  }

  function take(message: ThreadMessage): void {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        hasBeenReady = true;
        ready.resolve(message.contents);
        next();
        return;
      case 'not-ready':
        lose(toError(message.fault));
        return;
      case 'examples':
        ({ examples } = message);
        return;
      case 'done':
        finish()?.resolve(message);
        next();
        return;
      case 'failed':
        finish()?.reject(toError(message.fault));
        next();
    }
  }

  /** Gives the thread its next call, if both are there. An idle thread keeps no process alive. */
  function next(): void {
    if (!worker || !isReady || current) return;
    const job = queue.take();
    if (!job) {
      worker.unref();
      return;
    }
    worker.ref();
    const running: Running = {
      job,
      beganAt: performance.now(),
      computedBeforeMs: readComputedMs(worker),
      timer: setTimeout(() => void lookAt(running), limits.callMs),
    };
    current = running;
    worker.postMessage(job.message);
  }

  /** A busy machine is no reason to end a thread: that would only add the work of building another. */
  async function lookAt(running: Running): Promise<void> {
    const [before, after] = await Promise.all([
      running.computedBeforeMs,
      worker ? readComputedMs(worker) : undefined,
    ]);
    if (current !== running) return;
    const leftMs = before === undefined || after === undefined ? 0 : limits.callMs - (after - before);
    const isOver = performance.now() - running.beganAt >= limits.callMs * MOST_LIMITS;
    if (leftMs <= 0 || isOver) giveUp();
    else running.timer = setTimeout(() => void lookAt(running), leftMs);
  }

  function finish(): Job | undefined {
    const job = current?.job;
    clearTimeout(current?.timer);
    current = undefined;
    return job;
  }

  /** A call took too long: there is no other way to end it than to end the thread. */
  function giveUp(): void {
    log.warn('answers.late', { limitMs: limits.callMs });
    finish()?.reject(new AppError('answer_late', `the answer took more than ${limits.callMs} ms`));
    discard();
    start();
  }

  function discard(): void {
    const discarded = worker;
    worker = undefined;
    isReady = false;
    void discarded?.terminate();
  }

  function lose(error: Error): void {
    const wasReady = isReady;
    discard();
    log.error('answers.thread_lost', { ...describeFault(error), wasReady });
    if (!hasBeenReady) {
      ready.reject(error);
      rejectAll(error);
      return;
    }
    const job = finish();
    if (job?.isSecondTry) job.reject(failed(error));
    else if (job) {
      job.isSecondTry = true;
      queue.addFirst(job);
    }
    if (wasReady) start();
    else {
      rejectAll(failed(error));
      restarting = setTimeout(start, limits.restartMs);
    }
  }

  function rejectAll(error: Error): void {
    finish()?.reject(error);
    for (const { reject } of queue.takeAll()) reject(error);
  }

  start();
  return {
    whenReady: ready.promise,
    call: (name, request, personId) =>
      new Promise((resolve, reject) => {
        if (isClosed) reject(new AppError('answer_failed', 'the answering thread is closed'));
        else if (queue.size() >= limits.waiting)
          reject(new AppError('answers_busy', `${limits.waiting} questions wait already`));
        else {
          // What is sent under a name is answered with the result of that name: the worker is held to it by its types.
          const job = { message: { name, request }, resolve, reject, isSecondTry: false } as unknown as Job;
          queue.add(personId, job);
          next();
        }
      }),
    examples: () => examples,
    isReady: () => isReady,
    count: queue.size,
    async close() {
      isClosed = true;
      clearTimeout(restarting);
      const closed = worker;
      worker = undefined;
      isReady = false;
      rejectAll(new AppError('answer_failed', 'the answering thread was closed'));
      await closed?.terminate();
    },
  };
}

const failed = (cause: Error): AppError =>
  new AppError('answer_failed', 'the answering thread was lost while it answered', { cause });

function toError({ code, name, message }: Fault): Error {
  return code === undefined ? Object.assign(new Error(message), { name }) : new AppError(code, message);
}
