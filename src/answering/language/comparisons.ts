import { UNIT_SOURCE } from '../../report/units.ts';
import {
  DIVIDED,
  isJoined,
  JOINT,
  SHARE_ASKED,
  SPREAD,
  splitMembers,
  splitQuotient,
  splitShare,
  splitSides,
} from './comparison-sides.ts';
import { isBesidePast, keepSubject, tidySubject } from './comparison-subject.ts';
import { HOW_MANY, LESS, MORE, MUCH, RISES } from './comparison-words.ts';

/** What is to be computed from two or more numbers. */
export type Operation = 'difference' | 'sum' | 'ratio' | 'share' | 'growth' | 'per' | 'reached' | 'extreme';

/** What a question wants computed, and of what. */
export type ComparisonAsked = {
  readonly operation: Operation;
  /** How the answer is wanted: as a multiple, a percentage, or as it comes. */
  readonly form: 'multiple' | 'percent' | 'plain';
  /** The question with the words of comparing blanked out, so that only what is compared remains. */
  readonly subject: string;
  /** The two things compared, in the order of the computation (a part before its whole); null when one is named. */
  readonly sides: readonly [string, string] | null;
  /** What is added up or chosen from, when it is named one by one. */
  readonly members: readonly string[];
  /** One thing changed (`涨了多少`): its two ends are compared. */
  readonly isChange: boolean;
  /** It is said to have risen or fallen, or to differ from what it was: only a number of change answers. */
  readonly isRise: boolean;
  /** Whether something is said to be more or less than another (`比…多`), so that no printed growth is meant. */
  readonly isComparative: boolean;
  /** For `extreme`: whether the smallest (or, for ranks, the foremost) is wanted. */
  readonly wantsLeast: boolean;
};

/** Not `许多`, `大多`, `众多`; but `群众多多少` does say more. */
const NOT_MUCH = '(?<![最很许不至大好几多]|(?<![群民听观公])众)';

type Row = {
  readonly operation: Operation;
  readonly patterns: readonly string[];
  readonly form?: ComparisonAsked['form'];
};

