import { existsSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { adviseSetup } from '../setup-advice.ts';

/** Exit status for input that cannot be used, as with other command-line tools. */
export const EXIT_BAD_INPUT = 2;

/** Settings of the bot on this machine, read like the bot reads them. */
const ENV_FILE = '.env';

/**
 * Runs a command. A fault of ours becomes one clear line: status 2 for bad input, 1 for anything that is not the
 * caller's doing. Defects keep their stack.
 */
export async function runCommand(
  name: string,
  main: (argv: readonly string[]) => Promise<void> | void,
): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Faults of setting up are told in both languages, as by the bot itself.
    console.error(`${name}: ${error.message}\n${adviseSetup(error.code)}`.trimEnd());
    process.exitCode = error.code === 'input_invalid' ? EXIT_BAD_INPUT : 1;
  }
}

/** Calls a parser of arguments and turns what it throws into one line. */
export function readArguments<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'bad arguments';
    // What Node adds, how to write an argument that begins with a dash, is long and breaks off behind npm.
    const detail = message.split(/\n|\. (?=To specify )/u)[0];
    throw new AppError('input_invalid', `${detail}; npm run ${name} -- --help lists the options`, { cause });
  }
}

/** Refuses arguments beyond those a command takes: what is not understood is not left out in silence. */
export function refuseMore(name: string, extra: readonly string[]): void {
  if (extra.length === 0) return;
  throw new AppError(
    'input_invalid',
    `“${extra.join(' ')}” is more than the command takes; npm run ${name} -- --help lists the options`,
  );
}
