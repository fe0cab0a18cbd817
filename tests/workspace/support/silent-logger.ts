import { type Logger, LogLevel } from '@slack/web-api';

const ignore = () => undefined;

/** Refusals are what many tests are about; the packages need not print them. */
export const SILENT_LOGGER: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
};
