import { BASIS_SOURCE } from './basis.ts';

/** Verbs of change, for building patterns. */
export const CHANGE_VERBS =
  '增长|增加|提高|提升|上升|上涨|下降|减少|降低|下跌|回落|缩小|扩大|增收|减收|净增|净减|压减|递增|递减|偏多|偏少|增产|减产';

/** A part that is named at such length is named in full (`其中新能源汽车出口`); `其中城镇` is not. */
export const MIN_WHOLE_CHARS = 5;

/** How a change was reckoned, which is none of what changed: `按可比价格`, `同口径`, `扣除不可比因素`. */
export const RECKONED_SOURCE = '按[^,、]{1,6}(?:价格?|口径)|同口径|(?:扣除|剔除)[^,]{2,8}(?:因素|影响)';

/** Whether words name nothing that could be measured: only verbs of change, adverbs and particles. */
export function isThin(words: string): boolean {
  return stripThinWords(words).length < 2;
}

/** Takes away the words that say how a number moved or was counted, not what it counts. */
export function stripThinWords(words: string): string {
  return words.replace(THIN, '');
}

/** Times, adverbs, verbs of change and of reaching, particles. A base of comparison goes first, as a whole. */
const THIN = new RegExp(
  [
    RECKONED_SOURCE,
    `${BASIS_SOURCE}(?:[多少高低]$)?`,
    '[两二三四五六七八九十\\d]{1,2}年(?:来)?(?=年均|平均|累计)|(?:到)?(?:19|20)\\d{2}年[底末]?|去年|今年|上年',
    '力争|争取|确保|突破|超过|同比|环比|分别|全年|年均|平均|其中|累计|共计|合计|总计|增幅',
    CHANGE_VERBS,
    '达到|达|为|至|到|了|由|从|约|近|共|均|各|再|又|实现|位居|居|位列|名列|排名|排|占|左右|以上|的|\\s|、|和|[()]|全[国省市区县州]',
  ].join('|'),
  'gu',
);

/** Words of a measure that is always the measure of something said before: `其中`, `现价总量`, `增速`. */
const ALWAYS_DEPENDENT = new RegExp(
  [
    '^(?:其中|总数|合计|按[^,]{1,8}(?:计算|口径)|(?:惠及|受益|涉及|增产|减产|增收)$|(?:现价|经济)?总量|(?:平均|自然|年均)?(?:增[速幅]|降幅)',
    '规模(?!以上)|占比|比重|约?占(?![地道用])',
    '[均稳]?(?:位?居|位列|名列|排名?)(?:全[国省市区县州]|世界|全球)(?:各?省[市区]*)?$)',
  ].join('|'),
  'u',
);

/** Names of measures that say nothing of what is measured. */
const MEASURE = new RegExp(
  [
    '总?(?:产值|增加值|产量|产能|投资额?|规模|面积|里程|长度|数量?|量|额|金额|资金|人数|户数|件数)',
    '(?:计划|年度|协议|合同|到位|概算|实际|一期|二期)*总?投资额?|投资概算|建筑面积|占地面积',
    '(?:营业|销售|主营业务|综合)收入|营收|销售总?额|零售额|交易额|成交额|贸易额|(?:营业|净)?利润(?:总额)?|税收',
    '(?:参与|参加|覆盖|完成|合格|达标|利用|普及|通过|入住|开工|竣工|投产|到位|开通|签约|转化|录取|毕业|巩固)率',
    '(?:使用|处理|回收|办结|满意|知晓|调解成功|破案|抽检合格)率|满意度',
    '(?:使用|平均|设计|日均|日)?(?:产能|能力|寿命)|个数|全长|全程|标准',
  ].join('|'),
  'gu',
);
const DOING = new RegExp(
  [
    '(?:近|这|前)?[两二三四五六七八九十]年(?:来|间)?',
    '(?:高于|低于|快于|优于|好于)(?:全[国省市区县]|上年|年度|同期|预期|预算)?(?:平均)?(?:水平|目标)?',
    '年产|净[增减]|新增|完成|实现|带动|拉动|撬动|落实|到位|投入|可|将|预计|计划|力争|目前|现|已|全部|总体|整体',
    '发展到|增加到|扩大到|惠及|受益|覆盖|涉及|吸纳',
  ].join('|'),
  'gu',
);

/** Whether words name a measure and nothing that is measured (`净增产值`, `参与率达`): the clause before does. */
export function isDependent(words: string): boolean {
  if (ALWAYS_DEPENDENT.test(words)) return true;
  // A total of the year begins anew.
  if (/^(?:全[年市省县区州国]|本级|年内)/u.test(words)) return false;
  const rest = stripThinWords(words.replace(MEASURE, '')).replace(DOING, '');
  // `NO2达标率` names what it is the rate of.
  return words.length > 0 && rest.replace(/[^\p{Script=Han}A-Z]/gu, '') === '';
}

/** What something has that was told of in the same sentence (`福利机构539个,床位8.9万张`); alone it is a thing itself. */
const HAD = /从业人员|床位/gu;

/** Whether words leave what is measured to a clause before them in their sentence. */
export const isDependentInSentence = (words: string): boolean => isDependent(words.replace(HAD, '数量'));
