import type { Answer, NearPlace } from '../answer.ts';

/** What one report, or the newest of a series that tells it, says to a question. */
export type ReportAnswer = {
  readonly answer: Answer;
  /** How sure its best candidate is, from 0 to 1. */
  readonly probability: number;
  /** How many characters of the words that say what is asked about stand nowhere in the report. */
  readonly strange: number;
  /** Whether it was understood as going on from the question before. */
  readonly goesOn?: boolean;
};

/** Reports whose answers are shown side by side. */
const MAX_SHOWN = 3;
const MAX_NEAREST = 3;
/** A number or sentence this sure needs no other report's leave. */
const CERTAIN = 0.95;

/**
 * Joins what several reports say: the first answer of each side by side, the surest report first, then what else the
 * first ones say. Where none answers, the one that comes nearest speaks, with the nearest sentences of all.
 */
export function mergeAnswers(said: readonly [ReportAnswer, ...ReportAnswer[]]): Answer {
  const ordered = said.toSorted((a, b) => b.probability - a.probability);
  const answered = ordered.filter((each) => isMeant(each, said)).slice(0, MAX_SHOWN);
  const [surest] = answered;
  if (!surest) return mergeRefusals(ordered, said[0]);
  if (answered.length === 1) return surest.answer;
  const longest = Math.max(...answered.map(({ answer }) => answer.answers.length));
  return {
    ...surest.answer,
    answers: Array.from({ length: longest }, (_, rank) =>
      answered.flatMap(({ answer }) => answer.answers[rank] ?? []),
    ).flat(),
    missing: surest.answer.missing,
  };
}

/**
 * Whether a report answers and is meant: one that prints fewer of the question's words than another is not, whatever it
 * makes of the rest. Lists and computations have their own proof, so that only another answer tells against them.
 */
function isMeant({ answer, probability, strange }: ReportAnswer, said: readonly ReportAnswer[]): boolean {
  if (answer.status !== 'answered') return false;
  const kind = answer.answers[0]?.kind;
  const isProved = kind === 'section' || kind === 'comparison';
  if (!isProved && probability >= CERTAIN) return true;
  return !said.some((other) => other.strange < strange && (other.answer.status === 'answered' || !isProved));
}

function mergeRefusals(ordered: readonly ReportAnswer[], fallback: ReportAnswer): Answer {
  const [nearest = fallback] = ordered;
  const unclear = ordered.find(({ answer }) => answer.status === 'clarify');
  if (unclear) return unclear.answer;
  const others = ordered.filter((each) => each !== nearest).map(({ answer }) => answer);
  // What one report does not print, another may.
  const isMissing = (word: string): boolean => others.every(({ missing }) => missing.includes(word));
  return {
    ...nearest.answer,
    missing: nearest.answer.missing.filter(isMissing),
    nearest: interleave(ordered.map(({ answer }) => answer.nearest)).slice(0, MAX_NEAREST),
  };
}

/** The first of each list, then the second of each. */
function interleave(lists: readonly (readonly NearPlace[])[]): NearPlace[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
