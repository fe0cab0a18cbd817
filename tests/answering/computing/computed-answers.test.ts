import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

/** What a person reads first of an answer: the result of a computation, or the number as printed. */
function firstsOf({ answers }: Answer): string[] {
  return answers.map((item) =>
    item.kind === 'comparison' ? item.computed : 'value' in item ? item.value + item.unit : item.text,
  );
}

describe('answers computed from two numbers', () => {
  it.each([
    ['慈善捐赠款除以受益人次,平均多少钱', '530元'],
    ['养老床位总数除以养老机构数,平均一家多少张', '155张'],
    ['租房办养老院的,每张床补贴增加了多少元', '4000元'],
    ['养老床位补贴,自有产权的涨了多少', '5000元'],
    ['特困供养金人均多少', '8894.28元'],
    ['特困对象人均一年供养金多少', '8894.28元'],
    ['平均一家养老机构多少张床位', '155张'],
    ['市级示范社区养老服务中心,去年新增的加上今年要建的,合计多少', '60所'],
    ['社区养老服务站两年一共建多少个', '600所'],
    ['城乡低保标准之比是多少', '1.33倍'],
    ['低保对象是特困对象的几倍', '4.81倍'],
    ['救灾应急和冬春救助的钱一共多少', '1.3836亿元'],
    ['养老服务站、示范中心去年共新增多少', '220所'],
    ['安置退役士兵和培训退役士兵哪个多,多多少', '8000名'],
    ['社工岗位数除以社会工作项目数,平均一个项目几个岗位', '48.06个'],
    ['临时救助一人次合多少钱', '2695.83元'],
    ['自有产权补贴增幅', '100%'],
    ['城市公益指数的全国排名比西部排名低多少位', '12位'],
    ['按同比倒推,前一年福彩卖了多少亿', '55.53亿元'],
    ['公益金涨之前是多少亿', '16.75亿元'],
    ['福彩公益金同比增加了多少亿?按增幅算一下', '0.61亿元'],
    ['福彩销售额减去公益金是多少', '40.91亿元'],
    ['养老机构+社区养老服务中心(站),total多少', '2624个'],
    ['慈善捐赠款按受益人次算,每人次合多少元', '530元'],
    ['低保资金按低保对象人数摊,人均多少', '5084.08元'],
    ['专题培训一个班平均坐多少人次', '130人次'],
    ['平均下来,一个特困对象一年摊到多少供养金', '8894.28元'],
    ['救灾应急和冬春救助两笔加一块儿是多少', '1.3836亿元'],
    ['持证社工的人数与开发的社工岗位,差多少', '0.01万人'],
    ['农村低保里的扶贫对象,占全部低保对象的比重', '26%'],
    ['自有产权的,一张床的补助比老标准多拿多少', '5000元'],
    ['租赁产权的,每床补贴调高了多少', '4000元'],
    ['农村低保跟城市低保的比例,够不够城乡1∶0.76这条线', '0.751'],
    ['纳入医疗救助的贫困人口,比慈善组织帮扶的贫困群众多多少', '62.73万名'],
  ])('%s: %s', (question, result) => {
    expect(firstsOf(realAnswerer.answer(question))[0]).toBe(result);
  });

  it('says a quotient as a number or in percent: both are true', () => {
    expect(['0.298', '29.8%']).toContain(firstsOf(realAnswerer.answer('公益金除以福彩销售额是多少'))[0]);
  });

  it('works back from what tells a change alone', () => {
    const [first] = realAnswerer.answer('儿童政策创新指数的全国名次比城市公益指数靠前几位').answers;

    // 14个 of something else and 第5位 come to nine, too.
    expect(first?.kind === 'comparison' ? first.formula : '').not.toContain('个');
  });

  it.each(['婚姻登记量比上一年下降了多少', '低保支出比上一年增加了多少', '慈善捐赠比去年多了多少'])(
    'tells no change where none is printed: %s',
    (question) => {
      expect(realAnswerer.answer(question)).toMatchObject({ status: 'abstained', reason: 'no-number' });
    },
  );
});

describe('one thing at two times', () => {
  it.each(['2019年低保标准比2018年提高多少', '2018年城市低保标准比2017年高多少'])(
    'is not computed of two numbers of one time: %s',
    (question) => {
      expect(realAnswerer.answer(question).answers.map(({ kind }) => kind)).not.toContain('comparison');
    },
  );
});

describe('year-round arithmetic', () => {
  it.each([
    ['特困一年能领多少', '8520元'],
    ['城市低保按一年算是多少钱', '6552元'],
    ['城乡低保一年差多少', '1632元'],
    ['农村低保户比城市低保户一年少领多少', '1632元'],
  ])('multiplies what comes every month: %s', (question, result) => {
    expect(firstsOf(realAnswerer.answer(question))[0]).toBe(result);
  });

  it.each(['孤儿一年能领多少钱', '义务兵家庭优待金一年能拿多少钱'])(
    'has no month to multiply for %s',
    (question) => {
      expect(realAnswerer.answer(question).status).toBe('abstained');
    },
  );

  it('does not multiply what is told for the year', () => {
    expect(firstsOf(realAnswerer.answer('特困供养金一年发出去多少钱'))[0]).toBe('16.49亿元');
  });
});