/** One row for each operation, tried in order; the first pattern that matches decides. */
const TABLE: readonly Row[] = [
  {
    operation: 'reached',
    patterns: [
      '(?:达到|达成|实现|完成|符合|满足|做到|够|超过|超|不低于|低于|高于|到)(?:了|得了)?[^,?。]{0,18}(?:没有|了没|没得|了吗|吗|(?<![什怎这那多要])么|没$|否)',
      '(?<!不)达标|够不够',
      '(?:是否|有没有|是不是)(?:已经?)?(?:达到|达成|实现|符合|满足|不低于|超过|够得?|到)|(?:达|到|够)没(?:达|有)?(?:到|够)',
      '(?:达到|达成|实现|完成|符合)(?:了)?(?:没有|没|吗|了吗)',
    ],
  },
  {
    operation: 'growth',
    patterns: [
      '(?:增长|提高|涨|增加|提升|上涨|上调|升|提(?=了)|多|高|下降|降低|减少)(?:了|出)?(?:百分之(?:几|多少|好多)百?|多少%|多少个?百分点|几成|多大幅度|的幅度)',
      '(?:提高|调整|上调|上涨)(?:的)?(?:幅度|比例|百分比)|涨幅|增幅(?:是|有|为)?(?:多少|多大)|增幅$',
    ],
    form: 'percent',
  },
  {
    operation: 'ratio',
    patterns: [
      `(?:的|是|为|有|达|相当于|翻了?)${HOW_MANY}倍|${HOW_MANY}倍|倍数`,
      '翻(?:了)?(?:几番|一番)|之比|比值|多少比多少|几比几|(?:数量|人数|金额|标准|规模|面积)的?比(?=是|为|[,?]|$)',
    ],
    form: 'multiple',
  },
  {
    operation: 'share',
    patterns: [
      `占[^,?。]{0,20}?${SHARE_ASKED}`,
      '占比|所占(?:的)?(?:比例|比重)',
      '是[^,?。]{0,20}百分之(?:几|多少)|的百分之(?:几|多少)|的几分之几|(?:的|是|有)几成|多大(?:的)?(?:比例|比重)',
      '的比例(?:是|有|为)?(?:多少|多大)?$',
    ],
    form: 'percent',
  },
  {
    operation: 'per',
    patterns: [
      DIVIDED,
      SPREAD,
      '(?:按|照)人头(?:来|去)?(?:摊|算|分|平均)?|[均摊分]到?(?:每个)?人头上?|每(?:个)?人头(?:上)?',
      '人均|户均|平均(?:下来|算下来|算)?(?:到|分到|摊到|摊给|分给)?(?:每|一|下来|给|是)?|每(?:一)?(?:人次|个人|人|名|户次|户|件|个|张|家|所|对|项|班次|班)[^,?。]{0,12}(?:平均|合|摊|划)|均摊|平摊|摊到|合(?:每|一)(?:人|户|个|张)|一(?:人次|户次|个人|人|户|件|个|张|家|对|名)[^,?。]{0,8}?(?:大[概约])?(?:合(?=多少|几|到)|平均|[均摊划](?!价))|一[人户]次(?=多少|几)',
    ],
  },
  {
    operation: 'sum',
    patterns: [
      '(?:钱|资金|一共)?加起来|加(?:在|到)?一(?:起|块儿?)|合(?:在)?一(?:起|块儿?)|合起来|合计|总和|之和|相加|加总|(?:一共|总共)(?:是|有|花|发|支出|投入)?(?=多少|几)',
      `(?<![前后近这那])两年(?:里|间|下来)?(?:一共|总共|共|总计)(?=.*${HOW_MANY})`,
      `(?<=${JOINT}.*)(?:total|sum|in all)(?=.*${HOW_MANY})`,
      // Only where two things are joined and one number is asked for: `A和B一共解决多少`, and not `敬老院、养老院这类一共多少`.
      `(?<=${JOINT}[^,?。]{2,})(?<!(?:这|那|之|一)类[^,?。]*)(?:一共|总共|共)(?:\\p{Script=Han}{0,4}?)(?<!${HOW_MANY}.*)(?=${HOW_MANY})(?!.*${HOW_MANY}.*${HOW_MANY})`,
    ],
  },
  {
    operation: 'extreme',
    patterns: [
      `(?:哪(?:一?个|一?项|一?类|一?种|一?笔|一?块|一?样|一?家|一?条|一?年|一?路|一?[拨批群]|边|头|方面)|谁)[^,?。]{0,14}?(?:(?:最|更|比较|得)(?:${MORE}|${LESS})|(?:${MORE}|(?<!多)(?:${LESS}))(?:些|一些|一?点)?(?=$|[,?。呢啊]))`,
      `最(?:${LESS}|${MORE})的(?:是|项|一)`,
      `(?<=还是[^,?。]{1,14})(?:更|最)?(?:${MORE}|(?<!多)(?:${LESS}))(?:些|一些|一?点)?(?=$|[,?。呢啊])`,
    ],
  },
  {
    operation: 'difference',
    patterns: [
      `(?<=\\p{Script=Han}.*)(?:减去|减掉|扣除|扣掉|扣去|刨去|刨掉|除去)(?=.*(?:${HOW_MANY}|剩))`,
      `相差(?:是|有|了)?(?:${MUCH}|多大)?|差(?:距|额|别|值)?(?:是|有|了)?(?:${MUCH}|多大)|差(?:距|额|值|别)|(?<=数量|人数|户数|件数|金额|标准)差(?=$|[,?])|变化(?:了)?多少`,
      `${NOT_MUCH}(?:多(?!少)|少)(?:了|出|出来|出来了)?(?:${MUCH})`,
      `${NOT_MUCH}(?:多(?!少)|少)(?!(?:${UNIT_SOURCE})(?!出)|[样数])\\p{Script=Han}{1,2}?(?:了|出|出来)?(?:${MUCH})`,
      `(?:${RISES})(?:了|出了?|下)?(?:${MUCH})`,
      `(?:高|低|大|小|靠前|靠后|领先|落后)(?:了|出|出来)?(?:${MUCH})`,
      // 时长 and 体重 are measured; only what is set against something is longer or heavier.
      `(?:快|慢|长|短|早|晚|(?<!减)[轻重])(?:了|出)(?:${MUCH})|(?<=比.*)(?:快|慢|长|短|早|晚|重|轻)(?:${MUCH})`,
    ],
  },
];

const RULES = TABLE.flatMap(({ operation, patterns, form = 'plain' }) =>
  patterns.map((pattern) => ({ operation, form, pattern: new RegExp(pattern, 'u') })),
);

/** Asks for an aim that is printed (`缩小到多少`, `要求达到什么比例`), not for something computed. */
const PRINTED_AIM =
  /(?:缩小?|降|提高|达|控制|压减|(?:起码|至少|必须|应该?|要)要?)(?:到|至|在)(?:不(?:低于|少于|高于|超过))?(?:什么|多少|几|多大|怎样|[一1][比:])|(?:要求|目标|任务)(?:是|为|达到|定)(?:什么|多少|几|多大)/u;
