import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWidth } from '../../src/report/fold-width.ts';
import { findNumbers } from '../../src/report/numbers.ts';

/** Every number of a text as `printed = amount base (qualifier)`, or `printed - reason`. */
function read(text: string): string[] {
  return findNumbers(foldWidth(text)).map((number) => {
    const printed = text.slice(number.start, number.end);
    if (number.kind === 'excluded') return `${printed} - ${number.reason}`;
    const qualifier = number.qualifier === '' ? '' : ` (${number.qualifier})`;
    return `${printed} = ${number.amount} ${number.base}${qualifier}`;
  });
}

describe('findNumbers', () => {
  it.each([
    // money, people, things
    { text: '45.35亿元', found: '45.35亿元 = 4535000000 元' },
    { text: '2136万元', found: '2136万元 = 21360000 元' },
    { text: '突破1万亿元', found: '突破1万亿元 = 1000000000000 元 (突破)' },
    { text: '1,234.5万吨', found: '1,234.5万吨 = 12345000 吨' },
    { text: '每月546元', found: '546元 = 546 元' },
    { text: '710元/月', found: '710元/月 = 710 元/月' },
    { text: '12.3万元/亩', found: '12.3万元/亩 = 123000 元/亩' },
    { text: '89.2万人', found: '89.2万人 = 892000 人' },
    { text: '19.66万人次', found: '19.66万人次 = 196600 人次' },
    { text: '2.57万户次', found: '2.57万户次 = 25700 户次' },
    { text: '压缩至1.5个工作日', found: '1.5个工作日 = 1.5 工作日' },
    { text: '浓度19微克每立方米', found: '19微克每立方米 = 0.000000000019 吨/立方米' },
    { text: '2.3万户', found: '2.3万户 = 23000 户' },
    { text: '21.8万张', found: '21.8万张 = 218000 张' },
    { text: '39.5万对', found: '39.5万对 = 395000 对' },
    // measure words of one trade, and such as nobody listed
    { text: '在轨卫星达31颗', found: '31颗 = 31 颗' },
    { text: '新增供热能力300蒸吨。', found: '300蒸吨 = 300 蒸吨' },
    { text: '接种疫苗1200万剂次', found: '1200万剂次 = 12000000 剂次' },
    { text: '算力达到5000P', found: '5000P = 5000 PFLOPS' },
    { text: '储能装机500MW', found: '500MW = 500000 千瓦' },
    { text: '日均客运量207万乘次,', found: '207万乘次 = 2070000 乘次' },
    { text: '超1万亿大关。', found: '超1万亿 = 1000000000000  (超)' },
    { text: '跨越5000亿台阶', found: '5000亿 = 500000000000 ' },
    { text: '惠及23.6万婴幼儿。', found: '23.6万 = 236000 人' },
    { text: '推进3.0改革。', found: '3.0 = 3 ' },
    { text: '92个班次', found: '92个班次 = 92 个班次' },
    { text: '4省市之一', found: '4省市 = 4 省市' },
    // shares, ratios, multiples, points
    { text: '4.94%', found: '4.94% = 4.94 %' },
    { text: '3‰', found: '3‰ = 0.3 %' },
    { text: '0.5个百分点', found: '0.5个百分点 = 0.5 百分点' },
    { text: '1.3倍', found: '1.3倍 = 1.3 倍' },
    { text: '1∶0.76', found: '1∶0.76 = 0.76 ratio' },
    { text: '1:0.76', found: '1:0.76 = 0.76 ratio' },
    { text: '1\uff1a0.76', found: '1\uff1a0.76 = 0.76 ratio' },
    { text: '三分之一', found: '三分之一 = 33.333333333333333333 %' },
    { text: '百分之八十', found: '百分之八十 = 80 %' },
    { text: '1/4', found: '1/4 = 25 %' },
    { text: '增长-1.5%', found: '-1.5% = -1.5 %' },
    // measures
    { text: '年降水量1114.8mm,', found: '1114.8mm = 1.1148 米' },
    { text: '人均用水量202L/d。', found: '202L/d = 0.202 立方米/d' },
    { text: '用水量146.68L/(人·d)', found: '146.68L/(人·d) = 0.14668 立方米/(人·d)' },
    { text: '昼间为56.8分贝、', found: '56.8分贝 = 56.8 分贝' },
    { text: '夜间44.8dB(A)。', found: '44.8dB(A) = 44.8 分贝' },
    { text: '造林120hm²', found: '120hm² = 1200000 平方米' },
    { text: '1246公里', found: '1246公里 = 1246000 米' },
    { text: '36平方公里', found: '36平方公里 = 36000000 平方米' },
    { text: '1200亩', found: '1200亩 = 1200 亩' },
    { text: '3.5万立方米', found: '3.5万立方米 = 35000 立方米' },
    { text: '2.4亿千瓦时', found: '2.4亿千瓦时 = 240000000 千瓦时' },
    { text: '60千瓦', found: '60千瓦 = 60 千瓦' },
    { text: '110千伏', found: '110千伏 = 110 千伏' },
    { text: '6080万小时', found: '6080万小时 = 60800000 小时' },
    { text: '30分钟', found: '30分钟 = 0.5 小时' },
    { text: '65周岁以上', found: '65周岁以上 = 65 岁 (以上)' },
    { text: '70周年', found: '70周年 = 70 年' },
    // ordinals
    { text: '全国第14位', found: '第14位 = 14 位' },
    { text: '第四轮', found: '第四轮 = 4 轮' },
    { text: '第十四届', found: '第十四届 = 14 届' },
    { text: '第二次全国地名普查', found: '第二次 = 2 次' },
    { text: '全国首个', found: '首个 = 1 个' },
    { text: '前三名', found: '前三名 = 3 名' },
    { text: '前10位', found: '前10位 = 10 位' },
    // Chinese cardinals
    { text: '两座大桥', found: '两座 = 2 座' },
    { text: '二十五处', found: '二十五处 = 25 处' },
    { text: '三十余家', found: '三十余家 = 30 家 (余)' },
    { text: '近百家', found: '近百家 = 100 家 (近)' },
    { text: '一万余人', found: '一万余人 = 10000 人 (余)' },
    { text: '连续三年', found: '三年 = 3 年' },
    { text: '产值一万五千亿元', found: '一万五千亿元 = 1500000000000 元' },
    { text: '产值一千零五十亿元', found: '一千零五十亿元 = 105000000000 元' },
    { text: '外贸总额三十多万亿元', found: '三十多万亿元 = 30000000000000 元 (多)' },
    { text: '常住人口三十二万四千人', found: '三十二万四千人 = 324000 人' },
    { text: '藏书壹佰贰拾万册', found: '壹佰贰拾万册 = 1200000 册' },
    { text: '引进人才三四十名', found: '三四十名 = 40 人' },
    { text: '新建公厕一百二十座', found: '一百二十座 = 120 座' },
    { text: '十几万人次参加培训', found: '十几万人次 = 100000 人次 (几)' },
    { text: '上千家商户', found: '上千家 = 1000 家 (上)' },
    { text: '上万名考生', found: '上万名 = 10000 人 (上)' },
    { text: '培训教师两千三百人次', found: '两千三百人次 = 2300 人次' },
    { text: '开通航线五十六条', found: '五十六条 = 56 条' },
    { text: '接种疫苗七八百万剂', found: '七八百万剂 = 8000000 剂' },
    { text: '设立近三十个班', found: '近三十个 = 30 个 (近)' },
    // ranks without a counter
    { text: '稳居世界第二。', found: '第二 = 2 ' },
    { text: '均居全国第一,', found: '第一 = 1 ' },
    { text: '居全省前三。', found: '前三 = 3 ' },
    { text: '居全国前六(含并列)', found: '前六 = 6 ' },
    { text: '排名全市第3;', found: '第3 = 3 ' },
    // tenths, doublings, fractions
    { text: '比重超过七成。', found: '超过七成 = 70 % (超过)' },
    { text: '八成以上农户', found: '八成以上 = 80 % (以上)' },
    { text: '打9折', found: '9折 = 90 %' },
    { text: '五年翻一番', found: '翻一番 = 2 倍' },
    { text: '总量翻了两番', found: '翻了两番 = 4 倍' },
    { text: '九成五以上', found: '九成五以上 = 95 % (以上)' },
    { text: '超九成五的学生', found: '超九成五 = 95 % (超)' },
    { text: '增长百分之六点七八', found: '百分之六点七八 = 6.78 %' },
    { text: '百分之十二点五', found: '百分之十二点五 = 12.5 %' },
    { text: '婴儿死亡率千分之三', found: '千分之三 = 0.3 %' },
    { text: '只有一百二十分之一', found: '一百二十分之一 = 0.83333333333333333333 %' },
    { text: '达到百分之百', found: '百分之百 = 100 %' },
    { text: '2/3的社区', found: '2/3 = 66.666666666666666667 %' },
    // signs
    { text: '增速为-3.5%', found: '-3.5% = -3.5 %' },
    { text: '增长－0.8%', found: '－0.8% = -0.8 %' },
    { text: '增长−0.8%', found: '−0.8% = -0.8 %' },
    { text: '同比下降负2.1%', found: '负2.1% = -2.1 %' },
    { text: '(-4.2%)', found: '-4.2% = -4.2 %' },
    { text: '同比+12.3%', found: '+12.3% = 12.3 %' },
    { text: '为企业减负40%', found: '40% = 40 %' },
    { text: '气温-5℃', found: '-5℃ = -5 ℃' },
    { text: '三分之二以上的村', found: '三分之二以上 = 66.666666666666666667 % (以上)' },
    // ratios of three
    { text: '8.3∶41.4∶50.3', found: '8.3∶41.4∶50.3 = 4.9879518072289156627 ratio of several' },
    // spaces a typesetter left
    { text: '增长 5.6 %', found: '5.6 % = 5.6 %' },
    { text: '共 126.06 万亿元', found: '126.06 万亿元 = 126060000000000 元' },
    { text: '失业率 4 . 1 %', found: '4 . 1 % = 4.1 %' },
    { text: '增长 5. 3%', found: '5. 3% = 5.3 %' },
    { text: '投资12 .5亿元', found: '12 .5亿元 = 1250000000 元' },
    { text: '增加 12 345 人', found: '12 345 人 = 12345 人' },
    // people named after a scale
    { text: '惠及76万群众', found: '76万 = 760000 人' },
    { text: '解决16.8万农村人口饮水', found: '16.8万 = 168000 人' },
    // units of statistics
    { text: '1.0439吨标准煤/万元', found: '1.0439吨标准煤/万元 = 1.0439 吨/万元' },
    { text: '25.9微克/立方米', found: '25.9微克/立方米 = 0.0000000000259 吨/立方米' },
    { text: '林地3,580km²', found: '3,580km² = 3580000000 平方米' },
    { text: '公园12.5万㎡', found: '12.5万㎡ = 125000 平方米' },
    { text: '蓄水1.2亿m³', found: '1.2亿m³ = 120000000 立方米' },
    { text: '管网15km', found: '15km = 15000 米' },
    { text: '发电量超2600亿度', found: '超2600亿度 = 260000000000 千瓦时 (超)' },
    { text: '提高到20℃', found: '20℃ = 20 ℃' },
    { text: '5300多栋', found: '5300多栋 = 5300 栋 (多)' },
    { text: '超800家', found: '超800家 = 800 家 (超)' },
    { text: '接近80%', found: '接近80% = 80 % (接近)' },
    { text: '500余场次', found: '500余场次 = 500 场次 (余)' },
    { text: '国省道210公里', found: '210公里 = 210000 米' },
    // qualifiers
    { text: '160余万名', found: '160余万名 = 1600000 人 (余)' },
    { text: '58万余件', found: '58万余件 = 580000 件 (余)' },
    { text: '300多家', found: '300多家 = 300 家 (多)' },
    { text: '40%以上', found: '40%以上 = 40 % (以上)' },
    { text: '3%左右', found: '3%左右 = 3 % (左右)' },
    { text: '0.5%以内', found: '0.5%以内 = 0.5 % (以内)' },
    { text: '不低于1∶0.76', found: '不低于1∶0.76 = 0.76 ratio (不低于)' },
    { text: '超过1000人', found: '超过1000人 = 1000 人 (超过)' },
    { text: '不足1000人', found: '不足1000人 = 1000 人 (不足)' },
    { text: '近3000人', found: '近3000人 = 3000 人 (近)' },
    { text: '最近3000人', found: '3000人 = 3000 人' },
    { text: '约5公里', found: '约5公里 = 5000 米 (约)' },
    { text: '公约5条', found: '5条 = 5 条' },
    { text: '逾20亿元', found: '逾20亿元 = 2000000000 元 (逾)' },
    // ranges compare by their upper end
    { text: '100—200元', found: '100—200元 = 200 元' },
    { text: '10%-15%', found: '10%-15% = 15 %' },
    { text: '5~8家', found: '5~8家 = 8 家' },
    { text: '3至5家', found: '3至5家 = 5 家' },
    { text: '5%－6%', found: '5%－6% = 6 %' },
    { text: '5.5％～6％', found: '5.5％～6％ = 6 %' },
    { text: '5至6个百分点', found: '5至6个百分点 = 6 百分点' },
  ])('reads “$text” as $found', ({ text, found }) => {
    expect(read(text)).toEqual([found]);
  });

  it.each([
    { text: '2018年', found: '2018年 - year' },
    { text: '2018年度', found: '2018年度 - year' },
    { text: '到2020年底', found: '2020年底 - year' },
    { text: '二〇一八年', found: '二〇一八年 - year' },
    { text: '2016—2018年', found: '2016—2018年 - year' },
    { text: '2019年至2021年', found: '2019年至2021年 - year' },
    { text: '“创新指数2018”', found: '2018 - year' },
    { text: '(2019)', found: '2019 - year' },
    { text: '12月31日', found: '12月31日 - date' },
    { text: '1—9月', found: '1—9月 - date' },
    { text: '19:00', found: '19:00 - date' },
    { text: '上午8:30', found: '8:30 - date' },
    { text: '10时30分', found: '10时30分 - date' },
    { text: '〔2018〕15号', found: '〔2018〕15号 - document-number' },
    { text: '第38号', found: '第38号 - document-number' },
    { text: 'G65高速', found: 'G65 - name' },
    { text: '国道319线', found: '国道319线 - name' },
    { text: '12345热线', found: '12345热线 - name' },
    { text: '轨道3号线', found: '3号线 - name' },
    { text: 'PM2.5浓度', found: 'PM2.5 - name' },
    { text: 'PM_2.5浓度', found: 'PM_2.5 - name' },
    { text: '2018 年', found: '2018 年 - year' },
    { text: '统计公报[1]', found: '[1] - marker' },
    { text: '平均PUE（注1）', found: '（注1） - marker' },
    { text: '表1 主要指标', found: '表1 - name' },
    { text: '5G网络', found: '5 - name' },
    { text: '中国500强', found: '500强 - name' },
    { text: '1.加强管理', found: '1. - marker' },
    { text: '(2)国道', found: '(2) - marker' },
    { text: '“7×24小时”咨询', found: '7×24 - name' },
    { text: '3×3篮球赛', found: '3×3 - name' },
    { text: '比分0:2', found: '0:2 - name' },
    { text: '编号1/0', found: '1/0 - name' },
    { text: '单位：亿m3', found: '亿m3 - name' },
    { text: '年日均值第95百分位数浓度', found: '第95百分位数 - name' },
    { text: '臭氧日最大8小时滑动平均值', found: '最大8小时滑动 - name' },
  ])('leaves out $found', ({ text, found }) => {
    expect(read(text)).toEqual([found]);
  });

  it.each([
    '“四个意识”',
    '质量第一、效益优先',
    '一成不变',
    '第一产业',
    '建成三成熟',
    '四个意识',
    '“三社联动”',
    '《三年行动方案》',
    '八项行动计划',
    '三大攻坚战',
    '感动重庆十大人物',
    '党的十九大和十九届二中、三中全会',
    '“十三五”规划',
    '一家',
    '一批',
    '千家万户',
    '三五家',
    '几十家',
    '数百人',
    '三级医院',
    '二十四节气',
    '三十年来',
    '首位产业',
    '亿元以上项目',
    '签约亿元以上项目',
    '“双万亿”产业',
    '党的二十届四中全会',
    '',
  ])('finds no number in “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    { text: '300户1127人', found: ['300户 = 300 户', '1127人 = 1127 人'] },
    { text: '由5到10个', found: ['5 = 5 ', '10个 = 10 个'] },
    { text: '546元、410元', found: ['546元 = 546 元', '410元 = 410 元'] },
    { text: '2018年1—9月支出3亿元', found: ['2018年 - year', '1—9月 - date', '3亿元 = 300000000 元'] },
    { text: '第四轮渝鄂省界和17条县界', found: ['第四轮 = 4 轮', '17条 = 17 条'] },
    { text: '4.2∶38.1∶57.7', found: ['4.2∶38.1∶57.7 = 9.0714285714285714286 ratio of several'] },
    { text: '11.8︰48.3︰39.9', found: ['11.8︰48.3︰39.9 = 4.0932203389830508475 ratio of several'] },
    { text: '分别居全国第三、第六、第十', found: ['第三 = 3 ', '第六 = 6 ', '第十 = 10 '] },
    { text: '5月-6月', found: ['5月-6月 - date'] },
    { text: '60周岁及以上老年人口26736万人', found: ['60周岁及以上 - name', '26736万人 = 267360000 人'] },
    { text: '16-59岁656.13万人', found: ['16-59岁 - name', '656.13万人 = 6561300 人'] },
    { text: '80岁以上老人每月发放100元', found: ['80岁以上 = 80 岁 (以上)', '100元 = 100 元'] },
    {
      text: '全国 60 周岁及以上老年人口 26736 万人',
      found: ['60 周岁及以上 - name', '26736 万人 = 267360000 人'],
    },
    { text: '举办了2024合肥马拉松赛', found: ['2024 - year'] },
    { text: '新增2000学位', found: ['2000学位 = 2000 学位'] },
    { text: '目标≥95%', found: ['≥95% = 95 % (≥)'] },
    { text: '浓度<31微克', found: ['<31微克 = 0.000000000031 吨 (<)'] },
    { text: '占比增减-0.08百分点', found: ['-0.08百分点 = -0.08 百分点'] },
    { text: '3+2模式', found: ['3 - name', '2 - name'] },
  ])('tells the numbers of “$text” apart', ({ text, found }) => {
    expect(read(text)).toEqual(found);
  });

  it('says where the digits alone stand', () => {
    const text = '不低于160余万名、第十四届、全国首个、近百家、不低于1∶0.76';

    const values = findNumbers(foldWidth(text)).map((number) =>
      number.kind === 'figure' ? text.slice(number.value.start, number.value.end) : '',
    );

    expect(values).toEqual(['160', '十四', '首', '百', '1∶0.76']);
  });

  it('leaves no digit of any text unaccounted for, and never reads one twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '万',
        '亿',
        '元',
        '人',
        '余',
        '多',
        '%',
        '个',
        '第',
        '年',
        '月',
        '日',
        '至',
        '到',
        '由',
        '近',
        '不低于',
        '以上',
        '“',
        '”',
        '、',
        ',',
        '.',
        ':',
        '/',
        '-',
        '—',
        '+',
        '十',
        '百',
        '两',
        '首',
        '号',
        'G',
        '千瓦',
        '公里',
        '(',
        ')',
      ),
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.constantFrom('0', '00', '0.5'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const found = findNumbers(text);
        let last = 0;
        let rest = '';
        for (const number of found) {
          expect(number.start).toBeGreaterThanOrEqual(last);
          expect(number.end).toBeGreaterThan(number.start);
          rest += text.slice(last, number.start);
          last = number.end;
          if (number.kind === 'excluded') continue;
          expect(number.start).toBeLessThanOrEqual(number.value.start);
          expect(number.value.end).toBeLessThanOrEqual(number.end);
          expect(Number.isFinite(Number(number.amount))).toBe(true);
        }
        expect(rest + text.slice(last)).not.toMatch(/\d/);
      }),
      { numRuns: 2000 },
    );
  });
});
