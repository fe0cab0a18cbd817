import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../../support/real-knowledge.ts';

const followUp = (previous: string, message: string) => realAnswerer.answer(message, [previous]);

/** What the last message of a conversation leads to. */
const converse = (...messages: readonly string[]) =>
  messages.reduce<{ earlier: readonly string[]; said?: ReturnType<typeof realAnswerer.answer> }>(
    ({ earlier }, message) => {
      const said = realAnswerer.answer(message, earlier);
      return { earlier: [said.understoodAs ?? message, ...earlier].slice(0, 2), said };
    },
    { earlier: [] },
  ).said;

describe('a follow-up is understood as', () => {
  it.each([
    { previous: '福彩去年卖了多少', typed: '同比呢', understood: '福彩销售额比上年增长多少' },
    { previous: '城市低保标准', typed: '那农村呢', understood: '农村低保标准多少钱' },
    { previous: '全年救助了多少流浪人员', typed: '那临时救助呢', understood: '临时救助多少人次' },
    { previous: '临时救助支出多少钱', typed: '什么时候发的', understood: '临时救助什么时候发的' },
    {
      previous: '社区养老服务站去年新增多少',
      typed: '今年计划多少',
      understood: '2019年社区养老服务站目标多少',
    },
  ])('$understood after “$previous”: $typed', ({ previous, typed, understood }) => {
    expect(followUp(previous, typed).understoodAs).toBe(understood);
  });

  it.each([
    { previous: '农村低保标准多少', typed: '2019年有哪些目标' },
    { previous: '民政局电话多少', typed: '谁是局长' },
    { previous: '养老床位多少', typed: '给我讲讲民政工作' },
    { previous: '养老床位多少', typed: '志愿者有多少，一共服务了多久' },
    { previous: '福彩卖了多少', typed: '青溪县2020年有什么目标' },
    // What was refused lends nothing, nor does a mere name, as that of a target that was shown.
    { previous: '民办和公办养老机构一共多少家', typed: '民办的多少' },
    { previous: '海南的低保标准是多少', typed: '民办的多少' },
    { previous: '公安局有多少人', typed: '公办的有几家' },
    { previous: '谁还没有填', typed: '养老目标' },
    { previous: '高龄津贴几岁开始发', typed: '特困人员一年补助多少' },
    { previous: '孤儿养育标准是多少', typed: '农村的多少' },
    { previous: '局长叫什么名字', typed: '社会组织的目标有多少' },
    { previous: '成都低保标准是多少', typed: '去年结了多少对婚' },
    { previous: '上海福彩卖了多少', typed: '去年离了多少对婚' },
    { previous: '社区养老服务站', typed: '民办的多少' },
    { previous: '家和计划', typed: '城市的花了多少' },
  ])('a question of its own after “$previous”: $typed', ({ previous, typed }) => {
    expect(followUp(previous, typed)).toEqual(realAnswerer.answer(typed));
  });

  it('what it is asked as when it is asked again by itself', () => {
    const answer = followUp('福彩卖了多少', '比上年呢');

    expect(realAnswerer.answer(answer.understoodAs ?? '').answers).toEqual(answer.answers);
  });
});

describe('what was told for a month', () => {
  it.each([
    { previous: '特困人员救助供养标准是多少', typed: '一个月补助多少', said: '710' },
    { previous: '特困人员一年补助多少', typed: '一个月补助多少', said: '710' },
    { previous: '城市低保标准', typed: '一个月能领多少', said: '546' },
    { previous: '农村低保标准多少', typed: '每个月给多少钱', said: '410' },
    { previous: '特困供养标准多少', typed: '每人每月补多少', said: '710' },
    { previous: '农村低保标准多少', typed: '按月发多少', said: '410' },
    { previous: '城市低保标准是多少', typed: '那一个月拿多少', said: '546' },
  ])('is told again when it is asked in another word for giving: $typed', ({ previous, typed, said }) => {
    const { status, answers } = followUp(previous, typed);

    expect([status, answers[0]]).toMatchObject(['answered', { value: said }]);
  });

  it.each(['一个月花了多少', '一个月支出多少', '一个月新增多少', '一个月涨多少', '一个月多少人'])(
    'is not taken for what else is asked of a month: %s',
    (typed) => {
      expect(JSON.stringify(followUp('城市低保标准', typed).answers[0] ?? '')).not.toContain('"546"');
    },
  );
});

