import type {
  Answer,
  AnswerItem,
  ComparisonAnswer,
  FigureAnswer,
  Operand,
  PassageAnswer,
  Quote,
  SectionAnswer,
} from '../../src/answering/answer.ts';
import type { Sources } from '../../src/evaluation/evidence.ts';

/** A small report with neighbours that are easy to take for each other. */
const REPORT =
  '一、2018年回顾\n城乡低保标准分别提高到546元、410元,处置70余家。自有产权补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元。新增服务站200所。\n二、2019年目标\n建设服务站400个。';

export const SOURCES: Sources = new Map([['report', REPORT]]);

/** The place of an excerpt of the report, quoted. */
export function quoteOf(excerpt: string): Quote {
  const start = REPORT.indexOf(excerpt);
  if (start === -1) throw new Error(`the report does not say 「${excerpt}」`);
  return { source: 'report', section: '一、2018年回顾', quote: excerpt, start, end: start + excerpt.length };
}

/** A figure whose marks stand where `marked` is printed inside the quote; `markAfter` skips what comes before. */
export function makeFigure(
  excerpt: string,
  number: { readonly value: string; readonly unit: string; readonly qualifier?: string },
  more: Partial<FigureAnswer> & { readonly markAfter?: string } = {},
): FigureAnswer {
  const { markAfter = '', ...fields } = more;
  const quote = quoteOf(excerpt);
  const start = quote.start + excerpt.indexOf(number.value, excerpt.indexOf(markAfter) + markAfter.length);
  return {
    kind: 'figure',
    ...quote,
    qualifier: '',
    ...number,
    text: `${number.value}${number.unit}`,
    period: { year: 2018, kind: 'actual' },
    marks: [{ start, end: start + number.value.length }],
    ...fields,
  };
}

export function makePassage(excerpt: string, text = excerpt): PassageAnswer {
  return { kind: 'passage', ...quoteOf(excerpt), text, period: null };
}

export function makeSection(excerpt: string, points: readonly string[]): SectionAnswer {
  return { ...makePassage(excerpt, ''), kind: 'section', points: points.map(quoteOf) };
}

export function makeComparison(more: Partial<ComparisonAnswer> = {}): ComparisonAnswer {
  const excerpt = '城乡低保标准分别提高到546元、410元';
  const quote = quoteOf(excerpt);
  const operand = (value: string): Operand => {
    const valueStart = quote.start + excerpt.indexOf(value);
    return {
      ...quote,
      value,
      unit: '元',
      qualifier: '',
      period: null,
      valueStart,
      valueEnd: valueStart + value.length + 1,
    };
  };
  return {
    kind: 'comparison',
    ...quoteOf(excerpt),
    text: '城市比农村高136元',
    period: null,
    computed: '136元',
    formula: '546元 − 410元',
    inputs: [operand('546'), operand('410')],
    caveat: '',
    ...more,
  };
}

const EMPTY = { question: '', knowledgeVersion: 'v', missing: [], nearest: [], choices: [] } as const;

export function makeAnswered(...answers: readonly AnswerItem[]): Answer {
  return { ...EMPTY, status: 'answered', answers };
}

export function makeUnanswered(status: 'abstained' | 'clarify', more: Partial<Answer> = {}): Answer {
  return { ...EMPTY, answers: [], status, ...more };
}
