import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerItem } from '../../../src/answering/answer.ts';
import { answerMessage, type Presentation } from '../../../src/slack/blocks/answer-message.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import {
  makeAnswer,
  makeComparison,
  makeFigure,
  makePassage,
  makeSection,
} from '../../support/make-answer.ts';
import { allButtons, liveParts, readBlocks } from '../../support/slack/read-message.ts';

const present = (answer: Answer, extra: Partial<Presentation> = {}) =>
  answerMessage(answer, {
    questionId: 'q1',
    titleOf: () => '年鉴',
    opening: [],
    isShareable: true,
    surface: 'message',
    ...extra,
  });
const labels = (answer: Answer, extra?: Partial<Presentation>) =>
  allButtons(present(answer, extra).blocks).map((button) => button.text.text);

/** Every page of an answer, as a person would see them by pressing “显示其余”. */
const pagesOf = (answer: Answer) => {
  const pages = [present(answer)];
  for (;;) {
    const rest = allButtons(pages.at(-1)?.blocks).find((button) => button.action_id === 'show_rest');
    if (!rest || pages.length > 300) return pages;
    pages.push(present(answer, { fromPart: JSON.parse(rest.value).from }));
  }
};

describe('answerMessage', () => {
  it('puts the number first, then the quote with the number marked, then its place', () => {
    expect(readBlocks(present(makeAnswer()).blocks).split('\n').slice(0, 3)).toEqual([
      '**城市低保标准:546元**',
      '> 城市低保标准提高到每人每月**546元**。',
      '2018年实际 · 出处:年鉴 › 一、2018年发展回顾 › (二)社会救助',
    ]);
  });

  it('says a passage once', () => {
    const shown = readBlocks(present(makeAnswer({ answers: [makePassage('启动立法研究。')] })).blocks);

    expect(shown.match(/启动立法研究/gu)).toHaveLength(1);
  });

  it('shows a comparison with its formula, its caveat and each quote once', () => {
    const city = makeFigure();
    const rural = { ...makeFigure({ value: '410', before: '农村低保标准提高到每人每月', start: 500 }) };
    const answer = makeAnswer({ answers: [makeComparison([city, rural, city])] });

    const shown = readBlocks(present(answer).blocks);

    expect(shown).toContain('**城市比农村高136元**\n算式:546元 − 410元 = 136元\n注意:两个数的口径不同');
    expect(shown.match(/> /gu)).toHaveLength(2);
    expect(shown).toContain('每人每月**410元**');
    expect(present(answer).text).toContain('136元');
  });

  it('marks each operand where it stands, and not the same digits elsewhere', () => {
    const quote = '补贴由1000元提高到5000元,另有15000元,合计5000元。';
    const operand = { ...makeFigure(), quote, start: 0, end: quote.length };
    const inputs = [
      { ...operand, value: '1000', valueStart: operand.start + 3, valueEnd: operand.start + 8 },
      // The other 5000元 of the sentence is the one that is meant.
      { ...operand, value: '5000', valueStart: operand.start + 28, valueEnd: operand.start + 33 },
    ];

    expect(
      readBlocks(present(makeAnswer({ answers: [{ ...makeComparison([operand]), inputs }] })).blocks),
    ).toContain('> 补贴由**1000元**提高到5000元,另有15000元,合计**5000元**。');
  });

  it('shows three answers at once and the rest behind one button', () => {
    const answers = [1, 2, 3, 4, 5].map((n) => makeFigure({ value: String(n), start: n * 100 }));

    expect(labels(makeAnswer({ answers }))).toEqual([
      '显示其余2条',
      '分享到频道',
      '看第1条上下文',
      '看第2条上下文',
      '看第3条上下文',
      '数字有误',
      '需要人工',
    ]);
    expect(readBlocks(present(makeAnswer({ answers }), { fromPart: 3 }).blocks)).toContain(
      '城市低保标准:5元',
    );
  });

  it('lists long readings above their buttons', () => {
    const label = '城市低保标准'.repeat(20);
    const answer = makeAnswer({
      status: 'clarify',
      answers: [],
      message: '您问的是哪一项?',
      choices: [
        { label, question: 'a' },
        { label: '短', question: 'b' },
      ],
    });

    expect(labels(answer)).toEqual(['第1种', '第2种', '需要人工']);
    expect(readBlocks(present(answer).blocks)).toContain(`• 第1种:${label}`);
  });

  it('shows nearby places of a refusal, with the quote that tells of another period', () => {
    const near = { source: 'report', section: '二、2019年发展目标', start: 7, end: 12 };
    const answer = makeAnswer({
      status: 'abstained',
      answers: [],
      reason: 'other-period',
      message: '报告没有2018年的数。',
      nearest: [{ ...near, text: '2019年的目标是30个', quote: '设置30个站' }],
    });

    const shown = readBlocks(present(answer).blocks);

    expect(shown).toContain('• 2019年的目标是30个');
    expect(shown).toContain('> 设置30个站');
    expect(labels(answer)).toEqual(['看原文', '需要人工']);
  });

  it('says how a follow-up was understood', () => {
    expect(readBlocks(present(makeAnswer({ understoodAs: '农村低保标准?' })).blocks)).toContain(
      '按“农村低保标准?”理解',
    );
  });

  it('leaves out what the App Home cannot show', () => {
    const { blocks } = present(makeAnswer(), { surface: 'home' });

    expect(checkBlocks(blocks, 'home')).toMatchObject({ ok: true });
  });

  it('escapes what stands in the text for notifications', () => {
    const answer = makeAnswer({
      status: 'abstained',
      answers: [],
      reason: 'not-covered',
      message: '没有<!channel>&',
    });

    expect(present(answer).text).toBe('没有&lt;!channel&gt;&amp;');
    expect(liveParts(present(answer).blocks)).toEqual([]);
  });
});

