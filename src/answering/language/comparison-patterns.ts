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

/** A way of asking for an operation, with questions that ask so and questions that only look like it. */
export type AskingPattern = {
  readonly name: string;
  readonly operation: Operation;
  readonly form?: Form;
  readonly pattern: string;
  readonly asks: readonly string[];
  readonly not: readonly string[];
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
    asks: ['按增幅倒推,前年产量多少', '前年收了多少,按增长倒着算一下'],
    not: ['怎么推动增长'],
  },
  {
    name: 'whether it came to something',
    operation: 'reached',
    pattern: `(?:达到|达成|实现|完成|符合|满足|做到|够|超过|超|不低于|低于|高于|到)${DONE}[^,?。]{0,18}${WHETHER_END}`,
    asks: ['种树的任务完成没得', '票价达到1.3倍了吗'],
    not: ['种了多少棵树'],
  },
  {
    name: 'whether it is enough',
    operation: 'reached',
    pattern: '(?<!不)达标|够不够|(?:达|到|够)没(?:达|有)?(?:到|够)',
    asks: ['产量达标没', '棵数够不够'],
    not: ['还不达标的有几家'],
  },
  {
    name: 'whether it has come to',
    operation: 'reached',
    pattern: '(?:是否|有没有|是不是)(?:已经?)?(?:达到|达成|实现|符合|满足|不低于|超过|够得?|到)',
    asks: ['产量是否达到目标'],
    not: ['产量是不是多了'],
  },
  {
    name: 'growth in percent',
    operation: 'growth',
    form: 'percent',
    pattern: `(?:增长|提高|涨|增加|提升|上涨|上调|升|提(?=了)|多|高|下降|降低|减少)(?:了|出)?(?:百分之(?:几|多少|好多)百?|多少%|多少个?百分点|几成|多大幅度|的幅度)`,
    asks: ['门票涨了百分之几', '产量提高了几成'],
    not: ['门票涨了多少钱'],
  },
  {
    name: 'extent of the growth',
    operation: 'growth',
    form: 'percent',
    pattern: `(?:提高|调整|上调|上涨)的?(?:幅度|比例|百分比)|涨幅|增幅(?:是|有|为)?(?:多少|多大)|增幅$`,
    asks: ['门票的涨幅是多少', '产量增幅多大', '门票提高的幅度有多大'],
    not: ['比例提高了多少'],
  },
  {
    name: 'how many times',
    operation: 'ratio',
    form: 'multiple',
    pattern: `${HOW_MANY}倍|倍数|翻(?:了)?(?:几番|一番)`,
    asks: ['苹果是梨的几倍', '产量翻了几番', '苹果相当于梨的多少倍'],
    not: ['加倍努力种了多少树'],
  },
  {
    name: 'one to another',
    operation: 'ratio',
    form: 'multiple',
    pattern: '之比|比值|多少比多少|几比几|(?:数量|人数|金额|标准|规模|面积)的?比(?=是|为|[,?]|$)',
    asks: ['苹果和梨的产量之比是多少', '苹果和梨几比几'],
    not: ['人数比去年多'],
  },
  {
    name: 'part of a whole',
    operation: 'share',
    form: 'percent',
    pattern: `占(?!地|用)[^,?。]{0,20}?${SHARE_ASKED}`,
    asks: ['苹果占水果的几成', '苹果占多大比例'],
    not: ['果园占地多少亩'],
  },
  {
    name: 'percent of another',
    operation: 'share',
    form: 'percent',
    pattern:
      '(?:是|有|的|只有|算个|算)[^,?。]{0,20}百分(?:之(?:几|多少)|比)|的几分之几|(?:的|是|有|得上)[^,?。]{0,8}几成',
    asks: ['苹果相当于梨的百分之几', '苹果抵得上梨的几成'],
    not: ['门票涨了百分之几'],
  },
  {
    name: 'by the day',
    operation: 'daily',
    pattern: `日均|${SPREAD_OVER}(?:每|一|1)[天日]|每[天日][^,?。人户]{0,6}?(?:平均|合|摊)`,
    asks: ['门票平均每天卖多少张', '果园日均收多少', '门票每天合多少张'],
    not: ['每天开门几小时', '奖金按人头摊每天多少'],
  },
  {
    name: 'by the month',
    operation: 'monthly',
    pattern: `月均|${SPREAD_OVER}(?:(?:每|一|1)个?月|(?:十二|12)个月)|每个?月[^,?。人户]{0,6}?(?:平均|合(?!计)|摊)`,
    asks: ['门票平均一个月卖多少张', '果园月均收多少', '门票每月合多少张'],
    not: ['学徒每月领多少'],
  },
  {
    name: 'by heads',
    operation: 'per',
    pattern: '(?:按|照)人头(?:来|去)?(?:摊|算|分|平均)?|[均摊分]到?(?:每个)?人头上?|每(?:个)?人头(?:上)?',
    asks: ['奖金按人头摊是多少'],
    not: ['人头税是多少'],
  },
  {
    name: 'on average',
    operation: 'per',
    // `人均收入差多少`: the average is what is compared.
    pattern:
      '[人户]均(?!.*(?:相差|差[多几]|[高低]多少))|(?<!水)平均(?:下来|算下来|算)?(?:到|分到|摊到|摊给|分给)?(?:每|一|下来|给|是)?|均摊|平摊|摊到',
    asks: ['果园平均几个人', '人均产量', '奖金摊到每个人是多少'],
    not: ['水平均衡吗', '城里人均住房面积比乡下高多少'],
  },
  {
    name: 'added up',
    operation: 'sum',
    pattern:
      '(?:钱|资金|一共)?加(?:起来|拢)|(?<!参)加(?:在|到)?一(?:起|块儿?)|合(?:在|到)?一(?:起|块儿?)|合(?:起来|拢)|合计|总和|之和|相加|加总|拢共',
    asks: ['苹果和梨加起来收了多少', '苹果加梨合计多少', '苹果、梨拢共收了多少'],
    not: ['参加一起活动的有多少人'],
  },
  {
    name: 'in all',
    operation: 'sum',
    pattern: `(?:一共|总共)(?:是|有|花|发|支出|投入)?(?=多少|几)|(?<=${JOINT}.*)(?:total|sum|in all)(?=.*${HOW_MANY})`,
    asks: ['苹果和梨一共有多少', '苹果+梨,total多少'],
    not: ['苹果收了多少'],
  },
  {
    // Only where two things are joined and one number is asked for: `A和B一共解决多少`, and not `敬老院、养老院这类一共多少`.
    name: 'joined in all',
    operation: 'sum',
    pattern: `(?<=${JOINT}[^,?。]{2,})(?<!(?:这|那|之|一)类[^,?。]*)(?:一共|总共|共|总数|总计|一起|统共)(?:\\p{Script=Han}{0,4}?)(?<!${HOW_MANY}.*)(?=${HOW_MANY})(?!.*${HOW_MANY}.*${HOW_MANY})`,
    asks: ['苹果和梨一共收了多少', '苹果和梨总共卖出多少'],
    not: ['苹果、梨这类一共收了多少种'],
  },
  {
    name: 'which is most',
    operation: 'extreme',
    pattern: `${WHICH}[^,?。]{0,14}?(?:${MOST}|(?:${MORE}|(?<!多)(?:${LESS}))${SOME})`,
    asks: ['苹果、梨、桃哪样卖得最好钱最多', '苹果和梨哪个多'],
    not: ['哪条路入选全国十大最美公路'],
  },
  {
    name: 'the most is',
    operation: 'extreme',
    pattern: `最(?:${LESS}|${MORE})的(?:是|项|一)`,
    asks: ['苹果、梨、桃里产量最少的是哪种'],
    not: ['最多的时候有多少人'],
  },
  {
    name: 'one or the other',
    operation: 'extreme',
    pattern: `(?<=还是[^,?。]{1,14})(?:更|最)?(?:${MORE}|(?<!多)(?:${LESS}))${SOME}`,
    asks: ['苹果贵还是梨贵', '苹果还是梨多'],
    not: ['还是有多少'],
  },
  {
    name: 'differs by',
    operation: 'difference',
    pattern: `相差(?:是|有|了)?(?:${MUCH}|多大)?|差(?:距|额|别|值)?(?:是|有|了)?(?:${MUCH}|多大)|缺口`,
    asks: ['苹果和梨的产量相差几多', '两边差多少'],
    not: ['出差的人是谁'],
  },
  {
    name: 'the difference',
    operation: 'difference',
    pattern: `差(?:距|额|值|别)|之差|(?<=数量|人数|户数|件数|金额|标准)差(?=$|[,?])|变化(?:了)?多少`,
    asks: ['苹果和梨的差额', '苹果和梨的产量之差'],
    not: ['差旅费'],
  },
  {
    name: 'more or fewer',
    operation: 'difference',
    pattern: `${NOT_MUCH}(?:多(?!少)|少)(?:了|出|出来|出来了)?(?:${MUCH})`,
    asks: ['苹果比梨多多少', '去苹果园的群众比去梨园的群众多多少'],
    not: ['种了多少棵树', '群众最多多少人'],
  },
  {
    name: 'done more or less',
    operation: 'difference',
    pattern: `${NOT_MUCH}(?:多(?!少)|少)(?!(?:${UNIT_SOURCE})(?!出)|[样数])\\p{Script=Han}{1,2}?(?:了|出|出来)?(?:${MUCH})`,
    asks: ['苹果比梨多收了多少吨', '今年比去年少办几件'],
    not: ['多少人'],
  },
  {
    name: 'risen or fallen',
    operation: 'difference',
    pattern: `(?:${RISES})(?:了|出了?|下)?(?:${MUCH})`,
    asks: ['门票涨了多少', '门票便宜了多少钱'],
    not: ['涨价的有哪些'],
  },
  {
    name: 'higher or lower',
    operation: 'difference',
    pattern: `(?:高|低|大|小|靠前|靠后|领先|落后)(?:了|出|出来)?(?:${MUCH})`,
    asks: ['苹果的名次比梨靠前几位', '苹果比梨高多少'],
    not: ['高中有多少所'],
  },
];
