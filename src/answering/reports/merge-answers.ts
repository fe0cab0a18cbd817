import type { Answer, AnswerItem, CataloguedReport, NearPlace } from '../answer.ts';
import { placeOf } from '../quotes.ts';
import { splitQuestion } from '../understanding/split-question.ts';
import { ownPlace } from './name-reports.ts';

/** What one report, or the newest of a series that tells it, says to a question. */
export type ReportAnswer = {
  readonly answer: Answer;
  /** How sure its best candidate is, from 0 to 1. */
  readonly probability: number;
  /** How many characters of the words that say what is asked about stand nowhere in the report. */
  readonly strange: number;
  /** What its best candidate explains of the question; read once, where several reports answer. Absent for what was not weighed. */
  readonly explains?: () => Explanation;
  /** Whether it was understood as going on from the question before. */
  readonly goesOn?: boolean;
  /** The report it is of, or the newest of its series, where several are asked. */
  readonly known?: Pick<CataloguedReport, 'places' | 'year'>;
};

/** How much of a question a candidate explains, each from 0 to 1. The same of all reports, unlike how sure each is. */
export type Explanation = {
  /** What the words of its sentence explain. */
  readonly said: number;
  /** How well the question calls it by its name. */
  readonly called: number;
};

/** The first answer to each part of a question, which may be all one. */
export function firstOfParts(question: string, answers: readonly AnswerItem[]): readonly AnswerItem[] {
  const [first] = answers;
  const isOne = first?.kind === 'comparison' || (first && 'marks' in first && first.marks.length > 1);
  return answers.slice(0, isOne ? 1 : splitQuestion(question).length);
}

/** Reports whose answers are shown side by side. */
const MAX_SHOWN = 3;
const MAX_NEAREST = 3;
/** A number or sentence this sure needs no other report's leave to use words of its own. */
const CERTAIN = 0.95;
/**
 * How much more of the question the words of one report have to explain before another is not meant, times and at least.
 * Chosen on 1,945 questions about the shipped report and ten others, each pair loaded together: of the wrong answers of the report
 * that was not meant 162 are left out so, and no right one; by words that are not printed alone it was 102, and two.
 */
const OUTWEIGHS = { times: 1.4, least: 0.04 } as const;
/** As much as this is enough where it prints more of the words that are asked about. */
const NEARLY_AS_MUCH = 0.65;

/**
 * Joins what several reports say: the first answer of each side by side, the report first whose words explain most (of one
 * place the newest), then what else the first ones say. Where none answers, the one that comes nearest speaks, with the
 * nearest sentences of all.
 */
export function mergeAnswers(said: readonly [ReportAnswer, ...ReportAnswer[]]): Answer {
  const [first, ...others] = said;
  if (others.length === 0) return first.answer;
  const answered = newestFirst(
    said
      .filter((each) => isMeant(each, said))
      .sort((a, b) => saidBy(b) + calledBy(b) - saidBy(a) - calledBy(a) || b.probability - a.probability)
      .slice(0, MAX_SHOWN),
  );
  const [best] = answered;
  if (!best)
    return mergeRefusals(
      said.toSorted((a, b) => b.probability - a.probability),
      first,
    );
  if (answered.length === 1) return best.answer;
  const longest = Math.max(...answered.map(({ answer }) => answer.answers.length));
  // What one of them says to be nowhere, another may tell.
  const { message, ...told } = best.answer;
  const missing = told.missing.filter((word) =>
    answered.every(({ answer }) => answer.missing.includes(word)),
  );
  const isTold = told.missing.length > 0 && missing.length === 0;
  return {
    ...told,
    ...(message === undefined || isTold ? {} : { message }),
    missing,
    answers: Array.from({ length: longest }, (_, rank) =>
      answered.flatMap(({ answer }) => answer.answers[rank] ?? []),
    ).flat(),
  };
}

/** Reports on one place together, the newest of them first. */
function newestFirst(answered: readonly ReportAnswer[]): readonly ReportAnswer[] {
  const placed = ({ known }: ReportAnswer): string => (known ? ownPlace(known) : '');
  const firstOf = (one: ReportAnswer): number => answered.findIndex((other) => placed(other) === placed(one));
  const yearOf = (one: ReportAnswer): number => (placed(one) === '' ? 0 : (one.known?.year ?? 0));
  return answered.toSorted((a, b) => firstOf(a) - firstOf(b) || yearOf(b) - yearOf(a));
}

/** What it explains, read when it is first asked for: most refusals are never set against an answer. */
const saidBy = ({ explains }: ReportAnswer): number => explains?.().said ?? 0;
const calledBy = ({ explains }: ReportAnswer): number => explains?.().called ?? 0;

const isList = ({ answer }: ReportAnswer): boolean => answer.answers[0]?.kind === 'section';

const isAnswered = ({ answer }: ReportAnswer): boolean => answer.status === 'answered';

/** Whether a report answers and is meant: no other one explains clearly more of the question, or as much in its own words. */
function isMeant(one: ReportAnswer, all: readonly ReportAnswer[]): boolean {
  if (!isAnswered(one)) return false;
  const kind = one.answer.answers[0]?.kind;
  const isCertain = kind !== 'section' && kind !== 'comparison' && one.probability >= CERTAIN;
  return !all.some((other) =>
    isAnswered(other)
      ? outweighs(other, one) ||
        (!isCertain && other.strange < one.strange && saidBy(other) >= saidBy(one) * NEARLY_AS_MUCH)
      : other.strange < one.strange && saidBy(other) >= saidBy(one),
  );
}

/** A list is asked for in words of people's own more often than a number, so that one list outweighs no other. */
const outweighs = (other: ReportAnswer, one: ReportAnswer): boolean =>
  !(isList(one) && isList(other)) &&
  other.strange <= one.strange &&
  saidBy(other) >= saidBy(one) * OUTWEIGHS.times &&
  saidBy(other) - saidBy(one) >= OUTWEIGHS.least;

/** Refuses as the report does that comes nearest; what others answered, and is not meant, stands among the nearest. */
function mergeRefusals(ordered: readonly ReportAnswer[], fallback: ReportAnswer): Answer {
  const refused = ordered.filter((each) => !isAnswered(each));
  const [nearest = fallback] = refused;
  const unclear = refused.find(({ answer }) => answer.status === 'clarify');
  if (unclear) return unclear.answer;
  const others = refused.filter((each) => each !== nearest).map(({ answer }) => answer);
  // What one report does not print, another may.
  const isMissing = (word: string): boolean => others.every(({ missing }) => missing.includes(word));
  return {
    ...nearest.answer,
    missing: nearest.answer.missing.filter(isMissing),
    nearest: interleave(
      ordered.map(({ answer }) => [...answer.answers.map(placeOf), ...answer.nearest]),
    ).slice(0, MAX_NEAREST),
  };
}

/** The first of each list, then the second of each. */
function interleave(lists: readonly (readonly NearPlace[])[]): NearPlace[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
