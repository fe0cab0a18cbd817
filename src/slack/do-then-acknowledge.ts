import type { AckFn } from '@slack/bolt';

/** When a press is acknowledged at the latest. Slack shows its own error after three seconds. */
const ACK_DEADLINE_MS = 2_000;

/**
 * Does what has to be durable before Slack is told that a press arrived: should the process end meanwhile, the person
 * sees Slack's error at the button and presses again. What takes longer than Slack waits is acknowledged before it is
 * done; what came of it is told afterwards in any case.
 */
export async function doThenAcknowledge<Result>(
  ack: AckFn<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  let acknowledged: Promise<void> | undefined;
  const acknowledge = () => {
    // The press is worked on although Slack could not be told; it may come again, and then finds it done.
    acknowledged ??= ack().catch(() => undefined);
    return acknowledged;
  };
  const timer = setTimeout(() => void acknowledge(), ACK_DEADLINE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await acknowledge();
  }
}
