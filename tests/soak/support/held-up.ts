const LOOK_EVERY_MS = 20;

let sumMs = 0;
let lookedAt = performance.now();

/** How long, all in all, the machine has not let this process run when it would have. */
export function heldUpSoFarMs(): number {
  return sumMs;
}

const looking = setInterval(() => {
  const now = performance.now();
  sumMs += Math.max(0, now - lookedAt - LOOK_EVERY_MS);
  lookedAt = now;
}, LOOK_EVERY_MS);
looking.unref();
