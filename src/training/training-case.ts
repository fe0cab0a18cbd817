import { normalizeQuestion } from '../answering/create-answerer.ts';
import type { Library } from '../answering/library.ts';
import { placeOfList } from '../answering/lists/list-index.ts';
import type { Candidate } from '../answering/retrieval/candidate.ts';
import { interpretPart } from '../answering/understanding/interpret-part.ts';
import type { Interpretation } from '../answering/understanding/interpret-question.ts';
import { listReadings } from '../answering/understanding/list-readings.ts';
import { splitQuestion } from '../answering/understanding/split-question.ts';
import {
  type EvaluationQuestion,
  type ExpectedNumber,
  listAlternatives,
  listStatuses,
} from '../evaluation/question.ts';
import { BYLINE } from '../knowledge/asked-model.ts';
import { sliceSpan } from '../report/span.ts';
import { labelComputation } from './label-computation.ts';

/** A question with what answers it, as the fitting needs it. */
export type TrainingCase = {
  /** The collection of reports and the question set: cross-validation leaves out whole sets. */
  readonly corpus: string;
  readonly set: string;
  readonly question: EvaluationQuestion;
  readonly asked: Interpretation;
  /** Ids of the candidates that answer; empty when the reports do not say. */
  readonly answers: ReadonlySet<string>;
  /** Ids of the numbers that what is asked for is computed from; empty where nothing is. */
  readonly operands: ReadonlySet<string>;
  /** What is computed of them (see known-computation); null where nothing is. */
  readonly computation: string | null;
  /** The title of the list that answers (`list:START-END`); null where no list does. */
  readonly list: string | null;
};

/** The text of a question as the answering reads it first. */
export const readLikeliest = (question: string, library: Library): string =>
  listReadings(library.lexicon.correctTypos(normalizeQuestion(question)), library)[0];

type CaseContext = { readonly corpus: string; readonly set: string; readonly library: Library };

/**
 * Reads a question as cases for fitting, one for each of the numbers it asks for; none where the outcome may be one or the
 * other. Nothing single answers a list or a computation.
 */
export function toTrainingCases(question: EvaluationQuestion, context: CaseContext): TrainingCase[] {
  const { corpus, set, library } = context;
  const { candidates } = library.weigher.index;
  const { expect } = question;
  const text = readLikeliest(question.question, library);
  // What is to be computed is asked by the whole question, in however many parts.
  const split = 'computed' in expect ? [{ text, context: null }] : splitQuestion(text);
  const parts = split.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
  const answers =
    parts.length > 1 && 'values' in expect && expect.values.length === parts.length
      ? expect.values.map((value) => orNull(findNumber(value, candidates)))
      : parts.length === 1
        ? [findAnswers(question, library)]
        : [];
  const labelled = labelComputation(question, library);
  return parts.flatMap((part, at): TrainingCase[] => {
    const own = answers[at];
    return own
      ? [
          {
            corpus,
            set,
            question,
            asked: interpretPart(part, library),
            answers: own,
            operands: new Set(labelled?.operands ?? []),
            computation: labelled?.computation ?? null,
            list: findList(question, library),
          },
        ]
      : [];
  });
}

function findAnswers({ expect }: EvaluationQuestion, library: Library): ReadonlySet<string> | null {
  const { candidates } = library.weigher.index;
  const statuses = listStatuses(expect);
  if (statuses.length > 1) return null;
  // What has to be asked back has no sure answer.
  if (statuses[0] !== 'answered') return new Set();
  // What has to be reckoned is printed nowhere, and a list is no single sentence.
  if ('computed' in expect || 'includes' in expect) return new Set();
  if ('values' in expect) return orNull(expect.values.flatMap((value) => findNumber(value, candidates)));
  if ('value' in expect) return orNull(findNumber(expect, candidates));
  if (!('quoteIncludes' in expect)) return null;
  if (isOfByline(expect, library)) return new Set();
  const excerpts = expect.quoteIncludes.map(listAlternatives);
  const isOfYear = ({ period }: Candidate): boolean =>
    expect.year === undefined || period === null || period.year === expect.year;
  const said = candidates.filter((candidate) => {
    if (candidate.kind !== 'sentence' || !isOfYear(candidate)) return false;
    const text = sliceOf(candidate);
    return excerpts.every((alternatives) => alternatives.some((excerpt) => text.includes(excerpt)));
  });
  return orNull(said.map(({ id }) => id));
}

/** Whether what is expected stands before or after the text of a report, where it says who wrote it. */
function isOfByline(
  expect: EvaluationQuestion['expect'],
  { knowledge }: Pick<Library, 'knowledge'>,
): boolean {
  if (!('quoteIncludes' in expect) || 'value' in expect) return false;
  const excerpts = [expect.quoteIncludes].flat().map(listAlternatives);
  return knowledge.reports.some(({ report }) =>
    report.exclusions.some((span) =>
      excerpts.every((alternatives) =>
        alternatives.some((excerpt) => sliceSpan(report.source, span).includes(excerpt)),
      ),
    ),
  );
}

/** The list that holds everything expected, and least besides; or the byline. */
function findList({ expect }: EvaluationQuestion, library: Library): string | null {
  const { listables } = library;
  if (isOfByline(expect, library)) return BYLINE;
  if (!('includes' in expect)) return null;
  const { points: count, year, includes } = expect;
  const fitting = listables.filter(
    ({ known, points, period }) =>
      (count === undefined || points.length === count) &&
      (year === undefined || period === null || period.year === year) &&
      includes.every((texts) =>
        listAlternatives(texts).some((text) =>
          points.some((point) => sliceSpan(known.report.source, point).includes(text)),
        ),
      ),
  );
  const [best] = fitting.sort((a, b) => a.points.length - b.points.length || b.depth - a.depth);
  return best ? placeOfList(best) : null;
}

function findNumber({ value, quoteIncludes }: ExpectedNumber, candidates: readonly Candidate[]): string[] {
  const places = listAlternatives(value).map((printed) => quoteIncludes.indexOf(printed));
  const within = places.find((place) => place !== -1);
  if (within === undefined) return [];
  return candidates.flatMap(({ kind, id, span, known }) => {
    if (kind !== 'figure') return [];
    const at = known.report.source.indexOf(quoteIncludes);
    const place = at + within;
    return at !== -1 && span.start <= place && place < span.end ? [id] : [];
  });
}

const sliceOf = ({ known, span }: Candidate): string => known.report.source.slice(span.start, span.end);
const orNull = (ids: readonly string[]): ReadonlySet<string> | null => (ids.length > 0 ? new Set(ids) : null);
