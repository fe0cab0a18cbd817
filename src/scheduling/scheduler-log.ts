import { describeFault, type Log } from '../logging.ts';
import type { SchedulerEvent } from './ports.ts';

/** Writes what the scheduler reports as log lines: ids and reasons, no content. */
export function createSchedulerLog(log: Log): (event: SchedulerEvent) => void {
  return (event) => {
    switch (event.kind) {
      case 'failed':
        log.error('digest.failed', { where: event.detail, ...describeFault(event.cause) });
        return;
      case 'paused':
        log.warn('digest.paused', { subscription: event.subscriptionId, reason: event.detail });
        return;
      case 'unknown':
        log.error('digest.unknown', { ...event.key, reason: event.detail });
        return;
      case 'posted':
      case 'retry':
      case 'skipped':
        log.info(`digest.${event.kind}`, { ...event.key, reason: event.detail });
    }
  };
}
