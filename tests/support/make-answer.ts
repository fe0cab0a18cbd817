import type {
  Answer,
  ComparisonAnswer,
  FigureAnswer,
  PassageAnswer,
  SectionAnswer,
} from '../../src/answering/answer.ts';

const PLACE = { source: 'report', section: '一、2018年发展回顾/(二)社会救助' } as const;

/** A complete answer; give what matters to the test. */
export function makeAnswer(parts: Partial<Answer> = {}): Answer {
  return {
    question: '低保标准?',
    status: 'answered',
    knowledgeVersion: 'abc123',
    answers: [makeFigure()],
    missing: [],
    nearest: [],
    choices: [],
    ...parts,
  };
}

/** A figure whose quote holds `value` once, marked. `before` and `after` make the quote longer. */
export function makeFigure({
  value = '546',
  before = '城市低保标准提高到每人每月',
  after = '。',
  start = 100,
} = {}): FigureAnswer {
  const quote = `${before}${value}元${after}`;
  const markStart = start + before.length;
  return {
    kind: 'figure',
    ...PLACE,
    text: `城市低保标准:${value}元`,
    value,
    unit: '元',
    qualifier: '',
    period: { year: 2018, kind: 'actual' },
    quote,
    start,
    end: start + quote.length,
    marks: [{ start: markStart, end: markStart + value.length + 1 }],
  };
}

export function makePassage(quote: string, start = 0): PassageAnswer {
  return { kind: 'passage', ...PLACE, text: quote, period: null, quote, start, end: start + quote.length };
}

/** A section with these points, one after the other. */
export function makeSection(points: readonly string[]): SectionAnswer {
  let position = 0;
  const quotes = points.map((quote) => {
    const start = position;
    position += quote.length;
    return { ...PLACE, quote, start, end: position };
  });
  const quote = points.join('');
  return {
    kind: 'section',
    ...PLACE,
    text: '(二)社会救助',
    period: null,
    quote,
    start: 0,
    end: quote.length,
    points: quotes,
  };
}

/** A comparison of figures that stand in these quotes. */
export function makeComparison(operands: readonly FigureAnswer[]): ComparisonAnswer {
  const [first = makeFigure()] = operands;
  return {
    ...first,
    kind: 'comparison',
    text: '城市比农村高136元',
    computed: '136元',
    formula: '546元 − 410元 = 136元',
    inputs: operands.map((operand) => {
      const [mark = operand] = operand.marks;
      return { ...operand, valueStart: mark.start, valueEnd: mark.end };
    }),
    caveat: '两个数的口径不同',
  };
}
