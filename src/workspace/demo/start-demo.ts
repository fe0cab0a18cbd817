import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnswerThread, startAnswerThread } from '../../answers/answer-thread.ts';
import { readKnowledgeFiles } from '../../loading/read-knowledge-files.ts';
import type { Log } from '../../logging.ts';

/** A Thursday in the year the first report sets targets for, so that the next Monday brings a digest. */
const START_AT = new Date('2019-06-20T10:00:00+08:00');

const PROJECT_DIR = fileURLToPath(new URL('../../../', import.meta.url));

export type DemoOptions = {
  readonly port: number;
  readonly log: Log;
  /** The manifest the bot is installed with; the project's own unless told otherwise. */
  readonly manifestFile?: string;
  /** Answers from the project's own reports unless handed in; closed by whoever started it. */
  readonly answers?: AnswerThread;
  /** Told the page's address as soon as it can be opened. */
  readonly onOpen?: (url: string) => void;
  /** Told what is being done until the bot is there. */
  readonly onStage?: (stage: string) => void;
};

/** Starts the local workspace with the real bot behind it. */
export async function startDemo({ port, log, answers: given, ...options }: DemoOptions) {
  // The knowledge is built on its own thread while this one loads and starts everything else.
  const answers =
    given ??
    startAnswerThread({
      files: readKnowledgeFiles({
        seedsDir: join(PROJECT_DIR, 'seeds'),
        knowledgeDir: join(PROJECT_DIR, 'knowledge'),
      }),
      log,
    });
  const closeAnswers = async () => {
    if (!given) await answers.close();
  };
  try {
    const workspace = await openWorkspace({ ...options, port, log, answers });
    return {
      url: workspace.url,
      async stop(): Promise<void> {
        await workspace.stop();
        await closeAnswers();
      },
    };
  } catch (error) {
    await closeAnswers();
    throw error;
  }
}

type WorkspaceParts = DemoOptions & { readonly answers: AnswerThread };

async function openWorkspace({ port, log, answers, manifestFile, ...told }: WorkspaceParts) {
  const [{ createWorkspaceClock }, { parseManifest }, { startWorkspace }, { readSuggestions }, bot] =
    await Promise.all([
      import('../server/clock.ts'),
      import('../server/manifest.ts'),
      import('../server/start-workspace.ts'),
      import('./read-suggestions.ts'),
      import('./run-bot.ts'),
    ]);
  const manifest = manifestFile ?? join(PROJECT_DIR, 'manifest.yml');
  const clock = createWorkspaceClock(START_AT);
  // Made up for this run: nobody else can speak to the bot in the workspace's name.
  const signingSecret = randomUUID();
  const botToken = `xoxb-${randomUUID()}`;
  return startWorkspace({
    port,
    clock,
    signingSecret,
    botToken,
    manifest: parseManifest(await readFile(manifest, 'utf8'), manifest),
    suggestions: readSuggestions(),
    runner: bot.createBotRunner({
      clock,
      signingSecret,
      botToken,
      projectDir: PROJECT_DIR,
      log,
      answers,
    }),
    ...told,
  });
}
