import type { KnowledgeChanges } from './knowledge/changes.ts';
import { readAdditions } from './knowledge/changes.ts';
import { fingerprintFolders } from './loading/fingerprint-folders.ts';
import { type KnowledgeFolders, type ReadFiles, readKnowledgeFiles } from './loading/read-knowledge-files.ts';
import { describeFault, type Log } from './logging.ts';

/** How often files and records are looked at for something new. */
const LOOK_EVERY_MS = 5_000;

/**
 * What the bot answers from, exchanged as a whole when reports, reviews or what people added change: the next one is built
 * beside the one in use, which goes on answering until then.
 */
export type LiveKnowledge<Built> = {
  readonly current: () => Built;
  /**
   * Looks for something new and resolves when `current` has it: true when it was exchanged. Rejects when the new one
   * cannot be built; the old one stays in use.
   */
  refresh(): Promise<boolean>;
  /** Begins to look again and again. What cannot be built is logged, and tried again once something changes. */
  start(): void;
  stop(): Promise<void>;
};

export type LiveKnowledgeOptions<Built> = {
  readonly folders: KnowledgeFolders;
  readonly changes: Pick<KnowledgeChanges, 'list' | 'revision' | 'files'>;
  /** Prepares to answer from some files; what this costs must not keep the event loop busy for long. */
  readonly build: (files: ReadFiles) => Built | Promise<Built>;
  /** Called with what was in use before, once it is no longer. */
  readonly retire: (built: Built) => void | Promise<void>;
  /** Called with what is in use from now on. */
  readonly exchanged: (built: Built) => void;
  /** Built of the folders as they are, by somebody who has it already. */
  readonly first?: Built | undefined;
  readonly log: Log;
};

/** Builds what is answered from and keeps it current. Throws like `readKnowledgeFiles` and `build`. */
export async function createLiveKnowledge<Built>(
  options: LiveKnowledgeOptions<Built>,
): Promise<LiveKnowledge<Built>> {
  const { folders, changes, build, retire, exchanged, log } = options;
  let seen = { files: fingerprintFolders(folders), revision: await changes.revision() };
  let settling = seen.files;
  let current =
    options.first !== undefined && seen.revision === 0 ? options.first : await build(await readFiles());
  let refreshing: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function readFiles(): Promise<ReadFiles> {
    return { ...readKnowledgeFiles(folders), additions: await readAdditions(changes) };
  }

  async function exchangeIfNew(): Promise<boolean> {
    const files = fingerprintFolders(folders);
    const next = { files, revision: await changes.revision() };
    // Files that changed since the last look may still be being written.
    const isSettled = files === settling;
    settling = files;
    if (next.revision === seen.revision && (next.files === seen.files || !isSettled)) return false;
    // Remembered before it is tried: what cannot be built now cannot be built until something changes.
    seen = next;
    const built = await build(await readFiles());
    const before = current;
    current = built;
    exchanged(built);
    await retire(before);
    return true;
  }

  /** One after another, so that whoever asks gets what was there when they asked. */
  function refresh(): Promise<boolean> {
    const next = refreshing.then(exchangeIfNew);
    refreshing = next.catch(() => undefined);
    return next;
  }

  return {
    current: () => current,
    refresh,
    start() {
      timer = setInterval(() => {
        refresh().catch((error) => log.error('knowledge.not_refreshed', describeFault(error)));
      }, LOOK_EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await refreshing;
    },
  };
}
