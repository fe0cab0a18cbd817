import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { Expectation } from '../../src/evaluation/question.ts';
import { scoreAnswer } from '../../src/evaluation/score.ts';
import {
  makeAnswered,
  makeComparison,
  makeFigure,
  makePassage,
  makeSection,
  makeUnanswered,
  quoteOf,
  SOURCES,
} from './answers.ts';

function score(answer: Answer, expectation: Expectation) {
  return scoreAnswer(answer, { id: 'q', kind: 'number', question: '', expect: expectation }, SOURCES);
}

const LOW_INCOME = '城乡低保标准分别提高到546元、410元';
const SUBSIDY = '自有产权补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元';

const URBAN: Expectation = {
  status: 'answered',
  value: '546',
  unit: '元',
  quoteIncludes: '546元',
  year: 2018,
};
const LEASED_NOW: Expectation = {
  status: 'answered',
  value: '5000',
  unit: '元',
  quoteIncludes: '1000元提高到5000元',
};
const BOTH: Expectation = {
  status: 'answered',
  values: [
    { value: '546', unit: '元', quoteIncludes: '546元', mustNear: '城市' },
    { value: '410', unit: '元', quoteIncludes: '410元', mustNear: '农村' },
  ],
};
const REFUSAL: Expectation = { status: 'abstained', year: 2018 };

const urban = makeFigure(LOW_INCOME, { value: '546', unit: '元' });
const rural = makeFigure(LOW_INCOME, { value: '410', unit: '元' });
const ownedBefore = makeFigure(SUBSIDY, { value: '5000', unit: '元' });
const leasedNow = makeFigure(SUBSIDY, { value: '5000', unit: '元' }, { markAfter: '1000元' });

/** One answer with both numbers, as a sentence gives them. */
function makeParallel(text: string) {
  return makeFigure(LOW_INCOME, { value: '', unit: '' }, { text, marks: [...urban.marks, ...rural.marks] });
}

describe('scoring a number', () => {
  it.each([
    { what: 'the number with its unit', answer: urban, right: true },
    { what: 'its neighbour', answer: rural, right: false },
    { what: 'another unit', answer: { ...urban, unit: '万元' }, right: false },
    { what: 'the sentence alone', answer: makePassage(LOW_INCOME), right: false },
  ])('takes $what as right: $right', ({ answer, right }) => {
    expect(score(makeAnswered(answer), URBAN).rightFirst).toBe(right);
  });

  it('tells equal digits apart by where they stand', () => {
    expect(score(makeAnswered(leasedNow), LEASED_NOW).rightFirst).toBe(true);
    expect(score(makeAnswered(ownedBefore), LEASED_NOW).rightFirst).toBe(false);
  });

  it('wants the qualifier that is asked for', () => {
    const expectation: Expectation = {
      status: 'answered',
      value: '70',
      unit: '家',
      qualifier: '余',
      quoteIncludes: '70余家',
    };
    const figure = makeFigure('处置70余家', { value: '70', unit: '家' });

    expect(score(makeAnswered(figure), expectation).rightFirst).toBe(false);
    expect(score(makeAnswered({ ...figure, qualifier: '余' }), expectation).rightFirst).toBe(true);
  });

  it('counts a right second answer as right in three only', () => {
    expect(score(makeAnswered(rural, urban), URBAN)).toMatchObject({ rightFirst: false, rightInThree: true });
  });

  it('does not look past the third answer', () => {
    expect(score(makeAnswered(rural, rural, rural, urban), URBAN).rightInThree).toBe(false);
  });
});

describe('scoring several numbers', () => {
  it.each([
    { text: '城市546元、农村410元', right: true },
    { text: '农村546元、城市410元', right: false },
    { text: '城市546元', right: false },
  ])('takes “$text” as right: $right', ({ text, right }) => {
    expect(score(makeAnswered(makeParallel(text)), BOTH).rightFirst).toBe(right);
  });

  it('accepts one answer each where the question allows more than one', () => {
    const spread: Expectation = {
      status: 'answered',
      within: 2,
      values: [
        { value: '546', unit: '元', quoteIncludes: '546元' },
        { value: '410', unit: '元', quoteIncludes: '410元' },
      ],
    };

    expect(score(makeAnswered(urban, rural), spread).rightFirst).toBe(true);
    expect(score(makeAnswered(leasedNow, urban, rural), spread).rightFirst).toBe(false);
    expect(score(makeAnswered(urban), spread).rightFirst).toBe(false);
  });
});

describe('scoring the year', () => {
  const target = makeFigure(
    '建设服务站400个',
    { value: '400', unit: '个' },
    { period: { year: 2019, kind: 'target' } },
  );

  it('notices an answer from the other year, also where a refusal was due', () => {
    expect(score(makeAnswered(target), URBAN)).toMatchObject({ wrongYear: true, rightFirst: false });
    expect(score(makeAnswered(target), REFUSAL)).toMatchObject({ wrongYear: true, missedRefusal: true });
  });

  it('does not take the right number under the wrong year', () => {
    const mislabelled = { ...urban, period: { year: 2019, kind: 'target' } as const };

    expect(score(makeAnswered(mislabelled), URBAN).rightFirst).toBe(false);
  });

  it('accepts a period of several years that holds the year', () => {
    const spanning = { ...urban, period: { fromYear: 2014, year: 2018, kind: 'actual' } as const };

    expect(score(makeAnswered(spanning), URBAN).wrongYear).toBe(false);
  });
});

