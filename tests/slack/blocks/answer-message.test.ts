import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerItem } from '../../../src/answering/answer.ts';
import { answerMessage, type Presentation } from '../../../src/slack/blocks/answer-message.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { formsOf } from '../../../src/slack/blocks/message.ts';
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
    sharing: 'offered',
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

/** What stands behind the three dots. */
const menuOf = (answer: Answer) =>
  present(answer)
    .blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'overflow' ? element.options.map(({ text }) => text.text) : []));

describe('answerMessage', () => {
  it('puts the number first, with what it is, then the quote with the number marked, then its place', () => {
    expect(readBlocks(present(makeAnswer()).blocks).split('\n').slice(0, 3)).toEqual([
      '**每人每月546元**（城市低保标准，2018年）',
      '> 城市低保标准提高到每人每月**546元**。',
      '《年鉴》 › 一、2018年发展回顾 › (二)社会救助',
    ]);
  });

  it('says in the text for notifications what the first line says', () => {
    expect(present(makeAnswer()).text).toBe('每人每月546元（城市低保标准，2018年）');
  });

  it.each([
    '与报告不一致，请以报告原文为准。',
    '“床位”的数与报告不一致，请以报告原文为准。',
    '写的数与报告一致。',
  ])('says before everything else whether a draft is right: %s', (message) => {
    const { blocks, text } = present(makeAnswer({ message }));

    expect(readBlocks(blocks).split('\n').slice(0, 2)).toEqual([
      `**${message}**`,
      '**每人每月546元**（城市低保标准，2018年）',
    ]);
    expect(text.split('\n')[0]).toBe(message);
  });

  it('says after what was found which part was not', () => {
    const message = '“每月给多少钱”：报告里没有找到能确定回答的内容。';

    expect(readBlocks(present(makeAnswer({ message })).blocks).split('\n')[0]).toContain('每人每月546元');
  });

  it('says that an aim is one', () => {
    const target = {
      ...makeFigure(),
      kind: 'target' as const,
      period: { year: 2019, kind: 'target' as const },
    };

    expect(present(makeAnswer({ answers: [target] })).text).toContain('，2019年目标）');
  });

  it('quotes the numbers of one sentence once, each on a line of its own', () => {
    const quote = '城乡低保标准分别提高到每人每月546元、410元,支出45.35亿元。';
    const figure = { ...makeFigure(), quote, start: 0, end: quote.length };
    const answers = [
      {
        ...figure,
        value: '',
        text: '城市低保标准:546元、农村低保标准:410元',
        marks: [
          { start: 15, end: 19 },
          { start: 20, end: 24 },
        ],
      },
      {
        ...figure,
        value: '45.35',
        unit: '亿元',
        text: '低保资金支出:45.35亿元',
        marks: [{ start: 27, end: 34 }],
      },
    ];

    const shown = readBlocks(present(makeAnswer({ answers })).blocks);

    expect(shown.split('\n').slice(0, 4)).toEqual([
      '**每人每月546元**（城市低保标准，2018年）',
      '**每人每月410元**（农村低保标准，2018年）',
      '**45.35亿元**（低保资金支出，2018年）',
      '> 城乡低保标准分别提高到每人每月**546元**、**410元**,支出**45.35亿元**。',
    ]);
    expect(shown.match(/《年鉴》/gu)).toHaveLength(1);
  });

  it('names both ends of a change by a name that fits both', () => {
    const quote = '租赁产权补贴由1000元提高到5000元。';
    const change = {
      ...makeFigure(),
      value: '',
      quote,
      start: 0,
      end: quote.length,
      text: '租赁产权补贴(提高前):由1000元变为5000元',
      marks: [
        { start: 7, end: 12 },
        { start: 15, end: 20 },
      ],
    };

    expect(present(makeAnswer({ answers: [change] })).text).toBe(
      '由1000元变为5000元（租赁产权补贴，2018年）',
    );
  });

  it('says what the numbers of a rise were by a name that fits both', () => {
    const comparison = {
      ...makeComparison([makeFigure()]),
      text: '租赁产权补贴(提高后)从1000元到5000元,增幅400%',
      computed: '400%',
      formula: '(5000元 − 1000元) ÷ 1000元 = 400%',
      caveat: '',
    };

    expect(readBlocks(present(makeAnswer({ answers: [comparison] })).blocks)).toContain(
      '**增幅400%**（2018年）\n租赁产权补贴从1000元到5000元；(5000元 − 1000元) ÷ 1000元 = 400%',
    );
  });

  it('shows a sentence in words of its own as it is', () => {
    const figure = { ...makeFigure(), text: '全年支出低保资金546元' };

    expect(present(makeAnswer({ answers: [figure] })).text).toBe('全年支出低保资金546元（2018年）');
  });

  it('says a passage once', () => {
    const shown = readBlocks(present(makeAnswer({ answers: [makePassage('启动立法研究。')] })).blocks);

    expect(shown.match(/启动立法研究/gu)).toHaveLength(1);
  });

  it('shows a comparison with its result first, its formula, its caveat and each quote once', () => {
    const city = makeFigure();
    const rural = { ...makeFigure({ value: '410', before: '农村低保标准提高到每人每月', start: 500 }) };
    const comparison = {
      ...makeComparison([city, rural, city]),
      text: '城市低保标准546元,农村低保标准410元,相差136元',
    };

    const shown = readBlocks(present(makeAnswer({ answers: [comparison] })).blocks);

    expect(shown).toContain(
      '**相差136元**（2018年）\n城市低保标准546元，农村低保标准410元；546元 − 410元 = 136元\n注意：两个数的口径不同',
    );
    expect(shown.match(/> /gu)).toHaveLength(2);
    expect(shown).toContain('每人每月**410元**');
    expect(present(makeAnswer({ answers: [comparison] })).text).toMatch(/^相差136元/u);
  });

  it('says of a share what is so much of what', () => {
    const share = {
      ...makeComparison([makeFigure()]),
      text: '扶贫对象人数23.18万名,是低保对象人数89.2万人的约26%',
      computed: '26%',
      formula: '23.18万名 ÷ 89.2万人 ≈ 26%',
      caveat: '',
    };

    expect(readBlocks(present(makeAnswer({ answers: [share] })).blocks)).toContain(
      '**扶贫对象人数23.18万名，是低保对象人数89.2万人的约26%**（2018年）\n23.18万名 ÷ 89.2万人 ≈ 26%',
    );
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

  it('has one row: sharing, context, and a menu for the rest; the version of the knowledge is behind it', () => {
    const { blocks } = present(makeAnswer());

    expect(blocks.filter(({ type }) => type === 'actions')).toHaveLength(1);
    expect(labels(makeAnswer())).toEqual(['分享到频道', '看上下文']);
    expect(menuOf(makeAnswer())).toEqual(['数字有误', '需要人工', '复制引用', '出处与版本']);
    expect(readBlocks(blocks)).not.toContain('abc123');
  });

  it('says that it was shared, and thanks, in place of the buttons for it', () => {
    const shared = present(makeAnswer(), { sharing: 'done', rating: 'helpful' }).blocks;

    expect(allButtons(shared).map((button) => button.text.text)).toEqual(['看上下文']);
    expect(readBlocks(shared)).toContain('已分享到频道\n谢谢，已记录。');
    expect(readBlocks(shared)).not.toContain('[有用]');
  });

  it('shows three answers at once and the rest behind one button', () => {
    const answers = [1, 2, 3, 4, 5].map((n) => makeFigure({ value: String(n), start: n * 100 }));

    expect(labels(makeAnswer({ answers }))).toEqual(['显示其余2条', '分享到频道', '看上下文']);
    expect(readBlocks(present(makeAnswer({ answers }), { fromPart: 3 }).blocks)).toContain('每人每月5元');
  });

  it('folds a long list below the first words of each point; without folds it names them', () => {
    const points = ['一', '二', '三'].map(
      (n) => `${n}是健全服务体系。${'推进各项工作,落实各项任务。'.repeat(20)}`,
    );
    const message = present(makeAnswer({ answers: [makeSection(points)] }));
    const folds = message.blocks.filter((block) => block.type === 'container');

    expect(folds.map(({ title }) => title?.text)).toEqual([
      '一是健全服务体系。',
      '二是健全服务体系。',
      '三是健全服务体系。',
    ]);
    expect(readBlocks(folds.flatMap(({ child_blocks }) => child_blocks))).toContain(points[2]?.slice(9));
    expect(readBlocks(message.unfoldedBlocks ?? [])).toContain('• 二是健全服务体系。\n• 三是健全服务体系。');
    expect(allButtons(message.unfoldedBlocks).map((button) => button.text.text)).toContain('显示其余3点');
  });

  it('shows a short list whole', () => {
    const { blocks, unfoldedBlocks } = present(
      makeAnswer({ answers: [makeSection(['一是甲。', '二是乙。'])] }),
    );

    expect(readBlocks(blocks)).toContain('**(二)社会救助** 共2点');
    expect(readBlocks(blocks)).toContain('> **一是甲。**\n> **二是乙。**');
    expect(unfoldedBlocks).toBeUndefined();
  });

  it('shows a section without points beside a long list', () => {
    const answers = [makeSection([]), makeSection(['一是健全服务体系。'.repeat(40)])];

    for (const { blocks } of formsOf(present(makeAnswer({ answers })))) {
      expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
    }
  });

  it('lists long readings above their buttons', () => {
    const label = '城市低保标准'.repeat(20);
    const answer = makeAnswer({
      status: 'clarify',
      answers: [],
      message: '您问的是哪一项？',
      choices: [
        { label, question: 'a' },
        { label: '短', question: 'b' },
      ],
    });

    expect(labels(answer)).toEqual(['第1种', '第2种', '需要人工']);
    expect(readBlocks(present(answer).blocks)).toContain(`• 第1种：${label}`);
  });

  it('shows the nearest sentences of a refusal themselves, each with its place', () => {
    const near = { source: 'report', section: '二、2019年发展目标/(三)养老,服务' };
    const answer = makeAnswer({
      status: 'abstained',
      answers: [],
      reason: 'other-period',
      message: '报告没有2018年的数。',
      nearest: [
        { ...near, start: 7, end: 12, text: '2019年的目标是30个', quote: '设置30个站' },
        { ...near, start: 20, end: 25, quote: '改造三十处' },
      ],
    });

    expect(readBlocks(present(answer).blocks).split('\n').slice(0, 6)).toEqual([
      '报告没有2018年的数。',
      '最接近的原文：',
      '**2019年的目标是30个**',
      '> 设置30个站',
      '> 改造三十处',
      '《年鉴》 › 二、2019年发展目标 › (三)养老',
    ]);
    expect(labels(answer)).toEqual(['看上下文', '需要人工']);
    expect(menuOf(answer)).toEqual(['复制引用', '出处与版本']);
  });

  it.each(['empty', 'not-a-question'] as const)(
    'offers the outline, not a person, to what is no question: %s',
    (reason) => {
      const answer = makeAnswer({ status: 'abstained', answers: [], reason, message: '请写下想查的内容。' });

      expect(labels(answer)).toEqual(['看目录']);
    },
  );

  it('says how a follow-up was understood', () => {
    expect(readBlocks(present(makeAnswer({ understoodAs: '农村低保标准？' })).blocks)).toContain(
      '按“农村低保标准”理解',
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

    expect(present(answer).text).toContain('没有&lt;!channel&gt;&amp;');
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
        : makeAnswer({ answers, choices, status: 'clarify', message: '哪一项？' }),
    );

  it('stays within Slack’s limits on every page, and ends', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const pages = pagesOf(given);

        expect(pages.length).toBeLessThan(300);
        for (const blocks of pages.flatMap(formsOf).map((form) => form.blocks)) {
          expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
        }
      }),
      // Making so long a text smaller would take many minutes; the seed alone finds it again.
      { numRuns: 60, endOnFailure: true },
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
