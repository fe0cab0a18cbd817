import { Decimal } from 'decimal.js';
import { sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { ComparisonAnswer } from '../answer.ts';
import { nameFigure, printNumber } from '../compose-figures.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { WORDING } from '../wording.ts';
import { printMultiple, printPercent } from './amounts.ts';
import { composeComputation, toOperand } from './compose-computation.ts';
import { isRate } from './likeness.ts';
import { type Computing, weighOperand } from './operand.ts';
import { areParallel } from './pairs.ts';

const DONE: AskedPeriod = { year: null, fromYear: null, kind: 'actual' };
const AIM: AskedPeriod = { year: null, fromYear: null, kind: 'target' };

/** What a number was to be, beside what it was. */
const SET_TASK = /任务|目标|计划|指标|要求|下达/u;

/**
 * Whether a target is reached by what the report says was done. Only targets that can be checked within the report
 * are: a task told beside the fact, an aim for the year after, a ratio of two printed numbers, a multiple of one.
 */
export function checkTarget(computing: Computing): ComparisonAnswer | null {
  const { comparison, asked, library } = computing;
  const subject = interpretQuestion(comparison.subject, library).terms;
  const words = { computing, subject, text: subject.map(({ text }) => text).join('') };
  const task = findTask(words) ?? findAhead(words);
  if (task) return composeCheck(task, task.right);
  const [target] = findTargets(words);
  if (!target) return null;
  const pair = target.figure.dimension === 'ratio' ? findRatio(words) : findMultiple(words, target);
  if (!pair || !asked.text) return null;
  return composeCheck(pair, target);
}

/**
 * Whether what one number is of another comes to what is aimed at, where a question asks for both (`是城里的几倍?够不够今年要的`);
 * null where it does not, or nothing is aimed at.
 */
export function checkAgainstAim(
  [left, right]: readonly FigureContext[],
  asked: Interpretation,
  library: Library,
): ComparisonAnswer | null {
  const comparison = readComparison(asked.text);
  if (comparison?.operation !== 'reached' || !left || !right) return null;
  const text = nameFigure(left);
  const subject = interpretQuestion(normalizeText(text), library).terms;
  const isPair = areParallel(left, right) || areParallel(right, left);
  const isReference = ({ reference }: FigureContext): boolean =>
    right.names.some((name) => name.endsWith(reference.slice(-REFERENCE_HEAD)));
  const target = findTargets({ computing: { comparison, asked, library }, subject, text }).find((each) =>
    isPair ? each.figure.dimension === 'ratio' : each.figure.dimension === 'multiple' && isReference(each),
  );
  if (!target) return null;
  // A ratio is printed with the smaller of the two first.
  const isOrdered = !isPair || new Decimal(left.figure.amount).lte(right.figure.amount);
  return composeCheck(isOrdered ? { left, right } : { left: right, right: left }, target);
}

/** The last characters of what a multiple is of name the thing (`当地低保标准`). */
const REFERENCE_HEAD = 4;

type Words = { readonly computing: Computing; readonly subject: readonly Term[]; readonly text: string };
type Pair = { readonly left: FigureContext; readonly right: FigureContext };

function composeCheck({ left, right }: Pair, target: FigureContext): ComparisonAnswer {
  const isTask = target === right;
  const isOfReference = target.figure.dimension === 'multiple';
  const quotient = new Decimal(left.figure.amount).div(right.figure.amount);
  const { text, isRounded } = isTask ? printPercent(quotient) : printMultiple(quotient);
  const formula = `${printNumber(left)} ÷ ${printNumber(right)} ${isRounded ? '≈' : '='} ${text}`;
  const sentence = WORDING.reached({
    isReached: isTask ? quotient.gte(1) : quotient.gte(target.figure.amount),
    result: isTask ? printNumber(left) : isOfReference ? `${nameFigure(right)}的${text}` : text,
    goal: printNumber(target),
  });
  const answer = composeComputation([left, right], { result: text, formula, sentence });
  if (isTask) return answer;
  return {
    ...answer,
    inputs: [...answer.inputs, toOperand(target)],
    caveat: WORDING.differentYears(nameFigure(target)),
  };
}

/** `淘汰货车213辆,超额完成市下达的200辆任务`: the fact and the task of one sentence, in one unit. */
function findTask({ computing: { asked, library }, text }: Words): Pair | null {
  const facts = weighOperand({ text, period: asked.period && { ...asked.period, kind: 'actual' } }, library);
  for (const { context: fact, evidenceOf } of facts) {
    if (SET_TASK.test(fact.printedOwn) || evidenceOf('allTopics') !== 1) continue;
    const task = library.figures.find(
      ({ known, figure, printedOwn }) =>
        known === fact.known &&
        figure.sentenceId === fact.figure.sentenceId &&
        figure.base === fact.figure.base &&
        figure.period?.kind === 'actual' &&
        SET_TASK.test(printedOwn),
    );
    if (task) return { left: fact, right: task };
  }
  return null;
}

/** `去年的产量够得上今年的目标吗`: what one year did, beside what a later one named in the question is to do. */
function findAhead({ computing: { asked, library }, text }: Words): Pair | null {
  const lastYear = library.years?.lastYear ?? Number.POSITIVE_INFINITY;
  const done = asked.periods.find(({ year }) => year !== null && year <= lastYear);
  const ahead = asked.periods.find(({ year }) => year !== null && year > lastYear);
  if (!done || !ahead) return null;
  const find = (period: AskedPeriod): readonly FigureContext[] =>
    weighOperand({ text, period }, library)
      .filter(
        ({ context, evidenceOf }) =>
          evidenceOf('timeFits') === 1 && evidenceOf('allTopics') === 1 && !isRate(context),
      )
      .map(({ context }) => context);
  const [fact] = find({ ...done, kind: 'actual' });
  const aim = find({ ...ahead, kind: 'target' }).find(({ figure }) => figure.base === fact?.figure.base);
  return fact && aim ? { left: fact, right: aim } : null;
}

/** The targets that are a ratio or a multiple and touch the subject, best first. */
function findTargets({ computing: { library }, subject, text }: Words): FigureContext[] {
  const touches = ({ own, shared, reference }: FigureContext): boolean =>
    subject.some(
      ({ role, alternatives }) =>
        role !== 'soft' && alternatives.some((word) => `${own}${shared}${reference}`.includes(word)),
    );
  return weighOperand({ text: `${text}目标`, period: AIM, kinds: ['ratio', 'multiple'] }, library)
    .map(({ context }) => context)
    .filter((context) => context.figure.period?.kind === 'target' && touches(context));
}

/** The two printed numbers a ratio compares, the smaller first: `410元 ÷ 546元`. They are told in parallel. */
function findRatio({ computing: { library }, subject }: Words): Pair | null {
  const text = `${subject.map(({ text }) => text).join('')}标准`;
  const numbers = weighOperand({ text, period: DONE }, library).map(({ context }) => context);
  const [first, other] = numbers.flatMap((one) =>
    numbers.filter((each) => areParallel(one, each)).flatMap((each) => [one, each]),
  );
  if (!first || !other) return null;
  const isOrdered = new Decimal(first.figure.amount).lte(other.figure.amount);
  return isOrdered ? { left: first, right: other } : { left: other, right: first };
}

/** The measured number and the number it is to be a multiple of. */
function findMultiple({ computing: { library }, subject }: Words, target: FigureContext): Pair | null {
  if (target.reference === '') return null;
  const isAsked = (term: Term): boolean =>
    term.role === 'soft' ||
    subject.some(({ alternatives }) => term.alternatives.some((word) => alternatives.includes(word)));
  const source = target.known.report.source;
  // The target may be worded otherwise than the fact (基本生活标准, 供养标准): of its words those count that are asked.
  const own = normalizeText(target.figure.own.map((span) => sliceSpan(source, span)).join(''));
  const measured = library.lexicon.readTerms(own).filter(isAsked);
  const owners = subject.filter(({ role }) => role === 'scope');
  const find = (terms: readonly Term[], rest: string): readonly FigureContext[] =>
    weighOperand(
      {
        text: `${terms.map(({ text }) => text).join('')}${rest}`,
        period: DONE,
        kinds: ['money', 'count', 'people'],
      },
      library,
    ).map(({ context }) => context);
  const [[left], references] = [find(measured, ''), find(owners, target.reference)];
  const right = owners.length > 0 ? references[0] : strictest(references);
  const isOneUnit = left?.figure.base.split('/')[0] === right?.figure.base.split('/')[0];
  return left && right && left !== right && isOneUnit ? { left, right } : null;
}

/** Of parallel numbers (城市, 农村) of which none is named, the largest: what comes to a multiple of that does of all. */
function strictest([first, ...others]: readonly FigureContext[]): FigureContext | undefined {
  const beside = others.filter((each) => first && (areParallel(first, each) || areParallel(each, first)));
  const [most = first] = beside.filter(
    (each) => first && new Decimal(each.figure.amount).gt(first.figure.amount),
  );
  return most;
}
