import { CHINESE_NUMBER_SOURCE, CHINESE_NUMERAL_CLASS } from './chinese-numerals.ts';
import { PER_SOURCE, SCALE_SOURCE, UNIT_SOURCE } from './units.ts';

/** Joins the ways of a pattern. */
const anyOf = (...ways: readonly string[]): string => `(?:${ways.join('|')})`;

const HAN = '\\u4e00-\\u9fff';
const DIGIT = '[一二两三四五六七八九]';
const RANK_NUMERAL = '[一二三四五六七八九十\\d]{1,3}';
/** Numerals of short counts; anything longer is an amount. */
const CARDINAL = '[一二两三四五六七八九十百千]';

const UNIT_AHEAD = `(?= ?(?:${SCALE_SOURCE}|${UNIT_SOURCE}))`;
/** Digits with the commas, and the blanks a typesetter or a scan left. */
const NUMBER = anyOf(
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?',
  `(?<![\\d.] ?)\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?(?= ?${SCALE_SOURCE}?${UNIT_SOURCE})`,
  `\\d+(?: \\. ?|\\. )\\d+${UNIT_AHEAD}`,
  '\\d+(?:\\.\\d+)?',
);
/** A sign, and no dash between two things. */
const SIGN = anyOf(
  `(?<![A-Za-z\\d%‰)+*.-] ?)[-−](?=\\d)`,
  '(?<![减增欠担背肩抱胜])负(?=\\d)',
  `(?<=[${HAN}])\\+(?=[\\d.]+%)`,
);

const BEFORE = anyOf(
  '不低于|不少于|不高于|不超过|不小于|不大于|不多于|不足|(?<![达得收看])不到|低于|高于|少于|多于|大于|小于',
  '(?<![-=<>])(?:[≥≤≧≦]|[<>]=?)',
  '超过|突破|将近|接近|大约|至少|至多|最多|最少|(?<!最|附|临)近|(?<!公|条|合|契|节|签|预)约|逾|超',
);
const AFTER = '以上|以下|以内|之内|左右|上下';
const ORDINAL_UNITS = '轮|届|次|批|期|位|名|个|家|座|条|部|大|方阵';
/** What is built in tiers (`四级服务平台`), unlike what is graded (`三级医院`). */
const TIERED = '(?:联动|贯通|综合|服务|体系|网络|架构|平台|管理|协同|书记|河长|林长|路长|田长|调解|应急)';

/** Whose rank it is: `全国第一`, `居全省前三`; `质量第一` is a motto. */
const RANKED = anyOf(
  '全[国省市区县州]|全球|世界|亚洲|国内|国际|地区|[东中西北南]部|同类\\S{0,4}|省|[^和]市|县|区|州',
  '居|列|名|排|位',
  `[、和](?:第|前)${RANK_NUMERAL}|第${RANK_NUMERAL}[、和]`,
);
const RANK_END = '(?=[,、。;:!()“”"]|\\s|$|和|与|的|并|且|行列|大省|大市)';
/** What makes another word of a tenth: `成立`, `成效`, `折叠`. */
const NO_TENTH = '(?![为立果功效就员分长本熟品都语交人才绩不叠射扣算腾旧磨返断合线价服])';

/** Short nouns that may follow a number directly and count nothing by themselves. */
const NO_MEASURE = anyOf(
  '大关|台阶|改革|时代|模式|平台|版本|标准|目标|战略|工程|行动|计划|企业|公司|单位|职工|员工|学生|师生',
  '群众|居民|市民|农户|农民|人口|儿童|老人|项目|家庭|系统|方案|政策|体系|协议|新高|位',
);
/**
 * A measure word the table lacks: whatever little stands between a number and the end of its clause (`新增供热能力300蒸吨。`),
 * unless it is a word of degree or of another kind of number.
 */
