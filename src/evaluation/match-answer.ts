import type { AnswerItem, ComparisonAnswer } from '../answering/answer.ts';
import type { Sources } from './evidence.ts';
import { indexOfValue } from './numerals.ts';
import {
  type ComparisonExpectation,
  type Expectation,
  type ExpectedNumber,
  listAlternatives,
  type NumbersExpectation,
  type SectionExpectation,
} from './question.ts';

/**
 * Whether answers meet an expectation of content. Only the first answer counts for a single thing; several numbers
 * may be spread over the first `within` answers, the first of which must carry one of them.
 */
export function meetsExpectation(
  items: readonly AnswerItem[],
  expectation: Expectation,
  sources: Sources,
): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if ('values' in expectation) return meetsNumbers(items, expectation, sources);
  if ('value' in expectation) return isExactNumber(first, expectation, sources);
  if ('computed' in expectation) return isComputation(first, expectation);
  if ('includes' in expectation) return isSection(first, expectation);
  if ('quoteIncludes' in expectation) return includesEach([first.quote], expectation.quoteIncludes);
  return true;
}

/** The number singled out, with its unit and qualifier, at its own place in the report. */
function isExactNumber(item: AnswerItem, expected: ExpectedNumber, sources: Sources): boolean {
  if (item.kind === 'comparison') return isPickedByComparison(item, expected);
  if (item.kind !== 'figure' && item.kind !== 'target') return false;
  return (
    listAlternatives(expected.value).includes(item.value) &&
    listAlternatives(expected.unit).includes(item.unit) &&
    (expected.qualifier === undefined || item.qualifier === expected.qualifier) &&
    pointsAt(item, expected, sources)
  );
}

/**
 * The largest or smallest of several is one of the report's numbers, found by comparing: it is the result, or the first of
 * two of which the sentence says that it is more or less than the other (`45.35亿元比…`).
 */
function isPickedByComparison(
  { computed, text, inputs }: ComparisonAnswer,
  expected: ExpectedNumber,
): boolean {
  return inputs.some(
    ({ value, unit, qualifier }, at) =>
      listAlternatives(expected.value).includes(value) &&
      ((indexOfValue(computed, value) !== -1 &&
        listAlternatives(expected.unit).some((each) => computed.includes(each))) ||
        (at === 0 &&
          listAlternatives(expected.unit).includes(unit) &&
          text.includes(`${value}${qualifier}${unit}比`))),
  );
}

function meetsNumbers(
  items: readonly AnswerItem[],
  expectation: NumbersExpectation,
  sources: Sources,
): boolean {
  const shown = items.slice(0, expectation.within ?? 1);
  const carries = (item: AnswerItem): boolean =>
    expectation.values.some((value) => isShown(item, value, sources));
  return (
    shown.slice(0, 1).some(carries) &&
    expectation.values.every((value, index) =>
      shown.some(
        (item) =>
          isShown(item, value, sources) &&
          (value.mustNear === undefined || isOwnedBy(item.text, expectation, index)),
      ),
    )
  );
}

/** A number among others: alone in its answer, or read in the sentence and marked at its place. */
function isShown(item: AnswerItem, expected: ExpectedNumber, sources: Sources): boolean {
  if (item.kind !== 'figure' && item.kind !== 'target') return false;
  const isRead = listAlternatives(expected.value).some((value) => indexOfValue(item.text, value) !== -1);
  return isRead && pointsAt(item, expected, sources);
}

function isOwnedBy(text: string, expectation: NumbersExpectation, index: number): boolean {
  const expected = expectation.values[index];
  const previous = expectation.values[index - 1];
  if (expected?.mustNear === undefined) return true;
  const from = previous === undefined ? 0 : Math.max(0, placeInText(text, previous));
  return text.slice(from, placeInText(text, expected)).includes(expected.mustNear);
}

function placeInText(text: string, expected: ExpectedNumber): number {
  const places = listAlternatives(expected.value).map((value) => indexOfValue(text, value));
  return places.find((place) => place !== -1) ?? -1;
}

/** Whether one of the answer's marks covers the very place where the expected value is printed. */
function pointsAt(
  item: Extract<AnswerItem, { kind: 'figure' | 'target' }>,
  expected: ExpectedNumber,
  sources: Sources,
): boolean {
  const excerptAt = sources.get(item.source)?.indexOf(expected.quoteIncludes) ?? -1;
  const valueAt = placeInText(expected.quoteIncludes, expected);
  if (excerptAt === -1 || valueAt === -1) return false;
  const place = excerptAt + valueAt;
  return item.marks.some((mark) => mark.start <= place && place < mark.end);
}

function isComputation(item: AnswerItem, expectation: ComparisonExpectation): boolean {
  if (item.kind !== 'comparison') return false;
  const computed = item.computed.normalize('NFKC').replace(/[\s约≈]/gu, '');
  const operands = new Set(item.inputs.flatMap(({ value, unit }) => [value, `${value}${unit}`]));
  return (
    expectation.computed.some((result) => isSameResult(computed, result.normalize('NFKC'))) &&
    expectation.inputs.every((value) => operands.has(value)) &&
    (expectation.verdict === undefined || readVerdict(item.text) === expectation.verdict)
  );
}

/** `约0.751倍` states the expected `0.751`, `26%` the expected `26.0%`; `136元` does not state `36元`. */
function isSameResult(...results: readonly [string, string]): boolean {
  const [computed, expected] = results.map((result) =>
    result.replace(/(\.\d*?)0+(?!\d)/gu, '$1').replace(/\.(?!\d)/gu, ''),
  ) as [string, string];
  return computed === expected || (/^[\d.:∶]+$/u.test(expected) && indexOfValue(computed, expected) !== -1);
}

/** What a sentence says about a target; `不低于` and its like name the target and say nothing about it. */
function readVerdict(text: string): 'met' | 'missed' | null {
  const said = text.replace(/不(?:低于|少于|高于|超过)/gu, '');
  if (/没有?达|没有完成|未|不到|达不到|低于|不足|不符合/u.test(said)) return 'missed';
  return /达到|达标|高于|超过|满足|符合|完成/u.test(said) ? 'met' : null;
}

function isSection(item: AnswerItem, expectation: SectionExpectation): boolean {
  if (item.kind !== 'section') return false;
  return (
    (expectation.points === undefined || item.points.length === expectation.points) &&
    includesEach(
      item.points.map((point) => point.quote),
      expectation.includes,
    )
  );
}

function includesEach(quotes: readonly string[], wanted: readonly (string | readonly string[])[]): boolean {
  return wanted.every((texts) =>
    listAlternatives(texts).some((text) => quotes.some((quote) => quote.includes(text))),
  );
}