describe('a follow-up that the report does not tell', () => {
  it.each([
    { previous: '婚姻登记多少对', typed: '比上年多多少', said: '没有查到上一年的数' },
    { previous: '社区养老服务站今年建多少', typed: '完成多少了', said: '请看“进度”' },
    { previous: '福彩公益金多少', typed: '为什么涨了', said: '报告里没有' },
    { previous: '婚姻登记多少对', typed: '那上海呢', said: '没有“上海”的数据' },
  ])('is said to be untold after “$previous”: $typed', ({ previous, typed, said }) => {
    const { status, answers, message } = followUp(previous, typed);

    expect({ status, answers }).toEqual({ status: 'abstained', answers: [] });
    expect(message).toContain(said);
  });

  it.each(['谁管的', '那农村的呢', '去年呢'])(
    'is not said to lack words that only the question before had: %s',
    (typed) => {
      expect(followUp('博物馆有几座', typed).message).not.toContain('博物馆');
    },
  );

  it('shows the sentence that was told, so that its reader may see for himself', () => {
    const [told] = realAnswerer.answer('婚姻登记多少对').answers;

    expect(followUp('婚姻登记多少对', '比上年多多少').nearest[0]?.quote).toBe(told?.quote);
  });

  it.each(['说得好', '不对', '嗯嗯'])('is no question where it says nothing of a report: %s', (typed) => {
    expect(followUp('福彩卖了多少', typed)).toMatchObject({ status: 'abstained', reason: 'not-a-question' });
  });
});

describe('a refused question lends no words', () => {
  it.each([
    { earlier: ['社会组织比去年多了几家'], typed: '婚姻登记办了多少对呢' },
    { earlier: ['离婚登记多少对'], typed: '结婚登记多少' },
    { earlier: ['民政局电话多少'], typed: '那地址呢' },
  ])('to one of another thing: $typed', ({ earlier, typed }) => {
    const { understoodAs, missing, answers } = realAnswerer.answer(typed, earlier);
    const alone = realAnswerer.answer(understoodAs ?? typed);

    expect(understoodAs ?? typed).toBe(typed.replace(/^那|呢$/gu, ''));
    expect({ missing, answers }).toEqual({ missing: alone.missing, answers: alone.answers });
  });

  it('but lends its thing to what asks the same of another time', () => {
    expect(realAnswerer.answer('2018年呢', ['2017年婚姻登记多少对']).answers[0]).toMatchObject({
      value: '39.5',
    });
  });
});

describe('a place that is named now', () => {
  it.each([
    { messages: ['成都低保标准是多少', '那重庆呢'], marks: 2 },
    { messages: ['成都的低保标准是多少', '那上海呢', '重庆呢'], marks: 2 },
    { messages: ['万州区的农村低保标准多少', '那我们重庆呢'], marks: 1 },
    { messages: ['上海去年福彩卖了多少', '换成重庆'], marks: 1 },
    { messages: ['北京特困供养金发了多少，保障了多少人', '那重庆呢'], marks: 2 },
  ])('stands in the place of the one before: $messages', ({ messages, marks }) => {
    const said = converse(...messages);

    expect(said?.answers[0]).toMatchObject({ marks: { length: marks } });
    expect(said?.understoodAs).not.toMatch(/成都|上海|万州|北京/u);
  });
});

describe('what is added up', () => {
  it.each([
    {
      messages: ['低保标准现在多少', '那农村呢', '加起来呢', '低保和特困去年各花了多少钱', '加起来呢'],
      computed: '61.84亿元',
    },
    { messages: ['低保标准现在多少', '那农村呢', '加起来呢'], computed: '956元' },
    { messages: ['低保花了多少', '特困花了多少', '总共呢'], computed: '61.84亿元' },
    { messages: ['低保和特困各花了多少', '加起来'], computed: '61.84亿元' },
    { messages: ['低保标准多少', '加起来呢'], computed: '956元' },
  ])('is what was answered last, be it two things or one and the one before: $messages', (each) => {
    expect(converse(...each.messages)?.answers[0]).toMatchObject({ computed: each.computed });
  });

  it.each([
    ['低保对象多少人', '养老机构多少家', '加起来呢'],
    ['结婚多少对', '离婚多少对', '加起来呢'],
  ])('is nothing where the two are of different kinds, or untold: %s %s', (...messages) => {
    expect(converse(...messages)?.answers).toEqual([]);
  });

  it.each([
    ['你好，在写代表建议的答复，低保标准现在多少', '那农村呢', '加起来呢'],
    ['领导要材料，福彩去年卖了多少', '公益金筹了多少', '这两个加起来'],
  ])('is said again without a greeting: %s', (...messages) => {
    const said = converse(...messages);

    expect(said?.status).toBe('answered');
    expect(said?.understoodAs).not.toMatch(/你好|答复|材料/u);
  });
});