const ODD_UNIT =
  `(?!${AFTER}|${NO_MEASURE}|[余多几来强后年月日号分秒点折成版代线元万亿和与及至到为的了])[${HAN}]{1,2}` +
  `(?<![的了上下内外里中])(?=(?:${AFTER})?(?:[,。;!?)、]|$))`;

/** What joins the ends of a range. `由3到5` is a change, not a range. */
const RANGE = `\\s*(?:[-—–~]+|[至到](?<![由从自]${NUMBER}[%‰]?[至到]))\\s*`;
const YEAR = '(?:(?:19|20)\\d{2})';
const YEAR_RANGE = anyOf(
  `(?<!\\d)${YEAR}年?${RANGE}${YEAR}年(?:度|底|末|初)?`,
  `${YEAR}年${RANGE}${YEAR}(?!\\d)`,
  `${YEAR}${RANGE}${YEAR}(?![\\d.,%${HAN}])`,
);
const YEARS = anyOf(
  YEAR_RANGE,
  `${YEAR} ?年(?:度|底|末|初)?`,
  `(?<!\\d)${YEAR}(?=(?:[、和与及]|以及)${YEAR}年)`,
  '[一二][〇零九][〇零一二三四五六七八九]{2}年',
);
const CLOCK = `(?<![\\d.:])${anyOf('(?:[01]\\d|2[0-4]):[0-5]\\d', '\\d:0\\d', '(?<=[午晨晚早日天间至])\\d:[0-5]\\d')}(?![\\d.:])`;
const DATES = anyOf(
  `(?<!\\d)(?:\\d{1,2}月?${RANGE})?\\d{1,2}月(?:\\d{1,2}日)?`,
  `(?<!\\d)(?:\\d{1,2}${RANGE})?\\d{1,2}日(?!均)`,
  CLOCK,
  '(?<!\\d)\\d{1,2}[点时]\\d{1,2}分(?!钟)',
);
/** Who is counted right behind an age: `60周岁及以上老年人口26736万人`. */
const PEOPLE_OF_AGE =
  '(?:的|户籍|常住|老年|老龄|劳动年龄|在校|人口|老人|老年人|居民|儿童|青少年|妇女|女性|男性|人数|总?数|占?比[重例]?|为|达|尊老金|(?:高龄|护理|养老|生活)?(?:津贴|补贴|补助|服务)|标准|婴幼儿|托位|[\\u4e00-\\u9fff]{2,4}率|达到?)*';
/** Numbers that are names: of tables, roads, lines, lists, generations, products. */
const NAMES = anyOf(
  `(?:表|图|专栏|附表|附件|附图) ?\\d{1,2}(?!\\d|[.%‰万亿]|[${HAN}])`,
  '(?:国道|省道|县道|乡道)\\d+(?![\\d.]| ?(?:公里|千米|米|条|座))(?:线|号)?',
  '[A-Z]+_?\\d+(?:\\.\\d+)?(?![\\d.万亿%元])(?:线|号)?',
  '(?<![\\d.])\\d+(?:号线|线(?!上|下)|次列车|国道|省道|热线|路公交)',
  `(?<![\\d.])1\\d{4}(?=[${HAN}]{0,6}热线)`,
  `(?<![\\d.:])\\d0后(?=[${HAN}])`,
  `(?<![\\d.])\\d{1,3}(?:[-—–~至到]\\d{1,3})? ?周?岁(?:及?以[上下])?(?=${PEOPLE_OF_AGE}\\s*\\d)`,
  '(?<![\\d.前])\\d+强(?![化调制度力烈大势])',
  '\\d+[×xX]\\d+',
  // Of a unit that is printed without a number (`单位:亿m3`), of a percentile, and of how long a mean is taken.
  '(?<![\\d.A-Za-z百千万亿])[百千万亿]*k?m[23](?![\\d.A-Za-z])',
  '第 ?\\d{1,2} ?百分位数?',
  '(?:最大|日均?)\\d{1,2} ?小时(?:滑动)?(?=平均|均值|浓度|值)',
);
const DOCUMENTS = anyOf('[〔[]\\d{4}[〕\\]]\\s*\\d+号', '(?<![\\d第])\\d+号', '第\\d+号');
const MARKERS = anyOf(
  '\\[\\d{1,2}\\]',
  '\\(注 ?\\d{1,2}\\)',
  '^\\s*\\(\\s*\\d{1,2}\\s*\\)',
  '^\\s*\\d{1,2} ?[.、](?!\\d)',
);

