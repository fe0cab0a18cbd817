import { type EvaluationQuestion, QUESTION_KINDS } from '../evaluation/question.ts';
import {
  computeRates,
  type Rates,
  type ScoredQuestion,
  type Tally,
  tallyBy,
  tallyScores,
} from '../evaluation/tally.ts';

/** One question file with its scores. */
export type EvaluatedPart = { readonly name: string; readonly scored: readonly ScoredQuestion[] };

const COLUMNS = [
  'asked',
  'right 1st',
  'right in 3',
  'wrong year',
  'wrong refusal',
  'missed refusal',
  'stray digits',
  'quotes exact',
] as const;
const NAME_WIDTH = 13;

/** The tables a person reads: every part by kind and by way of typing, then how far the parts lie apart. */
export function formatReport(parts: readonly EvaluatedPart[]): string {
  return [...parts.map(formatPart), ...formatGap(parts)].join('\n\n');
}

function formatPart({ name, scored }: EvaluatedPart): string {
  return [
    `${name} (${scored.length} questions)`,
    formatRow('kind', COLUMNS),
    ...formatTallies(
      tallyBy(scored, (question) => question.kind),
      QUESTION_KINDS,
    ),
    formatRow('all', formatCells(tallyScores(scored))),
    '',
    formatRow('typing', COLUMNS),
    ...formatTallies(tallyBy(scored, typingOf)),
  ].join('\n');
}

function typingOf(question: EvaluationQuestion): string {
  return question.typing ?? 'plain';
}

function formatTallies(
  tallies: ReadonlyMap<string, Tally>,
  order: readonly string[] = [...tallies.keys()].sort(),
): readonly string[] {
  return order.flatMap((key) => {
    const tally = tallies.get(key);
    return tally === undefined ? [] : [formatRow(key, formatCells(tally))];
  });
}

function formatCells(tally: Tally): readonly string[] {
  const rates = computeRates(tally);
  return [
    String(tally.asked),
    formatRate(rates.rightFirst),
    formatRate(rates.rightInThree),
    formatShare(tally.wrongYear, tally.withYear),
    formatShare(tally.wrongRefusal, tally.answerable),
    formatShare(tally.missedRefusal, tally.unanswerable),
    formatShare(tally.withStrayNumerals, tally.asked),
    formatShare(tally.quotes - tally.brokenQuotes, tally.quotes),
  ];
}

function formatRow(name: string, cells: readonly string[]): string {
  const padded = cells.map((cell, index) => cell.padStart((COLUMNS[index] ?? cell).length));
  return [name.padEnd(NAME_WIDTH), ...padded].join('  ');
}

function formatRate(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`;
}

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '-' : `${part}/${whole}`;
}

function formatGap(parts: readonly EvaluatedPart[]): readonly string[] {
  const gap = computeGap(parts);
  if (gap === null) return [];
  const points = Object.entries(gap.rates).map(
    ([rate, difference]) => `  ${rate} ${difference < 0 ? '' : '+'}${(difference * 100).toFixed(1)} points`,
  );
  return [[`gap (${gap.of})`, ...points].join('\n')];
}

/** The second part's rates minus the first's, when there are exactly two: tuning that outran understanding. */
function computeGap(parts: readonly EvaluatedPart[]): { readonly of: string; readonly rates: Rates } | null {
  const [seen, unseen, ...more] = parts;
  if (seen === undefined || unseen === undefined || more.length > 0) return null;
  const before = computeRates(tallyScores(seen.scored));
  const after = computeRates(tallyScores(unseen.scored));
  return {
    of: `${unseen.name} minus ${seen.name}`,
    rates: {
      rightFirst: after.rightFirst - before.rightFirst,
      rightInThree: after.rightInThree - before.rightInThree,
      wrongYear: after.wrongYear - before.wrongYear,
      wrongRefusal: after.wrongRefusal - before.wrongRefusal,
      missedRefusal: after.missedRefusal - before.missedRefusal,
      strayNumerals: after.strayNumerals - before.strayNumerals,
      quoteFidelity: after.quoteFidelity - before.quoteFidelity,
    },
  };
}

/** The same figures as data, for scripts. */
export function summarizeParts(parts: readonly EvaluatedPart[]): unknown {
  const summarize = (tally: Tally): unknown => ({ ...tally, rates: computeRates(tally) });
  const summarizeBy = (
    scored: readonly ScoredQuestion[],
    keyOf: (question: EvaluationQuestion) => string,
  ): unknown =>
    Object.fromEntries([...tallyBy(scored, keyOf)].map(([key, tally]) => [key, summarize(tally)]));
  return {
    parts: parts.map(({ name, scored }) => ({
      name,
      all: summarize(tallyScores(scored)),
      kinds: summarizeBy(scored, (question) => question.kind),
      typing: summarizeBy(scored, typingOf),
    })),
    gap: computeGap(parts),
  };
}

/** The questions that went wrong, with what was expected and what came. */
export function formatFailures({ name, scored }: EvaluatedPart): string {
  const failures = scored.filter(
    ({ score }) => !score.rightFirst || score.strayNumerals.length > 0 || score.brokenQuotes.length > 0,
  );
  return [`${name}: ${failures.length} to look at`, ...failures.map(formatFailure)].join('\n');
}

function formatFailure({ question, answer, score }: ScoredQuestion): string {
  const faults = [
    ...(score.rightFirst ? [] : ['wrong']),
    ...(!score.rightFirst && score.rightInThree ? ['right in 3'] : []),
    ...(score.wrongYear ? ['wrong year'] : []),
    ...(score.wrongRefusal ? ['wrong refusal'] : []),
    ...(score.missedRefusal ? ['missed refusal'] : []),
    ...score.strayNumerals.map((numeral) => `stray ${numeral}`),
    ...score.brokenQuotes.map((quote) => `broken quote ${JSON.stringify(quote)}`),
  ];
  const [first] = answer.answers;
  const got =
    first === undefined
      ? `${answer.status}: ${answer.message ?? ''}`
      : `${answer.status} ${first.kind}: ${first.text}`;
  return [
    `${question.id}  ${JSON.stringify(question.question)}  [${faults.join(', ')}]`,
    `  expected ${JSON.stringify(question.expect)}`,
    `  got      ${got}`,
  ].join('\n');
}
