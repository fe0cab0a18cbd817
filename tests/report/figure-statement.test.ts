import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/report/figures.ts';
import { readSpan } from '../../src/report/joined-text.ts';
import { parseReport } from '../../src/report/parse-report.ts';

/** What is said of each number: `5.4% of 农村居民收入: change up (比2020年 2020)`. */
function say(paragraph: string, heading = '一、2025年工作回顾'): string[] {
  const report = parseReport('made-up', `2026年丙市政府工作报告\n${heading}\n${paragraph}\n`);
  return extractFigures(report).figures.map((figure) => {
    const direction = figure.direction === null ? '' : ` ${figure.direction}`;
    const year = figure.basis?.period ? ` ${figure.basis.period.year}` : '';
    const basis = figure.basis ? ` (${readSpan(report, figure.basis)}${year})` : '';
    return `${readSpan(report, figure)} of ${figure.measure}: ${figure.states}${direction}${basis}`;
  });
}

describe('members of a list', () => {
  it.each([
    {
      text: '网络诈骗案件受理数、案损数分别下降15%和37%。',
      said: ['15% of 网络诈骗案件受理数: change down', '37% of 网络诈骗案件案损数: change down'],
    },
    {
      text: '城乡居民人均可支配收入分别达6.2万元、3.1万元,增长4.1%、5.4%。',
      said: [
        '6.2万元 of 城镇居民人均可支配收入: level',
        '3.1万元 of 农村居民人均可支配收入: level',
        '4.1% of 城镇居民人均可支配收入: change up',
        '5.4% of 农村居民人均可支配收入: change up',
      ],
    },
    {
      text: '全体居民收入增长5.2%,居全国第四,其中城镇、农村居民收入分别增长4.6%、5.8%。',
      said: [
        '5.2% of 全体居民收入: change up',
        '第四 of 全体居民收入增长: rank',
        '4.6% of 城镇居民收入: change up',
        '5.8% of 农村居民收入: change up',
      ],
    },
    {
      text: '一产、二产增加值分别增长5.1%、4.8%,分别居全国第三、第六。',
      said: [
        '5.1% of 一产增加值: change up',
        '4.8% of 二产增加值: change up',
        '第三 of 一产增加值增长: rank',
        '第六 of 二产增加值增长: rank',
      ],
    },
    {
      text: '小学、初中、高中在校生分别为2.1万人、1.3万人和0.9万人,比上年分别增加500人、减少300人、持平。',
      said: [
        '2.1万人 of 小学在校生: level',
        '1.3万人 of 初中在校生: level',
        '0.9万人 of 高中在校生: level',
        '500人 of 小学在校生: change up (比上年 2024)',
        '300人 of 初中在校生: change down (比上年 2024)',
      ],
    },
    {
      text: '小学、初中、高中在校生比上年分别增加500人、持平、减少200人。',
      said: [
        '500人 of 小学在校生: change up (比上年 2024)',
        '200人 of 高中在校生: change down (比上年 2024)',
      ],
    },
    {
      text: '一季度、上半年、全年规上工业增加值分别增长5.1%、5.6%和6.2%。',
      said: [
        '5.1% of 一季度规上工业增加值: change up',
        '5.6% of 上半年规上工业增加值: change up',
        '6.2% of 规上工业增加值: change up',
      ],
    },
    {
      text: '1至3月、1至6月财政收入分别增长4.2%、5.0%。',
      said: ['4.2% of 1至3月财政收入: change up', '5.0% of 1至6月财政收入: change up'],
    },
    {
      text: '铁路、公路货运量分别完成320万吨、1850万吨,增长3.2%、下降1.1%。',
      said: [
        '320万吨 of 铁路货运量: level',
        '1850万吨 of 公路货运量: level',
        '3.2% of 铁路货运量: change up',
        '1.1% of 公路货运量: change down',
      ],
    },
    {
      text: '进口货值、免签游客、船舶进出、外资企业、免税销售额分别增长38.9%、64%、19.6%、13%、46.8%。',
      said: [
        '38.9% of 进口货值: change up',
        '64% of 免签游客: change up',
        '19.6% of 船舶进出: change up',
        '13% of 外资企业: change up',
        '46.8% of 免税销售额: change up',
      ],
    },
    {
      text: '幼儿园、小学、初中专任教师分别达到1200名、3400名和2600名。',
      said: [
        '1200名 of 幼儿园专任教师: level',
        '3400名 of 小学专任教师: level',
        '2600名 of 初中专任教师: level',
      ],
    },
    {
      text: '第一、二、三产业增加值分别增长3.8%、5.9%、6.4%。',
      said: [
        '3.8% of 第一产业增加值: change up',
        '5.9% of 第二产业增加值: change up',
        '6.4% of 第三产业增加值: change up',
      ],
    },
    {
      text: '汽车、锂电池出口额分别达到45亿元和12.6亿元。',
      said: ['45亿元 of 汽车出口额: level', '12.6亿元 of 锂电池出口额: level'],
    },
    {
      text: '县级医院、乡镇卫生院床位使用率分别为85%和62%。',
      said: ['85% of 县级医院床位使用率: level', '62% of 乡镇卫生院床位使用率: level'],
    },
    {
      text: '婴儿死亡率、孕产妇死亡率分别降至2.1‰、6.5/10万。',
      said: ['2.1‰ of 婴儿死亡率: end', '6.5/10万 of 孕产妇死亡率: end'],
    },
    {
      text: '零售总额、进出口总额分别增长6.3%、12.4%,增速分别居全省第二、第一。',
      said: [
        '6.3% of 零售总额: change up',
        '12.4% of 进出口总额: change up',
        '第二 of 零售总额增长增速: rank',
        '第一 of 进出口总额增长增速: rank',
      ],
    },
    {
      text: '全省公路客运量和周转量分别完成3.7亿人和270.8亿人公里,同比增长4.5%和3.9%。',
      said: [
        '3.7亿人 of 全省公路客运量: level',
        '270.8亿人公里 of 全省公路周转量: level',
        '4.5% of 全省公路客运量: change up (同比 2024)',
        '3.9% of 全省公路周转量: change up (同比 2024)',
      ],
    },
    {
      text: '一般公共预算收入和支出分别达4.78亿元、20.2亿元。',
      said: ['4.78亿元 of 一般公共预算收入: level', '20.2亿元 of 一般公共预算支出: level'],
    },
    {
      text: '客运量4010万人,周转量12.98亿人公里,同比增长18.7%、10.7%。',
      said: [
        '4010万人 of 客运量: level',
        '12.98亿人公里 of 周转量: level',
        '18.7% of 客运量: change up (同比 2024)',
        '10.7% of 周转量: change up (同比 2024)',
      ],
    },
    {
      text: '第二、第三产业比重分别回落2.16和1.66个百分点。',
      said: ['2.16 of 第二产业比重: change down', '1.66个百分点 of 第三产业比重: change down'],
    },
    {
      text: '生产总值增长6.2%,分别高于全国、全省1.2和0.8个百分点。',
      said: [
        '6.2% of 生产总值: change up',
        '1.2 of 生产总值高于全国: change',
        '0.8个百分点 of 生产总值高于全省: change',
      ],
    },
    {
      text: '预算收入32.8亿元,预算支出242.1亿元,是2020年的1.3倍和1.5倍。',
      said: [
        '32.8亿元 of 预算收入: level',
        '242.1亿元 of 预算支出: level',
        '1.3倍 of 预算收入: level (是2020年的 2020)',
        '1.5倍 of 预算支出: level (是2020年的 2020)',
      ],
    },
    {
      text: '粮食、蔬菜、水果产量比上年增长1.2%、3.5%和6.1%。',
      said: [
        '1.2% of 粮食产量: change up (比上年 2024)',
        '3.5% of 蔬菜产量: change up (比上年 2024)',
        '6.1% of 水果产量: change up (比上年 2024)',
      ],
    },
    {
      text: '高速公路、普通国省道、农村公路里程分别达到860公里、2300公里和1.9万公里。',
      said: [
        '860公里 of 高速公路里程: level',
        '2300公里 of 普通国省道里程: level',
        '1.9万公里 of 农村公路里程: level',
      ],
    },
    {
      text: '城镇职工、城乡居民医保参保人数分别为68.3万人、312万人。',
      said: ['68.3万人 of 城镇职工医保参保人数: level', '312万人 of 城乡居民医保参保人数: level'],
    },
    {
      text: '银行业存贷款余额分别增长9.1%、7.6%。',
      said: ['9.1% of 银行业存款余额: change up', '7.6% of 银行业贷款余额: change up'],
    },
    {
      text: '毛入园率、毛入学率较2020年分别提高4.1个、2.6个百分点。',
      said: [
        '4.1个 of 毛入园率: change up (较2020年 2020)',
        '2.6个百分点 of 毛入学率: change up (较2020年 2020)',
      ],
    },
    {
      text: '全市PM2.5、臭氧浓度同比分别下降8.1%、上升2.0%。',
      said: ['8.1% of 全市PM2.5浓度: change down (同比 2024)', '2.0% of 臭氧浓度: change up (同比 2024)'],
    },
    {
      text: '在校生41.6万人,其中随迁子女6.3万人、占15.1%。',
      said: [
        '41.6万人 of 在校生: level',
        '6.3万人 of 在校生随迁子女: level',
        '15.1% of 在校生随迁子女: share',
      ],
    },
    {
      text: '全县专任教师8229人,其中,普通中学2741人、小学3057人,初中专任教师1965人。',
      said: [
        '8229人 of 全县专任教师: level',
        '2741人 of 全县专任教师普通中学: level',
        '3057人 of 全县专任教师小学: level',
        '1965人 of 初中专任教师: level',
      ],
    },
    {
      text: '常住人口52.36万,其中城镇38.1万、乡村14.26万。',
      said: ['52.36万 of 常住人口: level', '38.1万 of 常住人口城镇: level', '14.26万 of 常住人口乡村: level'],
    },
    {
      text: '清河县、临泉市、东山区的水质优良率分别为91%、88%、95%,优良天数分别为301天、287天、310天。',
      said: [
        '91% of 清河县水质优良率: level',
        '88% of 临泉市水质优良率: level',
        '95% of 东山区水质优良率: level',
        '301天 of 清河县优良天数: level',
        '287天 of 临泉市优良天数: level',
        '310天 of 东山区优良天数: level',
      ],
    },
    {
      text: '东湖区、新建县粮食产量分别为3万吨、5万吨。',
      said: ['3万吨 of 东湖区粮食产量: level', '5万吨 of 新建县粮食产量: level'],
    },
    {
      text: '铁路、公路、水路运输占比由2020年的9%、80%、11%调整为12%、75%、13%。',
      said: [
        '9% of 铁路运输占比: start',
        '80% of 公路运输占比: start',
        '11% of 水路运输占比: start',
        '12% of 铁路运输占比: end',
        '75% of 公路运输占比: end',
        '13% of 水路运输占比: end',
      ],
    },
    {
      text: '门诊次均药费(86.2元)占次均门诊费用的40.1%,比上年(42.3%)下降2.2个百分点。',
      said: [
        '86.2元 of 门诊次均药费: level',
        '40.1% of 门诊次均药费: share',
        '42.3% of 门诊次均药费: level',
        '2.2个百分点 of 门诊次均药费: change down (比上年 2024)',
      ],
    },
    {
      text: '7岁以下儿童健康管理率95%,农村低保对象1200人,标准580元/人月。',
      said: [
        '95% of 7岁以下儿童健康管理率: level',
        '1200人 of 农村低保对象: level',
        '580元/人月 of 农村低保对象标准: level',
      ],
    },
    {
      text: '城区PM10、PM2.5浓度分别为60μg/m3、35μg/m3。',
      said: ['60μg/m3 of 城区PM10浓度: level', '35μg/m3 of PM2.5浓度: level'],
    },
  ])('have their own names: $text', ({ text, said }) => {
    expect(say(text)).toEqual(said);
  });
});

