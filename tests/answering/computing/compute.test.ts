import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

/** A report of another department, without any reviewed file. */
const otherAnswerer = createAnswerer(
  loadKnowledge({
    seedsDir: 'tests/fixtures/other-reports/seeds',
    knowledgeDir: 'tests/fixtures/other-reports/none',
  }),
);

describe('computed answers', () => {
  it.each([
    { question: '城乡低保差多少?', computed: '136元', values: ['546', '410'] },
    { question: '农村低保是城市低保的百分之几?', computed: '75.1%', values: ['410', '546'] },
    { question: '自有产权床位补贴涨了多少?', computed: '5000元', values: ['1', '5000'] },
    { question: '低保对象比特困对象多多少人?', computed: '70.66万人', values: ['89.2', '18.54'] },
    { question: '福彩公益金占销售额的比例', computed: '29.8%', values: ['17.36', '58.27'] },
    { question: '社区养老服务站的目标是去年的几倍?', computed: '2倍', values: ['400', '200'] },
    { question: '培训平均每个班多少人次', computed: '130人次', values: ['1.2', '92'] },
    { question: '特困供养金按人头摊一年多少', computed: '8894.28元', values: ['16.49', '18.54'] },
    { question: '福彩销售比公益金的增速快几个点', computed: '1.32个百分点', values: ['4.94', '3.62'] },
    { question: '今年服务站加示范中心总共要建多少', computed: '440个', values: ['400', '40'] },
    { question: '58万件问题和23万件矛盾相差多少', computed: '35万件', values: ['58', '23'] },
  ])('answers $question with $computed', ({ question, computed, values }) => {
    const [first] = realAnswerer.answer(question).answers;

    expect(first).toMatchObject({ kind: 'comparison', computed });
    expect(first?.kind === 'comparison' && first.inputs.map(({ value }) => value)).toEqual(values);
  });

  it('says whether a ratio that is aimed at is reached already', () => {
    const [first] = realAnswerer.answer('城乡低保比例达到目标没有?').answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: '0.751' });
    expect(first?.text).toMatch(/^没有达到/u);
  });

  it.each([
    ['去年农村低保是城市的百分之几?达标了吗', /^没有达到.*1∶0\.76/u],
    ['乡下低保除以城里的低保,去年这个比够不够今年定的线?', /^没有达到.*1∶0\.76/u],
    ['特困供养标准是城市低保的几倍,够今年的要求吗', /^达到.*1\.3倍/u],
  ])('says whether what one number is of another is what is aimed at: %s', (question, said) => {
    expect(realAnswerer.answer(question).answers[0]?.text).toMatch(said);
  });

  it('holds a multiple of what is printed for several to the largest, and names it', () => {
    expect(realAnswerer.answer('特困标准达到低保的1.3倍了吗').answers[0]?.text).toMatch(
      /^达到.*城市低保标准的1\.3倍.*1\.3倍$/u,
    );
    expect(realAnswerer.answer('特困标准达到农村低保的1.3倍了吗').answers[0]?.text).toMatch(
      /农村低保标准的1\.73倍/u,
    );
  });

  it('says when a multiple is reached by a hair', () => {
    const [first] = realAnswerer.answer('特困达到城市低保1.3倍了吗?').answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: '1.3倍' });
    expect(first?.text).toMatch(/^达到/u);
  });

  it('warns when an aim is computed with a fact', () => {
    const [first] = realAnswerer.answer('社区养老服务站的目标是去年的几倍?').answers;

    expect(first?.kind === 'comparison' && first.caveat).toMatch(/口径/u);
  });

  it.each([{ question: '低保、特困、临时救助哪样花钱最凶', value: '45.35' }])(
    'answers $question with the one that wins',
    ({ question, value }) => {
      expect(realAnswerer.answer(question).answers[0]).toMatchObject({ kind: 'figure', value });
    },
  );

  it.each([
    ['特困标准高还是城市低保高', '特困供养标准710元/月比城市低保标准546元高164元/月'],
    ['福彩销售额和公益金哪个涨得快', '福彩销售同比增长率4.94%比福彩公益金同比增长率3.62%高1.32个百分点'],
    ['低保资金和特困供养金哪个多', '低保资金支出45.35亿元比特困供养金发放额16.49亿元多28.86亿元'],
    ['养老机构多还是社区养老中心多', '现有养老机构数1403个比现有社区养老服务中心(站)数1221所多182个'],
    ['城市低保和农村低保哪个低', '农村低保标准410元比城市低保标准546元低136元'],
    // A word of doing names one side.
    ['销售和公益金哪个涨得快', '福彩销售同比增长率4.94%比福彩公益金同比增长率3.62%高1.32个百分点'],
    ['销售和公益金哪个涨得快，快多少', '福彩销售同比增长率4.94%比福彩公益金同比增长率3.62%高1.32个百分点'],
    // Of ranks the foremost is the smaller number.
    [
      '儿童政策指数和城市公益指数全国排名哪个靠前',
      '儿童政策省级创新指数全国排名第5位比城市公益指数全国排名第14位靠前9位',
    ],
  ])('says of two which is more, and by how much: %s', (question, text) => {
    expect(realAnswerer.answer(question).answers).toMatchObject([{ kind: 'comparison', text }]);
  });

  it('says so of a report nobody has asked about', () => {
    const [first] = otherAnswerer.answer('公路货运量和水路货运量哪个多').answers;

    expect(first).toMatchObject({ kind: 'comparison', text: expect.stringMatching(/比.*多/u) });
  });

  it('gives the printed total of two things rather than a sum', () => {
    const [first] = realAnswerer.answer('社区养老服务中心和站现在总共多少').answers;

    expect(first).toMatchObject({ kind: 'figure', value: '1221' });
  });

  it.each(['低保标准比原来提高了多少', '城乡低保标准提高了多少'])(
    'refuses %s: only what it became is printed',
    (question) => {
      expect(realAnswerer.answer(question)).toMatchObject({ status: 'abstained', reason: 'no-number' });
    },
  );

  it('says that people and posts are not the same thing', () => {
    const [first] = realAnswerer.answer('有证的社工比开发的社工岗位多几个').answers;

    expect(first?.kind === 'comparison' && first.caveat).toMatch(/不是同一样东西/u);
  });

  it('sets a task beside what was done', () => {
    const [first] = otherAnswerer.answer('柴油货车淘汰完成市里任务没有').answers;

    expect(first).toMatchObject({ kind: 'comparison', computed: '106.5%' });
    expect(first?.text).toMatch(/^达到/u);
  });

  it('refuses to subtract money from people', () => {
    expect(realAnswerer.answer('养老床位数比福彩销售额大多少?')).toMatchObject({
      status: 'abstained',
      reason: 'units-differ',
    });
  });
});

