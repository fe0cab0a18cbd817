import { z } from 'zod';
import type { Workspace } from '../workspace.ts';

/** An answer of the Web API, always with HTTP status 200, as Slack answers. */
export type ApiAnswer = { readonly ok: boolean; readonly error?: string; readonly [field: string]: unknown };

/** One Web API method: the scope it needs (null for none) and what it does with its raw arguments. */
export type ApiMethod = {
  readonly scope: string | null;
  readonly run: (workspace: Workspace, rawArguments: unknown) => ApiAnswer;
};

/** Defines a method whose arguments are parsed first; wrong ones answer `invalid_arguments` like Slack. */
export function method<Schema extends z.ZodType>(
  scope: string | null,
  schema: Schema,
  run: (workspace: Workspace, args: z.infer<Schema>) => ApiAnswer,
): ApiMethod {
  return {
    scope,
    run(workspace, rawArguments) {
      const parsed = schema.safeParse(rawArguments);
      if (parsed.success) return run(workspace, parsed.data);
      const messages = parsed.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`,
      );
      return failure('invalid_arguments', messages);
    },
  };
}

/** A refusal with Slack's error code and, where there is more to say, Slack's `response_metadata.messages`. */
export function failure(error: string, messages: readonly string[] = []): ApiAnswer {
  return { ok: false, error, ...(messages.length === 0 ? {} : { response_metadata: { messages } }) };
}

/** An argument that arrives as JSON text in a form, or as it is in a JSON body. Broken JSON stays text. */
export const jsonArgument = z.unknown().transform((value) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
});

export const integerArgument = z.coerce.number().int();