describe('one thing more', () => {
  it.each([
    { messages: ['低保和特困去年各花了多少钱', '加起来呢', '再加上临时救助呢'], computed: '67.14亿元' },
    { messages: ['低保资金支出多少', '加上特困供养金呢', '再加上临时救助呢'], computed: '67.14亿元' },
    { messages: ['低保资金支出多少', '再加特困的呢', '把临时救助也算上呢'], computed: '67.14亿元' },
    { messages: ['低保对象多少人', '特困人员也算上一共多少人'], computed: '107.74万人' },
    { messages: ['城市低保标准多少', '加上农村的呢'], computed: '956元' },
    { messages: ['福彩卖了多少', '加上公益金呢', '再加上慈善捐赠呢'], computed: '86.23亿元' },
  ])('is added to all that was told: $messages', ({ messages, computed }) => {
    expect(converse(...messages)?.answers[0]).toMatchObject({ computed });
  });

  it.each([
    ['成都低保标准多少', '再加上临时救助呢'],
    ['结婚登记多少对', '再加上离婚呢'],
    ['收养登记多少例', '加上婚姻登记呢'],
  ])('is never told alone, nor some of it added up: %s %s', (...messages) => {
    expect(converse(...messages)?.answers).toEqual([]);
  });

  it('is not what merely begins with the same sign', () => {
    expect(converse('养老机构多少家', '加强监管了吗')?.understoodAs).toBeUndefined();
  });
});

describe('the year before, after two things', () => {
  it.each([
    ['特困供养金和临时救助资金各多少', '那比前年呢'],
    ['低保和特困去年各花了多少钱', '加起来呢', '比前年呢'],
    ['城市低保标准和农村低保标准各是多少', '比去年呢'],
  ])('is never the other of the two: %s %s', (...messages) => {
    const said = converse(...messages);

    expect(said?.answers).toEqual([]);
    expect(said?.message).toContain('没有查到上一年的数');
  });

  it.each(['特困供养金发放额和临时救助资金支出分别比上年减少多少'])(
    'is not taken for it in a question of its own: %s',
    (question) => {
      expect(realAnswerer.answer(question).answers).toEqual([]);
    },
  );

  it('is told of each where it is printed', () => {
    expect(converse('福彩销售额和公益金各多少', '加起来呢', '比前年呢')?.answers[0]?.text).toContain(
      '4.94%、福彩公益金同比增长率:3.62%',
    );
  });
});

describe('a share', () => {
  it('is asked of the number that was told, not taken from another thing', () => {
    const { status, message, answers } = followUp('收养登记多少例', '占几成');

    expect({ status, answers }).toEqual({ status: 'abstained', answers: [] });
    expect(message).toContain('算不出来');
  });

  it.each([
    { previous: '低保一年花了多少, 几个人在领', typed: '占几成' },
    { previous: '低保对象多少人', typed: '占百分之多少' },
    { previous: '婚姻登记多少对', typed: '离婚占几成' },
  ])('is not computed of two other numbers: $typed', ({ previous, typed }) => {
    expect(followUp(previous, typed).answers).toEqual([]);
  });
});

describe('a line of two questions', () => {
  it.each([
    { typed: '婚姻登记办了多少对 离婚的呢', value: '39.5', untold: '离婚的呢' },
    { typed: '养老机构几家 其中公办的占几成', value: '1403', untold: '其中公办的占几成' },
    { typed: '养老机构几家，其中公办的占几成？', value: '1403', untold: '其中公办的占几成' },
  ])('is answered by half, and the other half named: $typed', ({ typed, value, untold }) => {
    for (const earlier of [[], ['社会组织多少家 比去年多了几家']]) {
      const { answers, message, understoodAs } = realAnswerer.answer(typed, earlier);

      expect(answers).toMatchObject([{ value }]);
      expect(message).toContain(`“${untold}”`);
      expect(understoodAs).toBeUndefined();
    }
  });
});

