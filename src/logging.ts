/** Most severe first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Facts about what happened. Ids, codes and counts only: never question texts, tokens or response URLs. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes what happened, one line of JSON each. `event` is a stable name such as `question.answered`. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>;

export type LogOptions = {
  readonly level: LogLevel;
  readonly now: () => Date;
  readonly write: (line: string) => void;
};

/** Slack's tokens (`xoxb-…`, `xapp-…`) and response URLs, wherever they stand. */
const SECRETS = /xox[a-z.]+-[\w-]+|xapp-[\w-]+|https:\/\/hooks\.slack\.com\/\S+/gu;

export function createLog({ level, now, write }: LogOptions): Log {
  const writer = (lineLevel: LogLevel) => (event: string, fields?: LogFields) => {
    if (LOG_LEVELS.indexOf(lineLevel) > LOG_LEVELS.indexOf(level)) return;
    const line = JSON.stringify({ time: now().toISOString(), level: lineLevel, event, ...fields });
    write(`${line.replace(SECRETS, '[secret]')}\n`);
  };
  return { error: writer('error'), warn: writer('warn'), info: writer('info'), debug: writer('debug') };
}

/** Longest detail of a fault in a line; what stands in for an answer may be a whole page. */
const MAX_DETAIL = 300;

/** The stable code of a fault and, for refusals by Slack, Slack's own error name. */
export function describeFault(error: unknown): LogFields {
  if (!(error instanceof Error)) return { code: 'unknown', detail: typeof error };
  const cause = error.cause instanceof Error ? { cause: `${error.cause.name}: ${error.cause.message}` } : {};
  return { code: readCode(error) ?? error.name, detail: error.message.slice(0, MAX_DETAIL), ...cause };
}

function readCode(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
