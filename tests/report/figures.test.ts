import { describe, expect, it } from 'vitest';
import { extractFigures, type Figure } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { sliceSpan } from '../../src/report/span.ts';

/** The figures of one paragraph under the heading of a looking-back part. */
function extract(paragraph: string) {
  const report = parseReport('made-up', `一、2018年发展回顾\n\n${paragraph}`);
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map((span) => sliceSpan(report.source, span)).join('|');
  return extractFigures(report).figures.map((figure) => ({
    printed: sliceSpan(report.source, figure),
    value: sliceSpan(report.source, figure.value),
    own: words(figure.own),
    shared: words(figure.shared),
    carried: words(figure.carried),
    reference: figure.reference && sliceSpan(report.source, figure.reference),
    owner: figure.owner,
    measure: figure.measure,
    role: figure.role,
    qualifier: figure.qualifier,
    dimension: figure.dimension,
    base: figure.base,
    period: figure.period,
    course: figure.course,
  }));
}

const pick = <Key extends keyof ReturnType<typeof extract>[number]>(paragraph: string, ...keys: Key[]) =>
  extract(paragraph).map((figure) => keys.map((key) => figure[key]));

describe('extractFigures', () => {
  it('gives a second list of the clause to the owners of the first', () => {
    expect(pick('城乡居民收入分别达到5.3万元和2.2万元、各增长6.5%和9.5%。', 'printed', 'owner')).toEqual([
      ['5.3万元', '城市'],
      ['2.2万元', '农村'],
      ['6.5%', '城市'],
      ['9.5%', '农村'],
    ]);
  });

  it('shares no verb with a change that has its own', () => {
    expect(pick('在校生比上年增加500人、教师减少30人。', 'own', 'shared')).toEqual([
      ['在校生比上年增加', ''],
      ['教师减少', '在校生比上年'],
    ]);
  });

  it('gives the numbers of 城乡…分别 to the city and the country', () => {
    expect(pick('城乡低保标准分别提高到每人每月546元、410元。', 'printed', 'owner', 'own')).toEqual([
      ['546元', '城市', '城乡低保标准分别提高到每人每月'],
      ['410元', '农村', '城乡低保标准分别提高到每人每月'],
    ]);
  });

  it('gives parallel numbers to the members of the list before them', () => {
    expect(pick('养老、救助、福彩分别支出5亿元、3亿元和2亿元。', 'printed', 'owner')).toEqual([
      ['5亿元', '养老'],
      ['3亿元', '救助'],
      ['2亿元', '福彩'],
    ]);
  });

  it('takes the mark of a note for no part of what is measured', () => {
    expect(pick('全市生产总值②达到5481.6亿元,固定资产投资[3]增长5%。', 'measure')).toEqual([
      ['全市生产总值'],
      ['固定资产投资'],
    ]);
  });

  it('gives 同比分别增长 to what the clauses before measure', () => {
    const found = pick(
      '全年销售福彩58.27亿元,筹集公益金17.36亿元,同比分别增长4.94%、3.62%。',
      'printed',
      'carried',
    );

    expect(found.slice(2)).toEqual([
      ['4.94%', '全年销售福彩'],
      ['3.62%', '筹集公益金'],
    ]);
  });

  it.each([
    ['新认定高新技术企业765户,总数达2286户。', '总数达', '新认定高新技术企业'],
    ['新登记市场主体34万户。总量达到129万户。', '总量达到', '新登记市场主体'],
    ['疫苗12条分装线投产,净增产值30亿元。', '净增产值', '疫苗|分装线投产'],
    ['推行课后服务,参与率达80%。', '参与率达', '推行课后服务'],
    ['地区生产总值增长6.2%,两年平均增长4.8%。', '两年平均增长', '地区生产总值增长'],
    ['规上工业增加值增长7%,高于全省平均水平2个百分点。', '高于全省平均水平', '规上工业增加值增长'],
  ])('lends a mere measure what the clause before names: %s', (paragraph, own, carried) => {
    expect(extract(paragraph).at(-1)).toMatchObject({ own, carried });
  });

  it.each([
    ['支出低保资金45亿元,培训3次。', '培训'],
    ['新建学校3所,城镇新增就业11万人。', '城镇新增就业'],
    ['完成投资3亿元,全市用电量20亿千瓦时。', '全市用电量'],
  ])('lends nothing to a number that says itself what it measures: %s', (paragraph, own) => {
    expect(extract(paragraph).at(-1)).toMatchObject({ own, carried: '' });
  });

  it.each([
    ['新登记市场主体34万户。', 'count', '家'],
    ['27户专精特新企业晋升国家级。', 'count', '家'],
    ['改造农村厕所9万户。', 'households', '户'],
    ['改造居民燃气30万户。', 'households', '户'],
  ])('takes 户 for what it counts: %s', (paragraph, dimension, base) => {
    expect(extract(paragraph)[0]).toMatchObject({ dimension, base });
  });

  it('carries the subject of the clause before to a growth that names none', () => {
    expect(pick('全年销售福彩58.27亿元,同比增长4.94%。', 'printed', 'carried')).toEqual([
      ['58.27亿元', ''],
      ['4.94%', '全年销售福彩'],
    ]);
  });

  it('carries nothing where a clause says itself what it measures', () => {
    expect(pick('全年销售福彩58.27亿元,筹集公益金17.36亿元。', 'carried')).toEqual([[''], ['']]);
  });

  it.each([
    { text: '每张床位补贴由5000元提高到1万元。', printed: ['5000元', '1万元'] },
    { text: '减负比例从30%降至12%。', printed: ['30%', '12%'] },
    { text: '公路里程由2016年底的2380公里增加到3152公里。', printed: ['2380公里', '3152公里'] },
  ])('tells the two ends of the change in “$text”', ({ text, printed }) => {
    expect(pick(text, 'printed', 'role')).toEqual([
      [printed[0], 'before'],
      [printed[1], 'after'],
    ]);
  });

  it('tells two changes of one clause apart by their owners', () => {
    const text = '市级对自有产权每张床位补贴由5000元提高到1万元、租赁产权补贴由1000元提高到5000元。';

    expect(pick(text, 'printed', 'role', 'own', 'shared')).toEqual([
      ['5000元', 'before', '市级对自有产权每张床位补贴由', ''],
      ['1万元', 'after', '市级对自有产权每张床位补贴由', ''],
      ['1000元', 'before', '租赁产权补贴由', '市级对自有产权每张床位补贴由'],
      ['5000元', 'after', '租赁产权补贴由', '市级对自有产权每张床位补贴由'],
    ]);
  });

  it.each([
    ['新评定一星级饭店3家、二星级饭店5家。', ['', '新评定']],
    ['市财政对农业投入增长3%、林业投入增长5%、水利投入增长8%。', ['', '市财政对', '市财政对']],
    ['共评定一级公共图书馆1302家、三级公共图书馆741家。', ['', '共评定']],
  ])('lends what is measured alike no other name: %s', (text, shared) => {
    expect(pick(text, 'shared').flat()).toEqual(shared);
  });

  it('does not take 自由 or 服从 for the start of a change', () => {
    expect(pick('理由5条,服从12项安排。', 'role')).toEqual([[null], [null]]);
  });

  it('leaves each number of a list its own words and lends it those of the first', () => {
    const text = '全市现有养老机构1403个、社区养老服务中心(站)1221所、养老床位21.8万张。';

    expect(pick(text, 'printed', 'own', 'shared')).toEqual([
      ['1403个', '全市现有养老机构', ''],
      ['1221所', '社区养老服务中心(站)', '全市现有养老机构'],
      ['21.8万张', '养老床位', '全市现有养老机构'],
    ]);
  });

  it('takes the words after a number as well as those before', () => {
    expect(pick('成功申报3个全国民政政策理论研究基地。', 'own')).toEqual([
      ['成功申报|全国民政政策理论研究基地'],
    ]);
  });

  it('keeps what a multiple or share refers to apart from what it measures', () => {
    expect(pick('特困人员基本生活标准不低于当地低保标准的1.3倍。', 'own', 'reference', 'qualifier')).toEqual([
      ['特困人员基本生活标准不低于', '当地低保标准', '不低于'],
    ]);
  });

  it('gives a number the time its clause announces', () => {
    const found = pick('新增200所,力争到2020年达到600所。', 'printed', 'period');

    expect(found).toEqual([
      ['200所', { year: 2018, kind: 'actual' }],
      ['600所', { year: 2020, kind: 'target' }],
    ]);
  });

  describe('over several years', () => {
    const FIVE = { fromYear: 2014, year: 2018, kind: 'actual' } as const;
    const times = (paragraph: string) =>
      extract(paragraph).map(({ printed, period, course, role }) => ({ printed, period, course, role }));

    it('gives the ends of a change the eve and the last of them', () => {
      expect(times('五年来,财政收入从3826亿元增长到4398亿元。')).toEqual([
        { printed: '3826亿元', period: { ...FIVE, fromYear: 2013 }, course: FIVE, role: 'before' },
        { printed: '4398亿元', period: { year: 2018, kind: 'actual' }, course: FIVE, role: 'after' },
      ]);
    });

    it('begins a change in the year that its paragraph is set against', () => {
      const paragraph =
        '与2013年相比,城镇居民收入由6048元增加到10596元;农民收入由2959元增加到4125元。粮食由12万吨增加到15万吨。';

      expect(times(paragraph).map(({ printed, period }) => [printed, period?.year])).toEqual([
        ['6048元', 2013],
        ['10596元', 2018],
        ['2959元', 2013],
        ['4125元', 2018],
        ['12万吨', 2013],
        ['15万吨', 2018],
      ]);
    });

    it('prefers the years a change prints', () => {
      expect(times('五年来,生产总值从2013年的3.68万亿元增长到2018年的4.93万亿元。')).toEqual([
        { printed: '3.68万亿元', period: { year: 2013, kind: 'actual' }, course: FIVE, role: 'before' },
        { printed: '4.93万亿元', period: { year: 2018, kind: 'actual' }, course: FIVE, role: 'after' },
      ]);
    });

    it.each([
      { text: '五年来,高速公路里程达到9000公里。', level: true },
      { text: '五年来,港口能力突破12亿吨。', level: true },
      { text: '五年来,产量稳定在760亿斤以上。', level: true },
      { text: '五年来,城镇新增就业452万人。', level: false },
      { text: '五年来,累计造林突破3195万亩。', level: false },
      { text: '五年来,工业年均增长6.5%。', level: false },
    ])('tells where they led to from what they did: “$text”', ({ text, level }) => {
      expect(times(text)).toMatchObject([
        level ? { period: { year: 2018 }, course: FIVE } : { period: FIVE, course: null },
      ]);
    });
  });

  it('gives parallel numbers the years that are their owners', () => {
    expect(pick('工业增长6.8%(2016和2017年同期增速分别为3.3%、0.5%)。', 'printed', 'period')).toMatchObject([
      ['6.8%', { year: 2018 }],
      ['3.3%', { year: 2016 }],
      ['0.5%', { year: 2017 }],
    ]);
  });

  it('keeps a bracket of numbers apart from the number before it', () => {
    expect(pick('播种面积1128万亩(水田168万亩、旱田960万亩)。', 'printed', 'own', 'carried')).toEqual([
      ['1128万亩', '播种面积', ''],
      ['168万亩', '水田', '播种面积'],
      ['960万亩', '旱田', '播种面积'],
    ]);
  });

  it('carries the subject past a measure of it', () => {
    const found = pick('实现生产总值626.9亿元,现价总量增加73.5亿元,同比增长2%。', 'printed', 'carried');

    expect(found.slice(1)).toEqual([
      ['73.5亿元', '实现生产总值'],
      ['2%', '实现生产总值'],
    ]);
  });

  it('lists two things of town and country alike before it splits town and country', () => {
    expect(pick('城乡居民养老金、低保标准每月分别提高25元、50元。', 'printed', 'owner')).toEqual([
      ['25元', '城乡居民养老金'],
      ['50元', '低保标准每月'],
    ]);
  });

  it('lists two things of which only the second is of town and country', () => {
    expect(pick('离休干部医药费、城乡特困补助分别提高6%、9%。', 'printed', 'owner')).toEqual([
      ['6%', '离休干部医药费'],
      ['9%', '城乡特困补助'],
    ]);
  });

  it.each([
    ['养猪与屠宰、茶叶、花卉等特色行业产值增长7.1%、8.2%和9.3%。', ['养猪与屠宰', '茶叶', '花卉']],
    ['水稻及时抢种、玉米、大豆分别完成1万亩、2万亩和3万亩。', ['水稻及时抢种', '玉米', '大豆']],
    [
      '茶叶产量和花卉销量双双过万,水果产量再创新高,分别增长1%、2%和3%。',
      ['茶叶产量', '花卉销量双双过万', '水果产量再创新高'],
    ],
  ])('gives each number its member of the list: %s', (text, owners) => {
    expect(extract(text).map(({ owner }) => owner)).toEqual(owners);
  });

  it('splits no word that ends in 及', () => {
    expect(pick('有线电视及宽带普及率分别为70%和60%。', 'printed', 'own')).toEqual([
      ['70%', '有线电视|普及率分别为'],
      ['60%', '宽带|普及率分别为'],
    ]);
  });

  it('gives no list to numbers of another count', () => {
    expect(pick('茶叶、花卉等行业产值增长7.1%、8.2%和9.3%。', 'owner')).toEqual([[''], [''], ['']]);
  });

  it('carries the subject past a remark on how it was reckoned', () => {
    const found = pick('茶业总收入年均递增9%,去年达86亿元(按当年价,下同)。', 'printed', 'carried');

    expect(found[1]).toEqual(['86亿元', '茶业总收入年均递增']);
  });

  it('tells what a share is a share of', () => {
    expect(pick('茶业增加值占农业增加值比重达31%。', 'own', 'reference')).toEqual([
      ['茶业增加值占|比重达', '农业增加值'],
    ]);
  });

  it('lends what an age describes to the number before it', () => {
    expect(pick('为1.8万名65岁以上老人免费体检。', 'printed', 'own')[0]).toEqual([
      '1.8万名',
      '为|老人免费体检',
    ]);
  });

  it('keeps the digits apart from what is printed around them', () => {
    expect(pick('医疗救助160余万名,减负40%以上。', 'printed', 'value', 'qualifier')).toEqual([
      ['160余万名', '160', '余'],
      ['40%以上', '40', '以上'],
    ]);
  });

  it.each([
    { text: '2017年机构总计床位数1037张。', kind: 'actual' },
    { text: '2018年城镇新增就业目标5.5万人。', kind: 'target' },
    { text: '2018年参保率目标≥95%。', kind: 'target' },
    { text: '2018年就业完成年度目标的110%。', kind: 'actual' },
    { text: '2018年增速高于年度目标0.5个百分点。', kind: 'actual' },
  ])(
    'tells what was aimed at from what was done, and a year from years that are counted: $text',
    ({ text, kind }) => {
      expect(pick(text, 'period')).toEqual([[{ year: Number(text.slice(0, 4)), kind }]]);
    },
  );

  it('lends the whole to parts that are told one clause after the other, up to another count or a semicolon', () => {
    expect(
      pick(
        '全市有孵化器118家,其中国家级25家,省级13家,入驻团队9个,市级38家;众创空间36家。',
        'printed',
        'carried',
      ),
    ).toEqual([
      ['118家', ''],
      ['25家', expect.stringContaining('孵化器')],
      ['13家', expect.stringContaining('孵化器')],
      ['9个', ''],
      ['38家', ''],
      ['36家', ''],
    ]);
  });

  it.each([
    { text: '降水总量73.5亿m³,比2020年少5.4%,比多年均值多8.7%。', at: 1, measure: '降水总量' },
    { text: '降水总量73.5亿m³,比2020年少5.4%,比多年均值多8.7%。', at: 2, measure: '降水总量' },
    { text: '粮食产量283.6万吨,增产0.9%。', at: 1, measure: '粮食产量' },
    { text: '二氧化硫日均值范围在2-35微克/立方米之间。', at: 0, measure: '二氧化硫日均值范围' },
    { text: '上级补助收入568709万元(含税收返还性收入9670万元)。', at: 1, measure: '税收返还性收入' },
    { text: '二氧化氮变化率19.0%,NO2达标率100%。', at: 1, measure: 'NO2达标率' },
    { text: '一氧化碳日均值在0.3-3.2毫克之间,达标率为98%。', at: 1, measure: '一氧化碳日均值达标率' },
    { text: '出口总值411亿元,增长40.4%、全省第一。', at: 2, measure: '出口总值增长' },
    { text: '空气质量得分居全市第1、全省第7。', at: 1, measure: '空气质量得分' },
    {
      text: '娱乐场所4万个,从业人员42万人,营业收入590亿元,营业利润40亿元。',
      at: 3,
      measure: '娱乐场所营业利润',
    },
    { text: '儿童福利机构539个,床位8.9万张。', at: 1, measure: '儿童福利机构床位' },
    { text: '民营医院占31%。床位增加12.5万张。', at: 1, measure: '床位' },
    { text: '前10位省(自治区、直辖市)销售额占全国的65.9%。', at: 1, measure: '省销售额' },
    { text: '住院费用按当年价格下降6.2%,按可比价格下降6.4%。', at: 1, measure: '住院费用' },
    { text: '学校7201所,同口径比上年减少93所。', at: 1, measure: '学校' },
    { text: '药品销售总额29000亿元,扣除不可比因素同比增长0.8%。', at: 1, measure: '药品销售总额' },
    { text: '全国共有3994.7万老年人享受补贴。', at: 0, measure: '老年人享受补贴' },
    { text: '北京排序第2位。', at: 0, measure: '北京排序' },
    { text: '80-89岁老人尊老金50元。', at: 0, measure: '80-89岁老人尊老金' },
    { text: '专利授权量排全省第五。', at: 0, measure: '专利授权量' },
  ])('names $measure in full: $text', ({ text, at, measure }) => {
    const report = parseReport('made-up', `一、2018年发展回顾\n\n${text}`);

    expect(extractFigures(report).figures[at]?.measure).toBe(measure);
  });

  it('names nothing by the sign before a point or the mark of a note', () => {
    const report = parseReport('made-up', '一、2018年发展回顾\n\n-城镇居民[3]出游花费4.2万亿元。');

    expect(extractFigures(report).figures.map(({ measure }) => measure)).toEqual(['城镇居民出游花费']);
  });

  it.each(['图8 2014-2018年彩票销售前5位情况', '图 82014-2018 年彩票销售情况', '附表2：18个区县的低保'])(
    'takes nothing of %s for a fact',
    (caption) => {
      const report = parseReport(
        'made-up',
        `一、2018年发展回顾\n\n销售彩票3亿元。\n\n${caption}\n\n筹集2亿元。`,
      );
      const { figures, excluded } = extractFigures(report);

      expect(figures.map((figure) => sliceSpan(report.source, figure))).toEqual(['3亿元', '2亿元']);
      expect(excluded.length).toBeGreaterThan(0);
    },
  );

  it('numbers figures in the order of the report', () => {
    const report = parseReport('made-up', '一、回顾\n\n新增3所。改造5所。\n\n培训7人次。');

    const ids = extractFigures(report).figures.map(({ id }: Figure) => id);

    expect(ids).toEqual(['f1', 'f2', 'f3']);
  });

  it('does not search headings', () => {
    const report = parseReport('made-up', '一、2018年发展回顾30条\n\n新增3所。');

    const { figures, excluded } = extractFigures(report);

    expect(figures).toHaveLength(1);
    expect(excluded).toEqual([]);
  });
});

describe('numbers that go on with a change', () => {
  it.each([
    ['规上工业增加值确保增长7.5%、力争8%以上。', ['7.5%', '8%以上']],
    ['居民收入确保增长5.5%、力争6%,农村居民收入确保增长7%、力争7.5%。', ['5.5%', '6%', '7%', '7.5%']],
    ['进出口确保增长4%、争取5%、冲刺6%。', ['4%', '5%', '6%']],
    ['单位能耗下降2%、力争2.5%;投资增长10%以上、奋斗目标12%。', ['2%', '2.5%', '10%以上', '12%']],
  ])('are each printed where they stand: %s', (sentence, printed) => {
    expect(extract(sentence).map((figure) => figure.printed)).toEqual(printed);
  });
});