describe('dependent clauses', () => {
  it.each([
    {
      text: '无人机产量增长39%、占全国9成,工业机器人产量增长31%、占全国4成。',
      said: [
        '39% of 无人机产量: change up',
        '9成 of 无人机产量占全国: share',
        '31% of 工业机器人产量: change up',
        '4成 of 工业机器人产量占全国: share',
      ],
    },
    {
      text: '地方一般公共预算收入达到8200亿元、增长1.6%。',
      said: ['8200亿元 of 地方一般公共预算收入: level', '1.6% of 地方一般公共预算收入: change up'],
    },
    {
      text: '生产总值达到12800亿元,较“十三五”末的9100亿元增加3700亿元,增长35.2%。',
      said: [
        '12800亿元 of 生产总值: level',
        '9100亿元 of 生产总值: start',
        '3700亿元 of 生产总值: change up (较“十三五”末的 2020)',
        '35.2% of 生产总值: change up',
      ],
    },
    {
      text: '水稻产量45万吨、增长2.1%,油料产量6.8万吨、下降0.4%,蔬菜产量120万吨、与上年持平。',
      said: [
        '45万吨 of 水稻产量: level',
        '2.1% of 水稻产量: change up',
        '6.8万吨 of 油料产量: level',
        '0.4% of 油料产量: change down',
        '120万吨 of 蔬菜产量: level',
      ],
    },
    {
      text: '快递业务量1.2亿件、增长18%、居全省第三。',
      said: ['1.2亿件 of 快递业务量: level', '18% of 快递业务量: change up', '第三 of 快递业务量: rank'],
    },
    {
      text: '公办园占比达56%、提高3个百分点,普惠园覆盖率达92%、提高1.5个百分点。',
      said: [
        '56% of 公办园占比: share',
        '3个百分点 of 公办园占比: change up',
        '92% of 普惠园覆盖率: level',
        '1.5个百分点 of 普惠园覆盖率: change up',
      ],
    },
    {
      text: '不良贷款率下降0.3个百分点,降至1.2%。',
      said: ['0.3个百分点 of 不良贷款率: change down', '1.2% of 不良贷款率: end'],
    },
    {
      text: '森林覆盖率提高到45.6%,比2020年提高3.5个百分点。',
      said: ['45.6% of 森林覆盖率: end', '3.5个百分点 of 森林覆盖率: change up (比2020年 2020)'],
    },
    {
      text: '公共汽电车客运量较2019年增长12%,较上年同期减少3%。',
      said: [
        '12% of 公共汽电车客运量: change up (较2019年 2019)',
        '3% of 公共汽电车客运量: change down (较上年同期 2024)',
      ],
    },
    {
      text: '城镇低保标准由每月680元提高到720元,惠及1.2万人。',
      said: ['680元 of 城镇低保标准: start', '720元 of 城镇低保标准: end', '1.2万人 of 城镇低保标准: level'],
    },
  ])('take their own subject: $text', ({ text, said }) => {
    expect(say(text)).toEqual(said);
  });
});

