/** How often to look whether the shell that started this process is still there. */
const LOOK_EVERY_MS = 500;

/** Noted at once: the parent may be gone before anybody asks. */
const startedBy = process.ppid;

/**
 * Calls `stop` when the process is told to end, which it may be several times.
 *
 * npm runs a script in a shell, passes SIGTERM on to that shell, and the shell ends without a word to what it runs. So a
 * process that npm started also stops when its shell is gone. (`exec` in the script would do the same, but not on
 * Windows.) Any other process outlives the one that started it, as `nohup` and supervisors expect.
 */
export function onStopSignal(stop: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const looking = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(looking);
    stop();
  }, LOOK_EVERY_MS);
  looking.unref();
}