describe('answerMessage, whatever it is given', () => {
  const text = fc.string({
    unit: fc.constantFrom('养', '老', '。', ',', '"', '\n', '8', '.', '<', '&'),
    maxLength: 6_000,
    size: 'max',
  });
  const item: fc.Arbitrary<AnswerItem> = fc.oneof(
    fc
      .record({ before: text, after: text, value: fc.stringMatching(/^[1-9]\d{0,6}(\.\d{1,2})?$/u) })
      .map((parts) => makeFigure({ ...parts, before: `${parts.before},`, after: `,${parts.after}` })),
    text.map((quote) => makePassage(`养${quote}`)),
    fc
      .array(
        text.map((point) => `一是${point}`),
        { maxLength: 60 },
      )
      .map(makeSection),
    fc
      .array(text, { minLength: 1, maxLength: 8 })
      .map((befores) =>
        makeComparison(
          befores.map((before, index) => makeFigure({ before: `${before},`, start: index * 10_000 })),
        ),
      ),
  );
  const answer = fc
    .record({
      answers: fc.array(item, { maxLength: 8 }),
      choices: fc.array(
        fc.record({
          label: text.map((label) => `标准${label}`),
          question: text.map((question) => `标准${question}`),
        }),
        { maxLength: 30 },
      ),
    })
    .map(({ answers, choices }) =>
      answers.length > 0
        ? makeAnswer({ answers })
        : makeAnswer({ answers, choices, status: 'clarify', message: '哪一项?' }),
    );

  it('stays within Slack’s limits on every page, and ends', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const pages = pagesOf(given);

        expect(pages.length).toBeLessThan(300);
        for (const { blocks } of pages) {
          expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows every number of a figure whole, and in its quote', () => {
    fc.assert(
      fc.property(
        fc.record({ before: text, after: text, value: fc.stringMatching(/^[1-9]\d{3,9}$/u) }),
        ({ before, after, value }) => {
          const figure = makeFigure({ value, before: `${before},`, after: `,${after}` });
          const shown = readBlocks(present(makeAnswer({ answers: [figure] })).blocks);

          expect(shown).toContain(`**${value}元**`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
