import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A lock on a SQLite file, held by a real second process. */
export type HeldLock = { release(): Promise<void> };

export async function lockByOtherProcess(file: string): Promise<HeldLock> {
  const child = spawn(process.execPath, ['tests/storage/support/hold-lock.ts', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async release() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
