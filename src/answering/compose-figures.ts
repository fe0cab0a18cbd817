import { type Span, sliceSpan } from '../report/span.ts';
import type { FigureAnswer, TargetAnswer } from './answer.ts';
import type { FigureContext } from './figure-context.ts';
import { quoteSpan } from './quotes.ts';

/** Composes the answer of one number, or of parallel numbers of one clause that the question does not tell apart. */
export function composeFigures(contexts: readonly FigureContext[]): FigureAnswer | TargetAnswer | null {
  const [first] = contexts;
  if (!first) return null;
  const { known, figure } = first;
  const sentence = known.report.sentences.find(({ id }) => id === figure.sentenceId);
  const quote = quoteSpan(known, sentence ?? figure.clause);
  const isSingle = contexts.length === 1;
  const source = known.report.source;
  return {
    kind: figure.period?.kind === 'target' ? 'target' : 'figure',
    text: isSingle ? sayFigure(first) : sayParallel(contexts),
    value: isSingle ? sliceSpan(source, figure.value) : '',
    unit: isSingle || contexts.every((context) => context.figure.unit === figure.unit) ? figure.unit : '',
    qualifier: isSingle ? figure.qualifier : '',
    period: figure.period,
    ...quote,
    marks: contexts.map((context) => ({ start: context.figure.start, end: context.figure.end })),
  };
}

/** The number as printed, qualifier and unit included. */
export function printNumber(context: FigureContext): string {
  const { figure, known } = context;
  const printed = sliceSpan(known.report.source, figure);
  const isApart =
    figure.qualifier !== '' && !printed.includes(figure.qualifier) && /^不/u.test(figure.qualifier);
  return isApart ? `${figure.qualifier}${printed}` : printed;
}

/** What a number is called: its reviewed name, or the words it stands in. */
export function nameFigure(context: FigureContext): string {
  const { figure } = context;
  if (figure.name !== '') return figure.name;
  const words = [...figure.carried, ...figure.shared, ...figure.own].sort((a, b) => a.start - b.start);
  const name = words.map((span) => sliceSpan(context.known.report.source, span)).join('');
  return figure.owner === '' || name.includes(figure.owner) ? name : `${figure.owner}:${name}`;
}

function sayFigure(context: FigureContext): string {
  const { figure, known } = context;
  if (figure.name !== '') return `${figure.name}:${printNumber(context)}`;
  const printed = sliceSpan(known.report.source, aroundNumber(figure));
  const isSelfContained = figure.shared.length === 0 && figure.carried.length === 0 && figure.own.length > 0;
  if (isSelfContained) return printed;
  const owner = figure.owner === '' ? '' : `${figure.owner}:`;
  return figure.own.length > 0
    ? `${owner}${nameLead(context)}${printed}`
    : `${owner}${nameLead(context)}${printNumber(context)}`;
}

/** Words before the number that its own words take up: shared with a neighbour, or carried from the clause before. */
function nameLead(context: FigureContext): string {
  const { figure, known } = context;
  const [lead] = [...figure.carried, ...figure.shared];
  return lead ? `${sliceSpan(known.report.source, lead)},` : '';
}

/** From the figure's own words before the number to those after it. */
function aroundNumber(figure: FigureContext['figure']): Span {
  const close = figure.own.filter((span) =>
    span.end <= figure.start ? span.end === figure.start : span.start === figure.end,
  );
  return {
    start: Math.min(figure.start, ...close.map((span) => span.start)),
    end: Math.max(figure.end, ...close.map((span) => span.end)),
  };
}

function sayParallel(contexts: readonly FigureContext[]): string {
  return contexts
    .map((context) => {
      const { figure } = context;
      if (figure.name !== '') return `${figure.name}${printNumber(context)}`;
      if (figure.owner !== '') return `${figure.owner}${printNumber(context)}`;
      return sayFigure(context);
    })
    .join('、');
}