describe('conditions, milestones and signs', () => {
  it.each([
    {
      text: '我省在全国占比超过10%的有41种、超过20%的有22种。',
      said: [
        '超过10% of 我省在全国占比: condition',
        '41种 of 我省在全国占比超过10%的有: level',
        '超过20% of 我省在全国占比有: condition',
        '22种 of 我省在全国占比超过20%的有: level',
      ],
    },
    {
      text: '日均客流超过1万人次的站点有12个。',
      said: ['超过1万人次 of 日均客流: condition', '12个 of 日均客流超过1万人次的站点有: level'],
    },
    {
      text: '地区生产总值迈上6万亿元台阶,达到62661亿元。',
      said: ['6万亿元 of 地区生产总值: mark', '62661亿元 of 地区生产总值: level'],
    },
    {
      text: '高速公路通车里程突破500公里大关,达到512公里。',
      said: ['突破500公里 of 高速公路通车里程: mark', '512公里 of 高速公路通车里程: level'],
    },
    {
      text: '旅游总花费跨上千亿元台阶,达1042亿元。',
      said: ['千亿元 of 旅游总花费: mark', '1042亿元 of 旅游总花费: level'],
    },
    { text: '地区生产总值迈上6万亿元台阶。', said: ['6万亿元 of 地区生产总值: milestone'] },
    {
      text: '财政收入突破40亿元,达44.35亿元,增长26.3%。',
      said: ['突破40亿元 of 财政收入: mark', '44.35亿元 of 财政收入: level', '26.3% of 财政收入: change up'],
    },
    {
      text: '投资超亿元的项目开工46个。',
      said: ['超亿元 of 投资: condition', '46个 of 投资超亿元的项目开工: level'],
    },
    { text: '进口额增速为-3.5%。', said: ['-3.5% of 进口额: change down'] },
    { text: '借阅量-4.5%。', said: ['-4.5% of 借阅量: change down'] },
    { text: '接待读者同比+12.3%。', said: ['+12.3% of 接待读者: change up (同比 2024)'] },
    { text: '人口自然增长率为5.2‰。', said: ['5.2‰ of 人口自然增长率: level'] },
    { text: '财政支出的两成用于教育。', said: ['两成 of 财政支出: share'] },
    { text: '三分之二的社区开设了食堂。', said: ['三分之二 of 社区开设了食堂: share'] },
  ])('are told from levels: $text', ({ text, said }) => {
    expect(say(text)).toEqual(said);
  });
});

