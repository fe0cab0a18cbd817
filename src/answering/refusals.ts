import type { AbstainReason, Choice, NearPlace } from './answer.ts';

/** What comes of one question before it is dressed as an answer: a refusal or a question back. */
export type Refusal = {
  readonly status: 'abstained';
  readonly reason: AbstainReason;
  readonly message: string;
  readonly missing: readonly string[];
  readonly nearest: readonly NearPlace[];
};

export type Clarification = {
  readonly status: 'clarify';
  readonly message: string;
  readonly choices: readonly Choice[];
};

/** An answer before anything is told by it. */
export const NOTHING = { answers: [], missing: [], nearest: [], choices: [] } as const;

/** A refusal for a stated reason. */
export function refuse(
  reason: AbstainReason,
  message: string,
  found: { readonly missing?: readonly string[]; readonly nearest?: readonly NearPlace[] } = {},
): Refusal {
  return { status: 'abstained', reason, message, missing: found.missing ?? [], nearest: found.nearest ?? [] };
}
