import { isDeepStrictEqual } from 'node:util';
import type { Answerer } from '../answering/answer.ts';
import { type Additions, NO_ADDITIONS } from '../knowledge/additions.ts';
import { type KnowledgeChanges, readAdditions } from '../knowledge/changes.ts';
import { fingerprintFolders } from '../loading/fingerprint-folders.ts';
import { type KnowledgeFolders, readKnowledgeFiles } from '../loading/read-knowledge-files.ts';
import { describeFault, type Log } from '../logging.ts';
import { type AnswerThread, startAnswerThread } from './answer-thread.ts';
import type { Contents } from './protocol.ts';

/** How often files and records are looked at for something new. */
const LOOK_EVERY_MS = 5_000;

/**
 * The answering thread in use, exchanged as a whole when reports, reviews or what people added change: the next one is
 * built beside it, and it answers until then.
 */
export type LiveAnswers = Pick<AnswerThread, 'call' | 'isReady' | 'count'> & {
  /** What is known of the reports now. */
  readonly contents: () => Contents;
  readonly examples: () => Answerer['examples'];
  /**
   * Looks for something new and resolves when it is answered from: true when the threads were exchanged. Rejects when
   * nothing can be built of it; the thread in use stays.
   */
  refresh(): Promise<boolean>;
  /** Begins to look again and again. What cannot be built is logged, and tried again once something changes. */
  start(): void;
  close(): Promise<void>;
};

/** A thread somebody has started; one that is shared is closed by whoever started it. */
export type GivenThread = { readonly thread: AnswerThread; readonly isShared: boolean };

export type LiveAnswersOptions = {
  readonly folders: KnowledgeFolders;
  readonly changes: Pick<KnowledgeChanges, 'list' | 'revision' | 'files'>;
  /** The PostgreSQL that many reports are shared through. */
  readonly databaseUrl?: string | undefined;
  readonly log: Log;
  /** Called with what is answered from, at first and whenever it was exchanged. */
  readonly exchanged: (contents: Contents) => void;
  /** A thread that answers from the folders as they are. */
  readonly given?: GivenThread | undefined;
};

type Running = {
  readonly thread: AnswerThread;
  readonly contents: Contents;
  readonly additions: Additions;
  readonly isShared: boolean;
  /** Calls under way; a thread that is no longer in use ends with the last of them. */
  calls: number;
  isRetired: boolean;
};

/** Starts to answer. Rejects like `readKnowledgeFiles`, and when there is nothing to answer from. */
export async function createLiveAnswers(options: LiveAnswersOptions): Promise<LiveAnswers> {
  const { folders, changes, databaseUrl, log, exchanged, given } = options;
  let seen = { files: fingerprintFolders(folders), revision: await changes.revision() };
  let settling = seen.files;
  let running = await startFirst();
  let refreshing: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  exchanged(running.contents);

  async function startFirst(): Promise<Running> {
    if (given && seen.revision === 0) return take(given, NO_ADDITIONS);
    // What it is building nobody would ask.
    if (given && !given.isShared) void given.thread.close();
    return startNew(await readAdditions(changes));
  }

  async function take({ thread, isShared }: GivenThread, additions: Additions): Promise<Running> {
    return { thread, contents: await thread.whenReady, additions, isShared, calls: 0, isRetired: false };
  }

  async function startNew(additions: Additions): Promise<Running> {
    const files = { ...readKnowledgeFiles(folders), additions };
    const thread = startAnswerThread({ files, databaseUrl, log });
    try {
      return await take({ thread, isShared: false }, additions);
    } catch (error) {
      await thread.close();
      throw error;
    }
  }

  async function exchangeIfNew(): Promise<boolean> {
    const next = { files: fingerprintFolders(folders), revision: await changes.revision() };
    // Files that changed since the last look may still be being written.
    const isSettled = next.files === settling;
    settling = next.files;
    if (next.revision === seen.revision && (next.files === seen.files || !isSettled)) return false;
    const additions = await readAdditions(changes);
    const hasNews = next.files !== seen.files || !isDeepStrictEqual(additions, running.additions);
    // Remembered before it is tried: what cannot be built now cannot be built until something changes.
    seen = next;
    // Not every change says something that is answered from.
    if (!hasNews) return false;
    const before = running;
    running = await startNew(additions);
    before.isRetired = true;
    closeIfDone(before);
    exchanged(running.contents);
    return true;
  }

  function closeIfDone({ thread, isShared, isRetired, calls }: Running): void {
    if (isRetired && calls === 0 && !isShared) void thread.close();
  }

  /** One after another, so that whoever asks gets what was there when they asked. */
  function refresh(): Promise<boolean> {
    const next = refreshing.then(exchangeIfNew);
    refreshing = next.catch(() => undefined);
    return next;
  }

  return {
    async call(name, request, personId) {
      const used = running;
      used.calls += 1;
      try {
        return await used.thread.call(name, request, personId);
      } finally {
        used.calls -= 1;
        closeIfDone(used);
      }
    },
    contents: () => running.contents,
    examples: () => running.thread.examples(),
    isReady: () => running.thread.isReady(),
    count: () => running.thread.count(),
    refresh,
    start() {
      timer = setInterval(() => {
        refresh().catch((error) => log.error('knowledge.not_refreshed', describeFault(error)));
      }, LOOK_EVERY_MS);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await refreshing;
      if (!running.isShared) await running.thread.close();
    },
  };
}
