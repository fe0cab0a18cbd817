import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the bot's own process before anything else of it (`node --import`), so that the bot that is attacked is
 * the bot that is shipped: gives it a clock that can be moved, and tells its parent how long its event loop stood still
 * and how much memory it takes. The parent speaks to it over the channel that `spawn` opens.
 */

/** From the parent: move the clock, begin to watch the event loop, tell the memory. */
export type ProbeOrder =
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'watch' }
  | { readonly kind: 'memory' };

/** To the parent. `cpuMs` is the part of a stall in which the thread computed; the rest it was not let run. */
export type ProbeReport =
  | { readonly kind: 'stall'; readonly ms: number; readonly cpuMs: number }
  | { readonly kind: 'memory'; readonly rssBytes: number; readonly heapBytes: number };

const LOOK_EVERY_MS = 10;

/** Shorter ones are what every piece of work takes. */
const REPORTED_FROM_MS = 50;

let offsetMs = Number(process.env.PROBE_CLOCK_OFFSET_MS ?? 0);

function moveClock(): void {
  const RealDate = Date;
  const now = () => RealDate.now() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}

function watchEventLoop(): void {
  let lookedAt = performance.now();
  let cpu = process.threadCpuUsage();
  const looking = setInterval(() => {
    const ms = performance.now() - lookedAt - LOOK_EVERY_MS;
    const used = process.threadCpuUsage(cpu);
    if (ms >= REPORTED_FROM_MS) {
      tell({ kind: 'stall', ms, cpuMs: Math.min(ms, (used.user + used.system) / 1_000) });
    }
    lookedAt = performance.now();
    cpu = process.threadCpuUsage();
  }, LOOK_EVERY_MS);
  looking.unref();
}

function tellMemory(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  tell({ kind: 'memory', rssBytes: rss, heapBytes: heapUsed });
}

function tell(report: ProbeReport): void {
  if (process.connected) process.send?.(report);
}

if (isMainThread && process.send) {
  moveClock();
  process.on('message', (order: ProbeOrder) => {
    if (order.kind === 'clock') offsetMs = order.offsetMs;
    else if (order.kind === 'watch') watchEventLoop();
    else tellMemory();
  });
  // Only the bot's own work keeps it alive.
  process.channel?.unref();
}
