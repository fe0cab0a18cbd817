import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ReplicaTask } from './replica.ts';

const PROGRAM = fileURLToPath(new URL('./replica.ts', import.meta.url));

export type Replica = {
  /** Lines it said so far. */
  readonly lines: readonly string[];
  begin(): void;
  /** Resolves when it said a line, or at once if it did before. */
  said(line: RegExp): Promise<void>;
  kill(): void;
  /** The signal it ended by, or null when it ended by itself without fault. */
  ended(): Promise<NodeJS.Signals | null>;
};

/** Starts a process of its own and waits until it has opened the database. */
export async function spawnReplica(
  task: Pick<ReplicaTask, 'location'> & Partial<ReplicaTask>,
): Promise<Replica> {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM], {
    env: {
      ...process.env,
      REPLICA: JSON.stringify({ slackUrl: '', now: '', dieAt: null, writesEntries: false, ...task }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const check of waiting) check();
  };
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
  const ending = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('close', (code, signal) => {
      wake();
      if (signal || code === 0) resolve(signal);
      else reject(new Error(`the replica ended with status ${code}: ${errors.join('')}`));
    });
  });
  ending.catch(() => undefined);

  const replica: Replica = {
    lines,
    begin: () => child.stdin?.write('go\n'),
    said(pattern) {
      return new Promise((resolve, reject) => {
        const check = () => {
          if (lines.some((line) => pattern.test(line))) {
            waiting.delete(check);
            resolve();
          } else if (child.exitCode !== null || child.signalCode !== null) {
            waiting.delete(check);
            reject(new Error(`the replica ended without saying ${pattern}: ${errors.join('')}`));
          }
        };
        waiting.add(check);
        check();
      });
    },
    kill: () => child.kill('SIGKILL'),
    ended: () => ending,
  };
  await replica.said(/^ready$/);
  return replica;
}
