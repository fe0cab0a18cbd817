import type { ComparisonAnswer, FigureAnswer, TargetAnswer } from '../../answering/answer.ts';
import { widenMarks } from '../../answering/chinese-marks.ts';
import type { Period } from '../../report/report.ts';
import { ANSWER, timeLabel } from '../messages.ts';
import type { Run } from './elements.ts';

/** The first line of an answer: the number as printed, then what it is and the time it is for. */
export type Headline = { readonly number: string; readonly about: string };

type NumberAnswer = FigureAnswer | TargetAnswer;

/** One line for each printed number of an answer, the number first; one line for both ends of a change. */
export function numberHeadlines(item: NumberAnswer): readonly Headline[] {
  const time = item.period === null ? [] : [timeLabel(item.period)];
  const named = readNamed(item);
  return named === null
    ? [{ number: widenMarks(item.text), about: time.join('') }]
    : named.map(({ number, name }) => ({ number, about: [name, ...time].join('，') }));
}

/** The result first, then the times of what was compared. */
export function resultHeadline(item: ComparisonAnswer): Headline {
  const { result } = splitResult(item);
  return { number: result, about: timesOf(item).map(timeLabel).join(ANSWER.and) };
}

/** What a result was made of: the operands by name, and how they were reckoned with. */
export function explainResult(item: ComparisonAnswer): string {
  const { operands } = splitResult(item);
  return [...(operands === '' ? [] : [operands]), item.formula].join(ANSWER.reckoned);
}

/** A headline that says of which place it is, unless it does already. */
export function atPlace({ number, about }: Headline, place: string): Headline {
  if (place === '' || `${number}${about}`.includes(place)) return { number, about };
  return { number, about: about === '' ? place : `${place}，${about}` };
}

export function headlineRuns({ number, about }: Headline): readonly Run[] {
  return [{ bold: number }, about === '' ? '' : ANSWER.about(about)];
}

export function headlineText({ number, about }: Headline): string {
  return about === '' ? number : `${number}${ANSWER.about(about)}`;
}

type Named = { readonly number: string; readonly name: string };

/**
 * Takes apart `城市低保标准:546元、农村低保标准:410元` by the numbers the answer marks; null for a sentence in words of its
 * own, which is shown as it is. What a number is counted by (`每人每月`) comes from right before it in the quote.
 */
function readNamed(item: NumberAnswer): readonly Named[] | null {
  const numbers = item.marks.map(({ start, end }) => item.quote.slice(start - item.start, end - item.start));
  const change = readChange(item.text, numbers);
  if (change) return [change];
  const named: Named[] = [];
  let rest = item.text;
  for (const [index, number] of numbers.entries()) {
    const colon = rest.indexOf(':');
    const at = rest.indexOf(number, colon + 1);
    const after = rest.slice(at + number.length);
    const qualifier = rest.slice(colon + 1, at);
    if (colon < 1 || at < 0 || qualifier.length > MAX_QUALIFIER || !/^(?:$|、)/u.test(after)) return null;
    const name = widenMarks(rest.slice(0, colon));
    const each = wordsOfEach(item, index);
    named.push({ number: `${name.includes(each) ? '' : each}${qualifier}${number}`, name });
    rest = after.slice(1);
  }
  return named.length > 0 && rest === '' ? named : null;
}

/** `不低于`, and nothing longer, may stand between a name and its number. */
const MAX_QUALIFIER = 4;

/** `补贴:由5000元变为1万元`. The name of one end (`补贴(提高后)`) does not fit both. */
function readChange(text: string, numbers: readonly string[]): Named | null {
  const [before, after] = numbers;
  const colon = text.indexOf(':');
  const said = text.slice(colon + 1);
  if (numbers.length !== 2 || before === undefined || after === undefined) return null;
  if (colon < 1 || !said.startsWith(`由${before}`) || !said.endsWith(after)) return null;
  return { number: said, name: nameSpan(text.slice(0, colon)) };
}

/** Numbers printed one after the other (`546元、`) share the words before the first. */
const PARALLEL = /(?:[\d.]+[十百千万亿]*\p{Script=Han}{1,2}、)+$/u;
const EACH = /(?:每\p{Script=Han}{1,2})+$/u;

function wordsOfEach(item: NumberAnswer, index: number): string {
  const start = (item.marks[index]?.start ?? item.start) - item.start;
  return EACH.exec(item.quote.slice(0, start).replace(PARALLEL, ''))?.[0] ?? '';
}

/** The last clause says the result, those before it what was compared. */
function splitResult(item: ComparisonAnswer): { readonly result: string; readonly operands: string } {
  const comma = Math.max(item.text.lastIndexOf(','), item.text.lastIndexOf('，'));
  const last = item.text.slice(comma + 1);
  // `是低保对象人数89.2万人的约26%`: what is so much of it stands before the comma.
  const isPart = last.startsWith('是');
  const isResult = comma > 0 && last.includes(item.computed) && !isPart && !item.text.includes('：');
  if (!isResult) return { result: widenMarks(item.text), operands: '' };
  return { result: widenMarks(last), operands: nameSpan(item.text.slice(0, comma)) };
}

/** Which end of a change a name is of, where the words after it tell both: `补贴(提高后)从1000元到5000元`. */
const ONE_END = /[（(]\p{Script=Han}{1,4}[前后][）)](?=从|$)/u;

function nameSpan(name: string): string {
  return widenMarks(name.replace(ONE_END, ''));
}

function timesOf(item: ComparisonAnswer): readonly Period[] {
  const periods = item.inputs.flatMap(({ period }) => (period === null ? [] : [period]));
  const labels = periods.map(timeLabel);
  return periods.filter((period, index) => labels.indexOf(timeLabel(period)) === index);
}
