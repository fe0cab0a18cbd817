import { type Logger as SlackLogger, LogLevel as SlackLogLevel } from '@slack/bolt';
import type { Log, LogLevel } from '../logging.ts';

/**
 * Passes what the Slack packages log on to `log`. Their debug lines hold whole payloads, people's words among
 * them, so nothing below `info` goes through whatever the level; of errors only name, code and message do.
 */
export function createSlackLogger(log: Log): SlackLogger {
  const pass =
    (level: LogLevel) =>
    (...parts: unknown[]) => {
      log[level]('slack.library', { detail: parts.map(describePart).join(' ') });
    };
  return {
    debug: () => {},
    info: pass('info'),
    warn: pass('warn'),
    error: pass('error'),
    setLevel: () => {},
    getLevel: () => SlackLogLevel.INFO,
    setName: () => {},
  };
}

function describePart(part: unknown): string {
  if (part instanceof Error) return `${part.name}: ${part.message}`;
  return typeof part === 'string' ? part : typeof part;
}