/** 分别 and 各 ask for each number, not for what lies between them. */
const EACH = /分别|各(?:自|是|有|为|多少)|从(?:多少|几).*(?:到|至)(?:多少|几)/u;
/** `A和B哪个多,多多少`: how much more tells which, too. */
const WHICH_THEN_HOW_MUCH = new RegExp(
  `(?:哪(?:一?个|一?项|一?类|一?种|边|头)|谁)(?:更|比较)?(?:${LESS}|${MORE})(?:些|一些|一?点)?[,、 ]*(?=(?:多|少|高|低|大|小|差|相差)(?:出|了)?${HOW_MANY})`,
  'u',
);
/** `A高还是B高`. */
const TOLD_TWICE = new RegExp(`(?:更|最)?(?:${LESS}|${MORE})(?:些|一些|一?点)?(?=还是)`, 'u');
const COMPARATIVE = new RegExp(
  `(?:多|少|高|低|大|小|快|慢)(?:\\p{Script=Han}{0,2}?)(?:了|出|出来)?(?:${MUCH}|百分之)|差`,
  'u',
);

/** Reads what a question wants computed, or null when it compares nothing. */
export function readComparison(asked: string): ComparisonAsked | null {
  const text = asked.replace(WHICH_THEN_HOW_MUCH, ' ');
  const isTwofold = /(?<![一1的])比(?!例|重|率|值)|差多少|几倍|相差/u.test(text);
  if (/差距/u.test(text) && /目标|要求/u.test(text) && !/多少|几|没|吗|比/u.test(text)) return null;
  if (PRINTED_AIM.test(text) && !isTwofold && !/没有|没得|了没|吗$/u.test(text)) return null;
  if (/每人每[月年天]|每月/u.test(text) && !/平均|差|比/u.test(text)) return null;
  if (EACH.test(text)) return null;
  for (const { operation, pattern, form } of RULES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const end = found.index + found[0].length;
    const before = text.slice(0, found.index);
    const rest = operation === 'extreme' ? before.replace(TOLD_TWICE, ' ') : before;
    const subject = tidySubject(`${rest}${keepSubject(operation, found[0])}${text.slice(end)}`);
    const sides = readSides({ operation, text, subject, words: found[0] });
    return {
      operation,
      form: /百分之|%|百分比|几成/u.test(text) ? 'percent' : form,
      subject,
      sides,
      members: splitMembers(subject),
      isChange: sides === null && isChange(operation, found[0]),
      isRise: sides === null && operation === 'difference' && RISEN.test(found[0]),
      isComparative: operation === 'difference' && COMPARATIVE.test(found[0]),
      wantsLeast: new RegExp(`(?<!多)(?:${LESS})(?:些|一些|一?点|的(?:是|项|一))?$`, 'u').test(found[0]),
    };
  }
  return null;
}

/** Words of rising and falling; what is `多` or `贵` is so beside something else. */
const RISEN = /^(?:涨|提|调|增|上[涨调升浮]|拉高|扩大|改善|升|降|减|下[降调]|[缩压]|精简)/u;

/** Whether what is asked next is how much something rose or fell (`死亡人数下降|多少`). */
export function leadsToRise(before: string): boolean {
  return RISE_END.test(before);
}

const RISE_END =
  /(?:涨|提(?=了)|提高|提升|增加?|增长|上[涨升调浮]|扩大|升|降低?|减少?|下[降调滑]|缩[小短减]|压[缩减])了?$/u;

type SidesAsked = {
  readonly operation: Operation;
  readonly text: string;
  readonly subject: string;
  /** The words of comparing. */
  readonly words: string;
};

function readSides({ operation, text, subject, words }: SidesAsked): ComparisonAsked['sides'] {
  switch (operation) {
    case 'share':
      return splitShare(text) ?? splitSides(subject);
    case 'per':
      return splitQuotient(text);
    case 'difference':
    case 'growth':
      // `租赁的,每张床增加了多少`: what rises rises beside itself, unless it is set against something.
      return (RISEN.test(words) || isBesidePast(text)) && isJoined(subject) ? null : splitSides(subject);
    default:
      return splitSides(subject);
  }
}

/** What differs, grows or multiplies without being set beside anything else has changed. */
function isChange(operation: Operation, words: string): boolean {
  if (operation === 'growth') return true;
  // 城乡之比 sets two things side by side.
  if (operation === 'ratio') return !/比/u.test(words);
  return operation === 'difference' && !/差/u.test(words);
}