describe('what is divided was not asked for', () => {
  it.each(['低保对象占比', '离婚占几成', '养老床位数占养老机构数的百分之几', '结婚登记比离婚登记多多少对'])(
    '%s',
    (question) => {
      expect(realAnswerer.answer(question).status).toBe('abstained');
    },
  );
});

describe('everyday wording', () => {
  it.each([
    ['低保的钱平均一个人一年摊到多少', '5084.08元'],
    ['救灾的钱,应急的加上冬春的总共多少', '1.3836亿元'],
    ['福彩销售减掉公益金还剩多少', '40.91亿元'],
    ['两年合起来养老服务站建多少个', '600所'],
    ['特困供养的钱摊到每个人头上一年是多少', '8894.28元'],
    ['公益金2017年大概是多少,用去年的数和增速推一下', '16.75亿元'],
  ])('%s', (question, result) => {
    expect(firstsOf(realAnswerer.answer(question))[0]).toBe(result);
  });
});

describe('the most or least of several', () => {
  it('is found among all that are named, with its number', () => {
    const answer = realAnswerer.answer('低保、特困供养、临时救助里支出最少的是哪一项,多少钱');

    expect(firstsOf(answer)).toEqual(['5.3亿元', '16.49亿元', '45.35亿元']);
  });
});

describe('an aim that is itself a ratio', () => {
  it.each([
    '城乡低保差距要缩到什么比例',
    '农村低保跟城市低保的比,今年起码要到一比零点几',
    '城乡低保差距“缩小到不低于( )”,填什么',
    '城乡低保差距的目标值',
  ])('is printed, not computed: %s', (question) => {
    expect(firstsOf(realAnswerer.answer(question))[0]).toBe('1∶0.76');
  });
});

describe('what is asked for each', () => {
  it.each([['平均每千名老人拥有床位多少', '30.8张']])(
    'is read off where it is printed: %s',
    (question, said) => {
      expect(realAnswerer.answer(question).answers[0]?.text).toContain(said);
    },
  );

  it.each([
    '民政惠民济困保人均赔多少',
    '临时救助一户次多少钱',
    '2018年和2019年低保资金一共多少',
    '每千名老人拥有床位目标比去年多多少',
  ])('is not answered by what there is in all: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});

/** Every number that is answered with, as printed, best answers first. */
const numbersOf = ({ answers }: Answer): string[] =>
  answers.flatMap((item) =>
    'marks' in item
      ? item.marks.map(({ start, end }) => item.quote.slice(start - item.start, end - item.start))
      : [],
  );

describe('two things at once', () => {
  it.each([
    ['特困供养这块花了多少钱,保了多少人', ['16.49亿元', '18.54万人']],
    ['临时救助花了多少钱,救了多少人', ['5.3亿元', '19.66万人次']],
    ['专业社工岗位和有证的社工人数', ['1.49万个', '1.5万人']],
    ['2019年对城乡低保差距和特困人员标准各提了什么数字要求', ['不低于1∶0.76', '1.3倍']],
  ])('%s', (question, values) => {
    expect(numbersOf(realAnswerer.answer(question)).slice(0, 2)).toEqual(values);
  });
});

describe('a number and how it changed', () => {
  it.each([
    ['福彩公益金多少,同比涨了几个点', ['17.36亿元', '3.62%']],
    ['福彩 sales 2018 以及 growth rate', ['58.27亿元', '4.94%']],
    ['福彩卖了多少,涨了多少', ['58.27亿元', '4.94%']],
  ])('%s', (question, values) => {
    expect(numbersOf(realAnswerer.answer(question)).slice(0, 2)).toEqual(values);
  });

  it('takes the year before for what a printed growth is measured from', () => {
    expect(realAnswerer.answer('低保标准比2017年提高了多少').reason).toBe('other-period');
    expect(realAnswerer.answer('2018年低保对象比2017年少了多少万人').reason).toBe('other-period');
  });

  it('gives the number and says that its change is not given', () => {
    const answer = realAnswerer.answer('慈善捐赠多少,同比增长多少');

    expect(firstsOf(answer)).toEqual(['10.6亿元']);
    expect(answer.message).toContain('“同比增长多少”：报告里没有找到');
  });
});

describe('reports read without any reviewed file', () => {
  const answerer = createAnswerer(
    loadKnowledge({
      seedsDir: 'tests/fixtures/other-reports/seeds',
      knowledgeDir: 'tests/fixtures/other-reports/none',
    }),
  );

  it.each([
    ['道路运输事故起数和死亡人数分别下降多少', ['25%', '33.3%']],
    ['帮扶村脱贫了多少户多少人', ['318户', '1127人']],
    ['快递业务量多少,增速多少', ['926万件']],
  ])('%s', (question, values) => {
    const texts = answerer.answer(question).answers.map(({ text }) => text);

    for (const value of values) expect(texts.some((text) => text.includes(value))).toBe(true);
  });
});

describe('a report of five years', () => {
  const answerer = createAnswerer(
    loadKnowledge({
      seedsDir: 'tests/fixtures/other-reports-2/seeds',
      knowledgeDir: 'tests/fixtures/other-reports-2/none',
    }),
  );

  it('does not give what changed in five years for the change of one', () => {
    expect(firstsOf(answerer.answer('森林覆盖率五年提高了多少'))[0]).toBe('2.5个百分点');
    expect(answerer.answer('森林覆盖率比上年提高了多少').status).toBe('abstained');
  });
});
