import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** More than this many broken lines are counted, not listed. */
const MAX_LISTED = 20;

/**
 * Parses JSON lines against a schema, blank lines left out. `line` counts from 1.
 *
 * @throws AppError naming file, line and reason of every line that does not fit
 */
export function readJsonLines<Value>(
  text: string,
  { file, schema }: { readonly file: string; readonly schema: z.ZodType<Value> },
): { readonly line: number; readonly value: Value }[] {
  const values: { line: number; value: Value }[] = [];
  const problems: string[] = [];
  for (const [index, source] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (source.trim() === '') continue;
    const parsed = schema.safeParse(parseJson(source));
    if (parsed.success) values.push({ line: index + 1, value: parsed.data });
    else problems.push(`${file}:${index + 1}: ${describeProblem(parsed.error)}: ${source.slice(0, 60)}`);
  }
  if (problems.length === 0) return values;
  const unlisted = problems.length - MAX_LISTED;
  throw new AppError(
    'input_invalid',
    [...problems.slice(0, MAX_LISTED), ...(unlisted > 0 ? [`and ${unlisted} more broken lines`] : [])].join(
      '\n',
    ),
  );
}

/** The value of a line, or undefined where it is no JSON; no schema of lines accepts undefined. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describeProblem(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