describe('a line that asks for a number and for something in words', () => {
  it.each([
    { typed: '低保多少钱一个月，怎么申请', value: '', untold: '怎么申请' },
    { typed: '养老机构有多少家，为什么这么多', value: '1403', untold: '为什么这么多' },
    { typed: '慈善捐赠多少，主要用在哪', value: '10.6', untold: '主要用在哪' },
    { typed: '慈善组织有几家，增加了吗', value: '89', untold: '增加了吗' },
  ])('is answered with the number, and what is not told is named: $typed', ({ typed, value, untold }) => {
    const { answers, message } = realAnswerer.answer(typed);

    expect(answers[0]).toMatchObject({ value });
    expect(message).toBe(`“${untold}”：报告里没有找到能确定回答的内容。`);
  });

  it.each([
    { typed: '福彩卖了多少，比前年涨了没', said: ['58.27亿元', '4.94%'] },
    { typed: '福彩销售额多少，增长了吗', said: ['58.27亿元', '4.94%'] },
    { typed: '公益金筹了多少，比前年多了没有', said: ['17.36亿元', '3.62%'] },
    { typed: '慈善捐了多少，惠及多少人，比上年多没', said: ['10.6亿元', '200万人次'] },
  ])('is answered with both the number and how it changed: $typed', ({ typed, said }) => {
    const [first] = realAnswerer.answer(typed).answers;

    for (const number of said) expect(first?.text).toContain(number);
  });

  it.each(['慈善捐了多少，你知道吗', '养老机构有几家，查得到吗', '低保标准是多少，麻烦问一下可以吗'])(
    'nothing is missed of what is only said beside it: %s',
    (typed) => {
      expect(realAnswerer.answer(typed).message).toBeUndefined();
    },
  );
});

describe('a question in words of its own after an answer', () => {
  it.each([
    { previous: '福彩卖了多少', typed: '去年捐了多少钱', value: '10.6' },
    { previous: '低保标准是多少', typed: '培训了多少人', value: '2000' },
    { previous: '养老机构多少家', typed: '免了多少费用', value: '1400' },
    { previous: '低保标准是多少', typed: '卖了多少', value: '58.27' },
  ])(
    'is answered by itself where nothing is told of both, which is said: $typed',
    ({ previous, typed, value }) => {
      const { answers, message, understoodAs } = followUp(previous, typed);

      expect(answers[0]).toMatchObject({ value });
      expect(message).toBe('接着上一个问题没有查到，以上只按这一句话来查。');
      expect(understoodAs).toBeUndefined();
    },
  );

  it('asks back where several things are called so', () => {
    expect(followUp('养老机构有多少家', '救助了多少人').status).toBe('clarify');
  });

  it.each([
    { previous: '高龄津贴多少钱', typed: '发了多少钱' },
    { previous: '社会组织有多少个', typed: '投入了多少钱' },
  ])('goes on with what was refused: $typed', ({ previous, typed }) => {
    expect(followUp(previous, typed).status).toBe('abstained');
  });
});

describe('a number that is doubted after it was told', () => {
  it.each([
    { previous: '福彩卖了多少', typed: '58.27亿？' },
    { previous: '福彩卖了多少', typed: '真是58.27亿吗' },
    { previous: '收养登记多少件', typed: '162？' },
    { previous: '婚姻登记多少对', typed: '真有39.5万对？' },
    { previous: '低保标准是多少', typed: '410?' },
    { previous: '慈善捐赠多少', typed: '有10.6亿那么多吗' },
    { previous: '养老机构有多少家', typed: '只有1403吗' },
  ])('is confirmed with its quote: $typed', ({ previous, typed }) => {
    const { answers, message } = followUp(previous, typed);

    expect(message).toBe('与报告一致。');
    expect(answers).toHaveLength(1);
  });

  it.each([
    { previous: '福彩卖了多少', typed: '是58.72亿吗', value: '58.27' },
    { previous: '收养登记多少件', typed: '不是276件吗', value: '162' },
    { previous: '养老机构有多少家', typed: '是不是1304', value: '1403' },
    { previous: '特困供养标准', typed: '我记得是170', value: '710' },
  ])('is set right where it is another: $typed', ({ previous, typed, value }) => {
    const { answers, message } = followUp(previous, typed);

    expect(message).toContain('与报告不一致');
    expect(answers[0]).toMatchObject({ value });
  });

  it('is none where more is asked', () => {
    expect(followUp('福彩卖了多少', '5000元是啥').message ?? '').not.toContain('不一致');
  });
});

describe('a line that asks once', () => {
  it.each([
    '扯证前一年是多少对，就是2017那会儿',
    '去年洪水有多少人受灾，请帮我从总结里摘一下',
    '五保户那十几万人，乡下住的多少',
  ])('is not answered by its beginning: %s', (typed) => {
    expect(realAnswerer.answer(typed).status).toBe('abstained');
  });
});

describe('a number that is told of no time', () => {
  it.each(['社会组织比去年多了几家', '社会组织多少家 比去年多了几家'])(
    'is not denied for a year whose sentences are shown: %s',
    (typed) => {
      const { status, message, nearest } = realAnswerer.answer(typed);

      expect(status).toBe('abstained');
      expect(message).not.toContain('没有写2018年');
      expect(nearest.length).toBeGreaterThan(0);
    },
  );
});
