import { Decimal } from 'decimal.js';
import { sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import { nameFigure, printNumber } from '../compose-figures.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isAnswering } from '../ranking/is-answering.ts';
import { type RankedFigure, rankFigures } from '../ranking/rank-figures.ts';
import {
  type AskedPeriod,
  type Interpretation,
  interpretQuestion,
} from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { WORDING } from '../wording.ts';
import { composeComparison, type OperandPair, toOperand } from './compose-comparison.ts';
import { printMultiple, printPercent } from './compute.ts';
import { isRate } from './like-figures.ts';
import { ANY_QUANTITY } from './rank-operands.ts';

/**
 * Answers whether a target is reached by what the report says was done. Only targets that can be checked within the
 * report are: a ratio of two printed numbers, or a multiple of a printed number. Null otherwise.
 */
export function checkTarget(asked: Interpretation, library: Library): Outcome | null {
  const comparison = readComparison(asked.text);
  if (comparison?.operation !== 'reached') return null;
  const subject = interpretQuestion(comparison.subject, library).terms.filter(({ text }) => !isVague(text));
  const beside = findBeside(subject, asked, library) ?? findAhead(subject, asked, library);
  if (beside) return answerBeside(beside);
  const target = findTarget(subject, asked, library);
  if (!target) return null;
  const pair =
    target.figure.dimension === 'ratio'
      ? findRatioPair(subject, asked, library)
      : findMultiplePair(target, subject, { asked, library });
  if (!pair) return null;
  const [a, b] = [new Decimal(pair.left.figure.amount), new Decimal(pair.right.figure.amount)];
  const ratio = a.div(b);
  const { text, isRounded } = printMultiple(ratio);
  const goal = new Decimal(target.figure.amount);
  const isCeiling = /不高于|不超过|不大于|以内|以下/u.test(target.figure.qualifier);
  const isReached = isCeiling ? ratio.lte(goal) : ratio.gte(goal);
  const goalText = printNumber(target);
  const formula = `${printNumber(pair.left)} ÷ ${printNumber(pair.right)} ${isRounded ? '≈' : '='} ${text}`;
  const sentence = WORDING.reached({ isReached, result: text, goal: goalText, formula });
  const answer = composeComparison(pair, { result: text, formula, sentence });
  return {
    status: 'answered',
    answers: [
      {
        ...answer,
        inputs: [...answer.inputs, toOperand(target)],
        caveat: WORDING.differentYears(nameFigure(target)),
      },
    ],
  };
}

/** What a number was to be, beside what it was. */
const SET_TASK = /任务|目标|计划|指标|要求|下达/u;

/** `淘汰货车213辆,超额完成市下达的200辆任务`: the fact and the task of one sentence, in one unit. */
function findBeside(subject: readonly Term[], asked: Interpretation, library: Library): OperandPair | null {
  const wanted: Interpretation = {
    ...asked,
    terms: subject,
    quantities: ANY_QUANTITY,
    isLenient: true,
    dimensions: [],
    period: asked.period && { ...asked.period, kind: 'actual' },
  };
  const ranked = rankFigures(library.figures, wanted).filter(
    (figure) => figure.fitsPeriod && isAnswering(figure, wanted),
  );
  for (const { context: fact, score } of ranked) {
    if (SET_TASK.test(fact.printedOwn)) continue;
    const task = library.figures.find(
      (context) =>
        context !== fact &&
        context.known === fact.known &&
        context.figure.sentenceId === fact.figure.sentenceId &&
        context.figure.base === fact.figure.base &&
        context.figure.period?.kind === 'actual' &&
        SET_TASK.test(context.printedOwn),
    );
    if (task) return { left: fact, right: task, score, wordFit: score };
  }
  return null;
}

/** `去年的产量够得上今年的目标吗`: what one year did, beside what a later one named in the question is to do. */
function findAhead(subject: readonly Term[], asked: Interpretation, library: Library): OperandPair | null {
  const lastYear = library.years?.lastYear ?? Number.POSITIVE_INFINITY;
  const done = asked.periods.find(({ year }) => year !== null && year <= lastYear);
  const ahead = asked.periods.find(({ year }) => year !== null && year > lastYear);
  if (!done || !ahead) return null;
  const search = (period: AskedPeriod): readonly RankedFigure[] => {
    const wanted: Interpretation = {
      ...asked,
      terms: subject,
      quantities: ANY_QUANTITY,
      isLenient: true,
      dimensions: [],
      period,
    };
    return rankFigures(library.figures, wanted).filter(
      (figure) => figure.fitsPeriod && isAnswering(figure, wanted) && !isRate(figure.context),
    );
  };
  const [fact] = search({ ...done, kind: 'actual' });
  const aim = search({ ...ahead, kind: 'target' }).find(
    ({ context }) => context.figure.base === fact?.context.figure.base,
  );
  return fact && aim
    ? { left: fact.context, right: aim.context, score: fact.score, wordFit: fact.score }
    : null;
}

function answerBeside(pair: OperandPair): Outcome {
  const [done, task] = [pair.left, pair.right].map(({ figure }) => new Decimal(figure.amount));
  const { text, isRounded } = printPercent((done ?? new Decimal(0)).div(task ?? 1));
  const [shown, goal] = [printNumber(pair.left), printNumber(pair.right)];
  const isReached = done !== undefined && task !== undefined && done.gte(task);
  const formula = `${shown} ÷ ${goal} ${isRounded ? '≈' : '='} ${text}`;
  const sentence = WORDING.reached({ isReached, result: shown, goal, formula });
  return { status: 'answered', answers: [composeComparison(pair, { result: text, formula, sentence })] };
}

/** Words of the asking that neither target nor fact need repeat. */
function isVague(word: string): boolean {
  return /^(?:够得?上|差距|比例|比值|目标|要求|标准|达到|缩小|水平|线|\d[\d.:]*倍?)$/u.test(word);
}

/** The best target that is a ratio or a multiple and touches the subject. */
function findTarget(subject: readonly Term[], asked: Interpretation, library: Library): FigureContext | null {
  const wanted: Interpretation = {
    ...asked,
    terms: subject,
    quantities: ANY_QUANTITY,
    isLenient: true,
    dimensions: ['ratio', 'multiple'],
    period: { year: null, fromYear: null, kind: 'target' },
  };
  const numbers: readonly string[] = asked.text.match(/\d+(?:\.\d+)?/gu) ?? [];
  const candidates = rankFigures(library.figures, wanted).filter(({ fitsDimension, fitsPeriod, context }) => {
    const text =
      context.own +
      context.shared +
      normalizeText(
        context.figure.reference ? sliceSpan(context.known.report.source, context.figure.reference) : '',
      );
    return (
      fitsDimension &&
      fitsPeriod &&
      subject.some(
        ({ role, alternatives }) => role !== 'soft' && alternatives.some((word) => text.includes(word)),
      )
    );
  });
  const named = candidates.find(({ context }) => numbers.includes(context.figure.amount));
  return (named ?? candidates[0])?.context ?? null;
}

/** The two printed numbers a ratio compares, the smaller first: `410元 ÷ 546元`. */
function findRatioPair(
  subject: readonly Term[],
  asked: Interpretation,
  library: Library,
): OperandPair | null {
  // Where both owners are named (`农村低保跟城市低保`), each number has only one of them.
  const owners = subject.filter(({ role }) => role === 'scope');
  const wanted: Interpretation = {
    ...asked,
    terms: owners.length < 2 ? subject : subject.filter((term) => !owners.includes(term)),
    quantities: ANY_QUANTITY,
    isLenient: true,
    dimensions: [],
    period: { year: null, fromYear: null, kind: 'actual' },
  };
  const ranked = rankFigures(library.figures, wanted).filter(
    (figure) => figure.fitsPeriod && isAnswering(figure, wanted),
  );
  for (const { context: first, score } of ranked) {
    const other = ranked.find(
      ({ context }) =>
        context !== first &&
        context.figure.owner !== '' &&
        first.figure.owner !== '' &&
        context.figure.clause.start === first.figure.clause.start &&
        context.figure.base === first.figure.base,
    );
    if (!other) continue;
    const [small, large] = new Decimal(first.figure.amount).lte(other.context.figure.amount)
      ? [first, other.context]
      : [other.context, first];
    return { left: small, right: large, score, wordFit: score };
  }
  return null;
}

/** The measured number and the number it is to be a multiple of. */
function findMultiplePair(
  target: FigureContext,
  subject: readonly Term[],
  context: { readonly asked: Interpretation; readonly library: Library },
): OperandPair | null {
  const { asked, library } = context;
  const { reference } = target.figure;
  if (!reference) return null;
  const isAsked = (term: Term): boolean =>
    term.role === 'soft' ||
    subject.some(({ alternatives }) => term.alternatives.some((word) => alternatives.includes(word)));
  const search = (words: readonly Term[]): FigureContext | null => {
    const terms = words.filter(({ isKnown, role }) => isKnown || role === 'scope');
    const wanted: Interpretation = {
      ...asked,
      terms,
      quantities: ANY_QUANTITY,
      isLenient: true,
      dimensions: ['money', 'count', 'people'],
      period: { year: null, fromYear: null, kind: 'actual' },
    };
    const fits = (figure: RankedFigure): boolean =>
      figure.fitsPeriod && figure.fitsDimension && isAnswering(figure, wanted);
    return rankFigures(library.figures, wanted).find(fits)?.context ?? null;
  };
  const source = target.known.report.source;
  const read = (text: string): readonly Term[] =>
    library.lexicon.readTerms(normalizeText(text)).filter(({ role }) => role !== 'scope');
  // The target may be worded otherwise than the fact (基本生活标准, 供养标准): of its words those count that are asked.
  const left = search(
    read(target.figure.own.map((span) => sliceSpan(source, span)).join('')).filter(isAsked),
  );
  const right = search([
    ...read(sliceSpan(source, reference)),
    ...subject.filter(({ role }) => role === 'scope'),
  ]);
  return left && right && left !== right && left.figure.base.split('/')[0] === right.figure.base.split('/')[0]
    ? { left, right, score: 1, wordFit: 1 }
    : null;
}
