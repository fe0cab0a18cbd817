import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The bot as it is run in production, as a process of its own. */
export type SpawnedBot = {
  readonly port: number;
  /** Ends it without a word, and resolves when it is gone. */
  kill(): Promise<void>;
};

/** Starts the bot and waits until it is ready. */
export async function spawnBot(environment: Readonly<Record<string, string>>): Promise<SpawnedBot> {
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  const said: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        said.push(line);
        if (line.includes('"event":"bot.ready"')) resolve(JSON.parse(line).port);
      });
    }
    void closed.then(() => reject(new Error(`the bot ended before it was ready: ${said.join('\n')}`)));
  });
  return {
    port,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