const NOT_AFTER_NUMERAL = `(?<![第几数前${CHINESE_NUMERAL_CLASS}万亿\\d])`;

/** Every way a number is printed, as named groups; the first that fits counts. For width-folded text. */
export const NUMBER_PATTERN = new RegExp(
  [
    `(?<marker>${MARKERS})`,
    `(?<name>${NAMES})`,
    `(?<year>${YEARS})(?!以上|以下|以内)`,
    `(?<date>${DATES})`,
    `(?<document>${DOCUMENTS})`,
    `第 ?(?<rank>\\d+) ?(?<rankUnit>${ORDINAL_UNITS})`,
    `(?<![此之以目先年月日天])前(?<top>\\d+|${CARDINAL}{1,3})(?<topUnit>位|名|强)`,
    `第(?<ordinal>[${CHINESE_NUMERAL_CLASS}]{1,4})(?<ordinalUnit>${ORDINAL_UNITS})`,
    `(?<first>首)(?<firstUnit>个|批|次|家|条|部|届|轮|座|例|位(?!产业|度)|名|所)`,
    `(?<=${RANKED})(?:第(?<bareRank>${RANK_NUMERAL})|前(?<bareTop>${RANK_NUMERAL}))${RANK_END}`,
    `(?<fractionBefore>${BEFORE})?(?<fraction>${CHINESE_NUMBER_SOURCE}分之${CHINESE_NUMBER_SOURCE})(?<fractionAfter>${AFTER})?`,
    `翻(?:了)?(?<doubled>${DIGIT}|[1-9])番`,
    `(?<tenthsBefore>${BEFORE})?${NOT_AFTER_NUMERAL}(?<tenths>(?:${DIGIT}|[1-9])[成折]${DIGIT}?)(?<tenthsAfter>[余多]|${AFTER})?${NO_TENTH}`,
    '(?<slash>(?<![\\d./])\\d{1,2}/\\d{1,2}(?![\\d./]))',
    `(?<before>${BEFORE})?(?<left>${NUMBER}):(?<right>${NUMBER})(?<third>(?::${NUMBER})*)(?<ratioAfter>${AFTER})?`,
    `(?<before2>${BEFORE})?(?<value>${SIGN}?${NUMBER}(?:[%‰]?${RANGE}${NUMBER})?)(?<some>[余多])?(?: ${UNIT_AHEAD})?` +
      `(?<scale>${SCALE_SOURCE})?(?<some2>[余多])?(?<unit>${UNIT_SOURCE}${PER_SOURCE}?|/(?:10|十)万人?|${ODD_UNIT})?(?<after>${AFTER})?`,
    `${NOT_AFTER_NUMERAL}(?<term>(?<=连续)${CARDINAL}{1,2}(?=年)|${DIGIT}(?=年(?:行动|攻坚|规划|计划))|[二三四五六](?=级${TIERED}))(?<termUnit>年|级)`,
    `(?<before3>${BEFORE}|(?<![跨迈登站以之])上(?=[百千万]))?${NOT_AFTER_NUMERAL}(?<numeral>${CHINESE_NUMBER_SOURCE})(?<few>[余多几])?` +
      `(?<numeralScale>万亿|[万亿])?(?<few2>[余多])?(?<numeralUnit>${UNIT_SOURCE})(?=[^${CHINESE_NUMERAL_CLASS}]|$)(?<numeralAfter>${AFTER})?`,
  ].join('|'),
  'gu',
);
