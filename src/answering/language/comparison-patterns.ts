import { UNIT_SOURCE } from '../../report/units.ts';
import { JOINT, SHARE_ASKED } from './comparison-sides.ts';
import { BACKWARDS, HOW_MANY, LESS, MORE, MUCH, NOT_MUCH, RISES } from './comparison-words.ts';

/** What is to be computed from numbers of the report. */
export const OPERATION_NAMES = [
  'difference',
  'growth',
  'ratio',
  'share',
  'per',
  'sum',
  'extreme',
  'reached',
  /** What comes every month, for a year. */
  'yearly',
  /** What a year came to, for each month or day of it. */
  'monthly',
  'daily',
  /** What is left of a whole beside a share of it. */
  'rest',
  /** What a number was before it grew, or by how much it grew. */
  'base',
] as const;
export type Operation = (typeof OPERATION_NAMES)[number];

/** How the result is wanted: as a multiple, a percentage, or as it comes. */
export type Form = 'multiple' | 'percent' | 'plain';

/** A way of asking for an operation. */
export type AskingPattern = {
  readonly name: string;
  readonly operation: Operation;
  readonly form?: Form;
  readonly pattern: string;
};

const DONE = '(?:了|得了)?';
const WHETHER_END = '(?:没有|了没|没得|了吗|吗|(?<![什怎这那多要])么|没$|否)';
const WHICH = '(?:哪(?:一?[个项类种笔块样家条年路]|一?[拨批群]|边|头|方面|里)|谁)';
const MOST = `(?:最|更|比较|得)(?:${MORE}|${LESS})`;
const SOME = '(?:些|一些|一?点)?(?=$|[,?。呢啊])';
/** Spread over something, but not over heads. */
const SPREAD_OVER = '(?<!人(?:头|均).*)(?:平均|均摊|平摊|分摊|摊|[折划]?合(?!计))[^,?。人户]{0,8}?';