describe('a sum', () => {
  it.each(['养老机构和床位一共多少', '孤儿和养老机构加起来多少'])(
    'is of one kind of thing: %s',
    (question) => {
      expect(realAnswerer.answer(question)).toMatchObject({ status: 'abstained', reason: 'units-differ' });
    },
  );

  it.each([
    ['低保对象和特困对象一共多少人', '107.74万人'],
    ['去年社区养老站和示范中心加起来新增多少', '220所'],
    ['救灾应急资金和冬春救助资金一共多少钱', '1.3836亿元'],
    ['低保、特困、临时救助三项一共花了多少钱', '67.14亿元'],
    // Each of what is named, and no less.
    ['低保、特困、救灾应急、冬春救助一共用了多少钱', '63.2236亿元'],
    ['低保金、特困金、慈善捐赠三项合计', '72.44亿元'],
  ])('is given for what is counted alike: %s', (question, computed) => {
    expect(realAnswerer.answer(question).answers[0]).toMatchObject({ kind: 'comparison', computed });
  });
});

describe('a sum of things that are not all told', () => {
  it('is not given for some of them', () => {
    const { answers } = realAnswerer.answer('农村低保、医疗救助、特困供养一共纳入了多少扶贫对象');

    expect(answers.filter(({ kind }) => kind === 'comparison')).toEqual([]);
  });
});

describe('the largest of all', () => {
  it.each([
    '去年捐钱捐得最多的是哪家老板?',
    '哪个区县的养老院最多',
    '床位补贴最多的区县是哪个',
    '哪家社会组织被处罚得最重',
  ])('is not told of numbers nobody asked about: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});
