import { readFile } from 'node:fs/promises';
import { createWorkspaceClock } from '../../../src/workspace/server/clock.ts';
import { parseManifest } from '../../../src/workspace/server/manifest.ts';
import { startWorkspace } from '../../../src/workspace/server/start-workspace.ts';
import { BOT_TOKEN, SIGNING_SECRET, startSamplerBot } from './sampler-bot.ts';

export type SamplerOptions = {
  /** What the bot waits for before it starts the first time. */
  readonly held?: Promise<void>;
  readonly onOpen?: (url: string) => void;
  readonly onStage?: (stage: string) => void;
};

/** Starts a workspace with the sampler bot behind it, on free ports. */
export async function startSampler({ held: first = Promise.resolve(), ...told }: SamplerOptions = {}) {
  const file = new URL('./sampler-manifest.yml', import.meta.url);
  const clock = createWorkspaceClock(new Date('2019-06-20T10:00:00+08:00'));
  let bot: Awaited<ReturnType<typeof startSamplerBot>> | undefined;
  const clockMoves: Date[] = [];
  let isBroken = false;
  let held = first;
  const workspace = await startWorkspace({
    port: 0,
    clock,
    manifest: parseManifest(await readFile(file, 'utf8'), 'sampler-manifest.yml'),
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    suggestions: [{ title: '各种块', why: '每种块各一个', text: '/sampler 块' }],
    runner: {
      async start(slackApiUrl, say) {
        say('正在等样例机器人……');
        await held;
        if (isBroken) throw new Error('no bot today');
        bot = await startSamplerBot(slackApiUrl);
        return bot.eventsUrl;
      },
      stop: async () => {
        await bot?.stop();
        bot = undefined;
      },
      clockMoved: async (now) => {
        clockMoves.push(now);
      },
      explain: async (question) => `问题:${question}`,
    },
    ...told,
  });
  return {
    ...workspace,
    clock,
    clockMoves,
    /** From now on a bot that starts waits, until the function returned is called. */
    holdBot(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    /** From now on the bot does not start, or does again. */
    breakBot(broken: boolean): void {
      isBroken = broken;
    },
  };
}