describe('times of things', () => {
  const yearsOf = (paragraph: string, heading = '二、2026年工作安排') => {
    const report = parseReport('made-up', `2026年丙市政府工作报告\n${heading}\n${paragraph}\n`);
    return extractFigures(report).figures.map(({ period }) => [
      period?.fromYear ?? period?.year,
      period?.year,
    ]);
  };

  it.each([
    {
      text: '加快建设“十四五”批复的6个基地,新增装机2800万千瓦。',
      years: [
        [2026, 2026],
        [2026, 2026],
      ],
    },
    { text: '“十四五”确定的102个项目全部完工。', years: [[2026, 2026]] },
    {
      text: '推进“十五五”规划的58个项目,完成投资320亿元。',
      years: [
        [2026, 2026],
        [2026, 2026],
      ],
    },
    { text: '2025年底前建成的30个食堂投入运营。', years: [[2026, 2026]] },
    { text: '“十五五”期间,新建学校36所。', years: [[2026, 2030]] },
    {
      text: '研发强度从“十三五”末的1.8%提高到2.6%。',
      years: [
        [2020, 2020],
        [2026, 2026],
      ],
    },
  ])('are not those of the statement: $text', ({ text, years }) => {
    expect(yearsOf(text)).toEqual(years);
  });

  it.each([
    { text: '2024年财政收入32亿元;财政支出242亿元。', years: [2024, 2024] },
    { text: '五年来,生产总值2023年突破百亿元大关,2025年达到144亿元。', years: [2023, 2025] },
    { text: '五年来,城乡居民收入分别达到31096元、9756元。', years: [2025, 2025] },
    { text: '2024年收入达32亿元,是2020年的1.3倍。', years: [2024, 2024] },
    { text: '利润率由上年的3%提高到5%。', years: [2024, 2025] },
    { text: '每千人床位由2024年7.23张增加到2025年7.32张。', years: [2024, 2025] },
    { text: '在园在校生由2020年的3万人、8万人增加到4万人、9万人。', years: [2020, 2020, 2025, 2025] },
    { text: '药费占费用的20.4%，比上年（22.9%）下降2.5个百分点。', years: [2025, 2024, 2025] },
  ])('hold as far as they reach: $text', ({ text, years }) => {
    expect(yearsOf(text, '一、2025年工作回顾').map(([, year]) => year)).toEqual(years);
  });

  it('gives each of two yearly reports of one place its own years', () => {
    const periods = [2025, 2026].flatMap((year) => {
      const text = `${year}年青禾县政府工作报告\n一、${year - 1}年工作回顾\n生产总值增长5.8%。\n二、${year}年主要目标\n生产总值增长6%左右。\n`;
      return extractFigures(parseReport(`r${year}`, text)).figures.map(({ period }) => period);
    });

    expect(periods).toEqual([
      { year: 2024, kind: 'actual' },
      { year: 2025, kind: 'target' },
      { year: 2025, kind: 'actual' },
      { year: 2026, kind: 'target' },
    ]);
  });
});
