/** What kind of quantity a unit counts; two numbers can be compared only within one dimension. */
export type Dimension =
  | 'money'
  | 'people'
  | 'person-times'
  | 'households'
  | 'percent'
  | 'percentage-points'
  | 'multiple'
  | 'ratio'
  | 'ordinal'
  | 'duration'
  | 'age'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'energy'
  | 'count'
  | 'none';

/** Dimensions of numbers that say how much of something. */
export const SHARE_DIMENSIONS: readonly Dimension[] = ['percent', 'percentage-points', 'ratio', 'multiple'];

/** A unit the reports print: its dimension and how many base units of that dimension one of it is. */
export type Unit = {
  readonly dimension: Dimension;
  /** Two `count` units compare only when this word is the same: 个 and 所 may count different things. */
  readonly base: string;
  readonly factor: string;
};

type UnitTable = readonly (readonly [
  dimension: Dimension,
  base: string,
  units: Readonly<Record<string, string>>,
])[];

/** Base units and conversion factors are those of China's legal units; 亩 is 2000/3 square metres, kept as its own base. */
const UNITS: UnitTable = [
  ['money', '元', { 元: '1', 块: '1', 块钱: '1', 美元: '1' }],
  ['money', '港元', { 港元: '1', 港币: '1' }],
  ['money', '欧元', { 欧元: '1' }],
  ['people', '人', { 人: '1', 名: '1', 位老人: '1' }],
  ['person-times', '人次', { 人次: '1' }],
  ['person-times', '乘次', { 乘次: '1' }],
  ['households', '户', { 户: '1' }],
  ['households', '户次', { 户次: '1' }],
  ['percent', '%', { '%': '1', '‰': '0.1' }],
  ['percentage-points', '百分点', { 个百分点: '1', 百分点: '1' }],
  ['multiple', '倍', { 倍: '1' }],
  ['duration', '小时', { 小时: '1', 分钟: '0.0166666666666666666667' }],
  ['duration', '工作日', { 个工作日: '1' }],
  ['duration', '天', { 天: '1', 日: '1' }],
  ['duration', '年', { 年: '1', 周年: '1' }],
  ['duration', '个月', { 个月: '1' }],
  ['age', '岁', { 岁: '1', 周岁: '1' }],
  [
    'length',
    '米',
    {
      米: '1',
      厘米: '0.01',
      毫米: '0.001',
      公里: '1000',
      千米: '1000',
      里: '500',
      海里: '1852',
      km: '1000',
      m: '1',
      cm: '0.01',
      mm: '0.001',
    },
  ],
  ['length', '车道公里', { 车道公里: '1', 皮长公里: '1', 芯公里: '1', 延米: '1' }],
  [
    'area',
    '平方米',
    {
      平方米: '1',
      平米: '1',
      平方: '1',
      平方公里: '1000000',
      平方千米: '1000000',
      公顷: '10000',
      'm²': '1',
      m2: '1',
      '㎡': '1',
      'km²': '1000000',
      km2: '1000000',
      '㎢': '1000000',
      'hm²': '10000',
      hm2: '10000',
    },
  ],
  ['area', '亩', { 亩: '1', 亩次: '1' }],
  [
    'volume',
    '立方米',
    {
      立方米: '1',
      标准立方米: '1',
      标方: '1',
      立方: '1',
      方: '1',
      升: '0.001',
      L: '0.001',
      'm³': '1',
      m3: '1',
      '㎥': '1',
    },
  ],
  [
    'mass',
    '吨',
    {
      吨: '1',
      公斤: '0.001',
      千克: '0.001',
      kg: '0.001',
      t: '1',
      斤: '0.0005',
      克: '0.000001',
      毫克: '0.000000001',
      微克: '0.000000000001',
      mg: '0.000000001',
      μg: '0.000000000001',
      µg: '0.000000000001',
      ug: '0.000000000001',
      吨标准煤: '1',
      标准煤: '1',
    },
  ],
  [
    'energy',
    '千瓦时',
    {
      千瓦时: '1',
      度: '1',
      度电: '1',
      兆瓦时: '1000',
      吉瓦时: '1000000',
      kWh: '1',
      MWh: '1000',
      GWh: '1000000',
    },
  ],
  ['energy', '千瓦', { 千瓦: '1', 兆瓦: '1000', 吉瓦: '1000000', kW: '1', MW: '1000', GW: '1000000' }],
  // Capacity of transformers, boilers and computing centres.
  ['count', '千伏安', { 千伏安: '1', 兆伏安: '1000', kVA: '1', MVA: '1000' }],
  ['count', '蒸吨', { 蒸吨: '1', 载重吨: '1', 总吨: '1' }],
  ['count', 'PFLOPS', { PFLOPS: '1', EFLOPS: '1000', Pflops: '1', Eflops: '1000', P: '1' }],
  ['count', '吨公里', { 吨公里: '1' }],
  ['count', '人公里', { 人公里: '1' }],
  ['count', '字节', { TB: '1', PB: '1000', GB: '0.001' }],
  ['count', 'Mbps', { Mbps: '1', Gbps: '1000', 兆: '1' }],
  ['count', '分贝', { '分贝(A)': '1', 分贝: '1', 'dB(A)': '1', dB: '1' }],
  ['count', '℃', { '℃': '1', '°C': '1', 摄氏度: '1' }],
];