describe('scoring refusals', () => {
  it('sees a refused question that has an answer', () => {
    expect(score(makeUnanswered('abstained'), URBAN)).toMatchObject({
      wrongRefusal: true,
      rightFirst: false,
    });
  });

  it('sees an answered question that has none', () => {
    expect(score(makeAnswered(urban), REFUSAL)).toMatchObject({ missedRefusal: true, rightFirst: false });
  });

  it('does not take a question back for a refusal', () => {
    expect(score(makeUnanswered('clarify'), REFUSAL).missedRefusal).toBe(true);
    expect(score(makeUnanswered('clarify'), URBAN)).toMatchObject({ wrongRefusal: false, rightFirst: false });
  });

  it('accepts each of several outcomes that are fair', () => {
    const either: Expectation = { status: ['clarify', 'answered'] };

    expect(score(makeUnanswered('clarify'), either).rightFirst).toBe(true);
    expect(score(makeAnswered(urban), either).rightFirst).toBe(true);
    expect(score(makeUnanswered('abstained'), either).rightFirst).toBe(false);
  });
});

describe('scoring sections and passages', () => {
  const outline: Expectation = {
    status: 'answered',
    kind: 'section',
    points: 2,
    includes: ['546元', '200所'],
  };
  const points = [LOW_INCOME, '新增服务站200所'];

  it('wants every point and no other', () => {
    expect(score(makeAnswered(makeSection(LOW_INCOME, points)), outline).rightFirst).toBe(true);
    expect(score(makeAnswered(makeSection(LOW_INCOME, points.slice(0, 1))), outline).rightFirst).toBe(false);
    expect(score(makeAnswered(makeSection(LOW_INCOME, [...points, '处置70余家'])), outline).rightFirst).toBe(
      false,
    );
  });

  it('wants the words in the quote, not in the sentence around it', () => {
    const passage: Expectation = { status: 'answered', quoteIncludes: ['服务站'] };

    expect(score(makeAnswered(makePassage('建设服务站400个')), passage).rightFirst).toBe(true);
    expect(score(makeAnswered(makePassage('处置70余家', '服务站')), passage).rightFirst).toBe(false);
  });
});

describe('scoring computations', () => {
  const difference: Expectation = { status: 'answered', computed: ['136元'], inputs: ['546', '410'] };
  const check = (verdict: 'met' | 'missed'): Expectation => ({
    status: 'answered',
    computed: ['0.751'],
    inputs: ['546'],
    verdict,
  });

  it('wants the result and its operands', () => {
    expect(score(makeAnswered(makeComparison()), difference).rightFirst).toBe(true);
    expect(score(makeAnswered(makeComparison({ computed: '36元' })), difference).rightFirst).toBe(false);
    expect(score(makeAnswered(makeComparison({ inputs: [] })), difference).rightFirst).toBe(false);
  });

  it.each([
    { text: '低于不低于1∶0.76的目标', verdict: 'missed' as const },
    { text: '达到了不低于1∶0.76的目标', verdict: 'met' as const },
    { text: '还没有达到目标', verdict: 'missed' as const },
  ])('reads “$text” as $verdict', ({ text, verdict }) => {
    const answer = makeAnswered(makeComparison({ computed: '0.751', text }));

    expect(score(answer, check(verdict)).rightFirst).toBe(true);
    expect(score(answer, check(verdict === 'met' ? 'missed' : 'met')).rightFirst).toBe(false);
  });

  it('finds the largest among the numbers that were compared', () => {
    const largest = makeComparison({ computed: '546元' });

    expect(score(makeAnswered(largest), URBAN).rightFirst).toBe(true);
    expect(score(makeAnswered({ ...largest, computed: '410元' }), URBAN).rightFirst).toBe(false);
  });
});

describe('evidence', () => {
  it('finds numbers that stand in no quote, whole numbers only', () => {
    expect(score(makeAnswered({ ...urban, text: '546元,约54元' }), URBAN).strayNumerals).toEqual(['54']);
  });

  it('lets a computation say what it declares, and nothing else', () => {
    expect(score(makeAnswered(makeComparison()), URBAN).strayNumerals).toEqual([]);
    expect(score(makeAnswered(makeComparison({ text: '高137元' })), URBAN).strayNumerals).toEqual(['137']);
    expect(score(makeAnswered(makeComparison({ formula: '545元 − 409元' })), URBAN).strayNumerals).toEqual([
      '545',
      '409',
    ]);
  });

  it('lets a refusal name years and repeat the question, but no number of its own', () => {
    const refused = makeUnanswered('abstained', {
      question: '9999元?',
      message: '没有2018年的9999元;目标是400个',
      nearest: [{ ...quoteOf('建设服务站400个'), text: '目标是400个' }],
    });

    expect(score(refused, REFUSAL).strayNumerals).toEqual([]);
    expect(score({ ...refused, nearest: [] }, REFUSAL).strayNumerals).toEqual(['400']);
  });

  it('compares every quote with the report itself', () => {
    const moved = { ...urban, start: urban.start + 1 };

    expect(score(makeAnswered(urban), URBAN)).toMatchObject({ quotes: 1, brokenQuotes: [] });
    expect(score(makeAnswered(moved), URBAN).brokenQuotes).toContain(LOW_INCOME);
    expect(score(makeAnswered({ ...urban, source: 'other' }), URBAN).brokenQuotes).toContain(LOW_INCOME);
  });

  it('rejects marks outside their quote', () => {
    const astray = { ...urban, marks: [{ start: 0, end: 2 }] };

    expect(score(makeAnswered(astray), URBAN).brokenQuotes).toHaveLength(1);
  });

  it('looks at operands, points and nearby places too', () => {
    const section = makeSection(LOW_INCOME, ['新增服务站200所']);
    const broken = { ...section, points: section.points.map((point) => ({ ...point, quote: '改写' })) };

    expect(score(makeAnswered(makeComparison()), URBAN).quotes).toBe(3);
    expect(score(makeAnswered(broken), URBAN).brokenQuotes).toEqual(['改写']);
  });
});
