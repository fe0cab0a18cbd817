import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../logging.ts';
import { createWorkspaceClock } from '../server/clock.ts';
import { parseManifest } from '../server/manifest.ts';
import { startWorkspace } from '../server/start-workspace.ts';
import { readSuggestions } from './read-suggestions.ts';
import { createBotRunner } from './run-bot.ts';

/** A Thursday in the year the first report sets targets for, so that the next Monday brings a digest. */
const START_AT = new Date('2019-06-20T10:00:00+08:00');

export type DemoOptions = {
  readonly port: number;
  readonly log: Log;
  /** The manifest the bot is installed with; the project's own unless told otherwise. */
  readonly manifestFile?: string;
};

/** Starts the local workspace with the real bot behind it. */
export async function startDemo({ port, log, manifestFile }: DemoOptions) {
  const projectDir = fileURLToPath(new URL('../../../', import.meta.url));
  const manifest = manifestFile ?? join(projectDir, 'manifest.yml');
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
    runner: createBotRunner({ clock, signingSecret, botToken, projectDir, log }),
  });
}