/** Measure words that count things. What they count is said by the words around them. */
const MEASURE_WORDS = (
  '个班次 班次 场次 台次 辆次 家次 件次 标台 个 家 所 张 座 处 件 项 次 条 届 轮 位 例 对 辆 艘 架 台 套 头 只 株 棵 场 期 批 门 种 类 级 星 部 篇 份 笔 宗 起 ' +
  '间 间夜 册次 幢 栋 床 床日 口 眼 孔 盏 根 支 队 组 班 车次 标箱 标准箱 列 航次 架次 趟 票 单 单位 枚 幅 册 集 字 码 度 片 块 段 ' +
  '颗 粒 具 副 双 艘次 列次 趟次 剂 剂次 例次 针 支次 尾 羽 匹 箱 桶 瓶 袋 包 盒 捆 盘 卷 堂 课时 学时 节 餐 顿 桌 席 座次 ' +
  '朵 束 丛 台套 套次 部次 宗次 笔次 人份 批次 轮次 届次 班列 机架 标准机架 机柜 标准机柜 芯 ' +
  'TEU 千伏 省市 省 市 区县 区 县 乡镇 镇 乡 村 社区 街道 国家 小区 户次'
).split(' ');

const BY_NAME: ReadonlyMap<string, Unit> = new Map([
  ...MEASURE_WORDS.map((base): [string, Unit] => [base, { dimension: 'count', base, factor: '1' }]),
  ...UNITS.flatMap(([dimension, base, units]) =>
    Object.entries(units).map(([name, factor]): [string, Unit] => [name, { dimension, base, factor }]),
  ),
]);

/** Scales printed between a number and its unit, as powers of ten. */
const SCALES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

const byLength = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);
const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Pattern sources for scales and units, longest first. */
export const SCALE_SOURCE = `(?:${Object.keys(SCALES)
  .sort(byLength)
  // 千瓦, 千伏 and 百分点 are units, not thousands or hundreds of some.
  .map((scale) => scale.replace(/^千$/u, '千(?![瓦伏])').replace(/^百$/u, '百(?!分点)'))
  .join('|')})`;
/** What makes another word of the measure word before it: a 台阶 is no machine. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  m: '[A-Za-z]',
  cm: '[A-Za-z]',
  mm: '[A-Za-z]',
  L: '[A-Za-z]',
  t: '[A-Za-z]',
  kg: '[A-Za-z]',
  dB: '[A-Za-z]',
  台: '[阶风账湾]',
  度: '[假过]',
  方: '[面案法]',
  片: '区',
  处: '[理置罚]',
};
export const UNIT_SOURCE = `(?:${[...BY_NAME.keys()]
  .sort(byLength)
  .map((unit) => escapePattern(unit) + (NOT_BEFORE[unit] ? `(?!${NOT_BEFORE[unit]})` : ''))
  .join('|')})`;
/** `元/月`, `万元/亩`, `元/人·年`, `元/人月`, `L/(人·d)`, `公里/百平方公里`, `件/套`: a printed rate, or a unit by two names. */
export const PER_SOURCE =
  `(?:/\\(人[·・.]?[d日天]\\)|(?:/|每(?=立方米))(?:${SCALE_SOURCE}(?=${UNIT_SOURCE}))?(?:月|[dha](?![A-Za-z])|${UNIT_SOURCE})` +
  '(?:[·・/]?(?:[年月日天次](?![底末初内均])|d(?![A-Za-z])))?)';

/** A printed unit as it is asked for (`多少元`), without the 万 or 亿 of its number. */
export const leaveScale = (unit: string): string => unit.replace(/^[万亿]+(?=.)/u, '');

/** Splits a printed unit (`万人次`, `元/月`) into its scale as a power of ten and its unit; null for an unknown one. */
export function parseUnit(
  printed: string,
): { readonly power: number; readonly unit: Unit; readonly per: string } | null {
  const [whole = '', ...rest] = printed.split(/[/每]/u);
  const per = rest.join('/');
  const scale = new RegExp(`^${SCALE_SOURCE}(?=.|$)`, 'u').exec(whole)?.[0] ?? '';
  for (const candidate of [scale, '']) {
    const unit = BY_NAME.get(whole.slice(candidate.length));
    if (unit) return { power: SCALES[candidate] ?? 0, unit, per };
  }
  return scale === whole
    ? { power: SCALES[scale] ?? 0, unit: { dimension: 'none', base: '', factor: '1' }, per }
    : null;
}