/** Every way of asking, tried in order; the first that matches decides. */
export const ASKING_PATTERNS: readonly AskingPattern[] = [
  {
    name: 'worked back',
    operation: 'base',
    pattern: BACKWARDS,
  },
  {
    name: 'whether it came to something',
    operation: 'reached',
    pattern: `(?:达到|达成|实现|完成|符合|满足|做到|够|超过|超|不低于|低于|高于|到)${DONE}[^,?。]{0,18}${WHETHER_END}`,
  },
  {
    name: 'whether it is enough',
    operation: 'reached',
    pattern: '(?<!不)达标|够不够|[达到够过撵]没(?:达|有)?[到够过]',
  },
  {
    name: 'whether it has come to',
    operation: 'reached',
    pattern: '(?:是否|有没有|是不是)(?:已经?)?(?:达到|达成|实现|符合|满足|不低于|超过|够得?|到)',
  },
  {
    name: 'growth in percent',
    operation: 'growth',
    form: 'percent',
    pattern: `(?:增长|提高|涨|增加|提升|上涨|上调|升|提(?=了)|多|高|下降|降低|减少|[低少](?=[了出]?百分之))(?:了|出)?(?:百分之(?:几|多少|好多)百?|多少%|多少个?百分点|几成|多大幅度|的幅度)`,
  },
  {
    name: 'extent of the growth',
    operation: 'growth',
    form: 'percent',
    pattern: `(?:提高|调整|上调|上涨)的?(?:幅度|比例|百分比)|涨幅|增幅(?:是|有|为)?(?:多少|多大)|增幅$`,
  },
  {
    name: 'how many times',
    operation: 'ratio',
    form: 'multiple',
    pattern: `${HOW_MANY}倍|倍数|翻(?:了)?(?:几番|一番)`,
  },
  {
    name: 'one to another',
    operation: 'ratio',
    form: 'multiple',
    pattern: '之比|比值|多少比多少|几比几|(?:数量|人数|金额|标准|规模|面积)的?比(?=是|为|[,?]|$)',
  },
  {
    name: 'part of a whole',
    operation: 'share',
    form: 'percent',
    // `占比提高了几个百分点`: how much a printed share has changed.
    pattern: `占(?!地|用|[^,?。]*(?:${RISES})了?${HOW_MANY})[^,?。]{0,20}?${SHARE_ASKED}`,
  },
  {
    name: 'percent of another',
    operation: 'share',
    form: 'percent',
    pattern:
      '(?:是|有|的|只有|算个|算)[^,?。]{0,20}百分(?:之(?:几|多少)|比)|的几分之几|(?:的|是|有|得上)[^,?。]{0,8}几成',
  },
  {
    name: 'by the day',
    operation: 'daily',
    pattern: `日均|${SPREAD_OVER}(?:每|一|1)[天日]|每[天日][^,?。人户]{0,6}?(?:平均|合|摊)`,
  },
  {
    name: 'by the month',
    operation: 'monthly',
    pattern: `月均|${SPREAD_OVER}(?:(?:每|一|1)个?月|(?:十二|12)个月)|每个?月[^,?。人户]{0,6}?(?:平均|合(?!计)|摊)`,
  },
  {
    name: 'by heads',
    operation: 'per',
    pattern: '(?:按|照)人头(?:来|去)?(?:摊|算|分|平均)?|[均摊分]到?(?:每个)?人头上?|每(?:个)?人头(?:上)?',
  },
  {
    name: 'on average',
    operation: 'per',
    // `人均收入差多少`: the average is what is compared.
    pattern:
      '[人户]均(?!.*(?:相差|差[多几]|[高低]多少))|(?<!水)平均(?:下来|算下来|算)?(?:到|分到|摊到|摊给|分给)?(?:每|一|下来|给|是)?|均摊|平摊|摊到',
  },
  {
    name: 'added up',
    operation: 'sum',
    pattern:
      '(?:钱|资金|一共)?加(?:起来|拢)|(?<!参)加(?:在|到)?一(?:起|块儿?)|合(?:在|到)?一(?:起|块儿?)|合(?:起来|拢)|合计|总和|之和|相加|加总|拢共',
  },
  {
    name: 'in all',
    operation: 'sum',
    pattern: `(?:一共|总共)(?:是|有|花|发|支出|投入)?(?=多少|几)|(?<=${JOINT}.*)(?:total|sum|in all)(?=.*${HOW_MANY})`,
  },
  {
    // Only where two things are joined and one number is asked for: `A和B一共解决多少`, and not `敬老院、养老院这类一共多少`.
    name: 'joined in all',
    operation: 'sum',
    pattern: `(?<=${JOINT}[^,?。]{2,})(?<!(?:这|那|之|一)类[^,?。]*)(?:一共|总共|共|总数|总计|一起|统共)(?:\\p{Script=Han}{0,4}?)(?<!${HOW_MANY}.*)(?=${HOW_MANY})(?!.*${HOW_MANY}.*${HOW_MANY})`,
  },
  {
    name: 'which is most',
    operation: 'extreme',
    pattern: `${WHICH}[^,?。]{0,14}?(?:${MOST}|(?:${MORE}|(?<!多)(?:${LESS}))${SOME})`,
  },
  {
    name: 'the most is',
    operation: 'extreme',
    pattern: `最(?:${LESS}|${MORE})的(?:是|项|一)`,
  },
  {
    name: 'one or the other',
    operation: 'extreme',
    pattern: `(?<=还是[^,?。]{1,14})(?:更|最)?(?:${MORE}|(?<!多)(?:${LESS}))${SOME}`,
  },
  {
    name: 'differs by',
    operation: 'difference',
    pattern: `相差(?:是|有|了)?(?:${MUCH}|多大)?|差(?:距|额|别|值)?(?:是|有|了)?(?:${MUCH}|多大)|缺口`,
  },
  {
    name: 'the difference',
    operation: 'difference',
    pattern: `差(?:距|额|值|别)|之差|(?<=数量|人数|户数|件数|金额|标准)差(?=$|[,?])|变化(?:了)?多少`,
  },
  {
    name: 'more or fewer',
    operation: 'difference',
    pattern: `${NOT_MUCH}(?:多(?!少)|少)(?:了|出|出来|出来了)?(?:${MUCH})`,
  },
  {
    name: 'done more or less',
    operation: 'difference',
    pattern: `${NOT_MUCH}(?:多(?!少)|少)(?!(?:${UNIT_SOURCE})(?!出)|[样数])\\p{Script=Han}{1,2}?(?:了|出|出来)?(?:${MUCH})`,
  },
  {
    name: 'risen or fallen',
    operation: 'difference',
    pattern: `(?:${RISES})(?:了|出了?|下)?(?:${MUCH})`,
  },
  {
    name: 'higher or lower',
    operation: 'difference',
    pattern: `(?:高|低|大|小|靠前|靠后|领先|落后)(?:了|出|出来)?(?:${MUCH})`,
  },
];
