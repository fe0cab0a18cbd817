import { describe, expect, it } from 'vitest';
import type { Answer, ComparisonAnswer, FigureAnswer, SectionAnswer } from '../../src/answering/answer.ts';
import { guardAnswer } from '../../src/answering/guard.ts';
import { realAnswerer, realKnowledge } from '../support/real-knowledge.ts';

function firstOf<T extends Answer['answers'][number]['kind']>(question: string, kind: T) {
  const answer = realAnswerer.answer(question);
  const item = answer.answers.find((candidate) => candidate.kind === kind);
  if (!item) throw new Error(`${question} has no ${kind}`);
  return { answer, item };
}

describe('guardAnswer', () => {
  const figure = firstOf('特困供养标准是多少?', 'figure') as { answer: Answer; item: FigureAnswer };
  const comparison = firstOf('城乡低保差多少?', 'comparison') as { answer: Answer; item: ComparisonAnswer };
  const section = firstOf('2019年养老有什么目标?', 'section') as { answer: Answer; item: SectionAnswer };

  const withFigure = (change: Partial<FigureAnswer>): Answer => ({
    ...figure.answer,
    answers: [{ ...figure.item, ...change }],
  });

  it('lets honest answers pass unchanged', () => {
    for (const { answer } of [figure, comparison, section]) {
      expect(guardAnswer(answer, realKnowledge)).toBe(answer);
    }
  });

  it.each([
    { fault: 'a digit that is not in the quote', change: { text: '特困供养标准:711元/月' } },
    { fault: 'part of a number of the quote', change: { text: '特困供养标准:71元/月' } },
    { fault: 'a value that is not in the quote', change: { value: '720' } },
    { fault: 'full-width digits that are not in the quote', change: { text: '\uff17\uff11\uff11元' } },
    { fault: 'a quote that was retyped', change: { quote: `${figure.item.quote} ` } },
    { fault: 'a quote that stands elsewhere', change: { start: figure.item.start + 1 } },
    { fault: 'a source that does not exist', change: { source: 'other' } },
  ])('refuses $fault', ({ change }) => {
    expect(() => guardAnswer(withFigure(change), realKnowledge)).toThrowError(
      expect.objectContaining({ code: 'answer_unsafe' }),
    );
  });

  it('refuses a result whose operand is not quoted', () => {
    const [first] = comparison.item.inputs;
    const tampered: Answer = {
      ...comparison.answer,
      answers: [{ ...comparison.item, inputs: first ? [{ ...first, value: '999' }] : [] }],
    };

    expect(() => guardAnswer(tampered, realKnowledge)).toThrow();
  });

  it('refuses a point of a list that is not verbatim', () => {
    const points = section.item.points.map((point) => ({
      ...point,
      quote: point.quote.replace('400', '500'),
    }));

    expect(() =>
      guardAnswer({ ...section.answer, answers: [{ ...section.item, points }] }, realKnowledge),
    ).toThrow();
  });

  it('refuses a pointer that says a number without quoting it', () => {
    const answer = realAnswerer.answer('2018年婚姻辅导站建了多少个?');
    const nearest = [{ source: figure.item.source, section: '', start: 0, end: 1, text: '30个' }];

    expect(() => guardAnswer({ ...answer, nearest }, realKnowledge)).toThrow();
  });

  it('never names the question in its message', () => {
    expect(() =>
      guardAnswer({ ...withFigure({ text: '1234567' }), question: 'geheim' }, realKnowledge),
    ).toThrowError(expect.not.objectContaining({ message: expect.stringContaining('geheim') }));
  });
});
