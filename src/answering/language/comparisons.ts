/** What is to be computed from two numbers. */
export type Operation = 'difference' | 'sum' | 'ratio' | 'share' | 'growth' | 'per' | 'reached' | 'extreme';

/** How the answer is wanted: as a multiple, a percentage, or as it comes. */
export type ComparisonAsked = {
  readonly operation: Operation;
  readonly form: 'multiple' | 'percent' | 'plain';
  /** The question with the words of comparing blanked out, so that only what is compared remains. */
  readonly subject: string;
  /** For `extreme`: whether the smallest (or, for ranks, the foremost) is wanted. */
  readonly wantsLeast: boolean;
};

type Rule = {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly form?: ComparisonAsked['form'];
};

const MUCH =
  '(?:多少|几多|好多|几(?!大|种|项|个方面))(?:个百分点|钱|元|个|人次|人|张|名|家|所|位|件|对|户|亿元?|万元?|个?百分点)?';

/** Tried in order; the first that matches decides. */
const RULES: readonly Rule[] = [
  {
    operation: 'reached',
    pattern:
      /(?:达到|达成|实现|完成|符合|满足|做到|够|超过|超|不低于|低于|高于|到)(?:了|得了)?[^,?。]{0,18}(?:没有|了没|没得|了吗|吗|么|没$|否)|达标|够不够|(?:是否|有没有|是不是)(?:已经?)?(?:达到|达成|实现|符合|满足|不低于|超过)|(?:达到|达成|实现|完成|符合)(?:了)?(?:没有|没|吗|了吗)/u,
  },
  {
    operation: 'growth',
    pattern:
      /(?:增长|提高|涨|增加|提升|上涨|上调|升|多|高|下降|降低|减少)(?:了|出)?(?:百分之(?:几|多少)|多少%|多少个?百分点|几成|多大幅度|的幅度)|(?:提高|调整|上调|上涨)(?:的)?(?:幅度|比例|百分比)|涨幅|增幅(?:是|有|为)?(?:多少|多大)/u,
    form: 'percent',
  },
  {
    operation: 'ratio',
    pattern:
      /(?:的|是|为|有|达|相当于|翻了?)(?:几|多少)倍|(?:几|多少)倍|倍数|翻(?:了)?(?:几番|一番)|之比|比值|多少比多少|几比几/u,
    form: 'multiple',
  },
  {
    operation: 'share',
    pattern:
      /占[^,?。]{0,20}?(?:百分之(?:几|多少)|多少|几成|比例|比重|百分比|几分之几)|占比|所占(?:的)?(?:比例|比重)|是[^,?。]{0,20}百分之(?:几|多少)|的百分之(?:几|多少)|的几分之几|的(?:几成|多大比例)|的比例(?:是|有|为)?(?:多少|多大)?$/u,
    form: 'percent',
  },
  {
    operation: 'per',
    pattern:
      /人均|户均|平均(?:下来|算下来)?(?:到)?(?:每|一|下来|给|是)?|每(?:一)?(?:人次|个人|人|名|户次|户|件|个|张|家|所|对|项|班次|班)[^,?。]{0,12}(?:平均|合|摊|划)|均摊|摊到|合(?:每|一)(?:人|户|个|张)/u,
  },
  {
    operation: 'sum',
    pattern:
      /(?:钱|资金|一共)?加起来|加在一起|合起来|合计|总和|之和|相加|一共(?:是|有|花|发|支出|投入)?(?=多少|几)|总共(?:是|有|花|发|支出|投入)?(?=多少|几)|加总/u,
  },
  {
    operation: 'extreme',
    pattern:
      /(?:哪个|哪项|哪一项|哪一个|哪类|哪种|谁|哪边|哪一年|哪年|哪笔|哪块)[^,?。]{0,14}?(?:最|更|比较)?(?:多|少|高|低|大|小|靠前|靠后|快|慢|长|短)|最(?:多|少|高|低|大|小|靠前)的(?:是|项|一)/u,
  },
  {
    operation: 'difference',
    pattern: new RegExp(
      `相差|差(?:距|额|别|值)?(?:是|有|了)?(?:${MUCH}|多大)|(?:多|少|高|低|大|小)(?:建|花|拿|发|领|救|办|设|增|用|投|支出)?(?:了|出|出来)?(?:${MUCH})|(?:涨|提高|增加|提升|上涨|上调|升|降低?|减少|多出|少了|增长|缩小)(?:了)?(?:${MUCH})|差(?:距|额|值|别)|变化(?:了)?多少`,
      'u',
    ),
  },
];

/** Reads what a question wants computed, or null when it compares nothing. */
export function readComparison(text: string): ComparisonAsked | null {
  // `差距的目标` asks for the target that is printed, not for a difference.
  if (/差距/u.test(text) && /目标|要求/u.test(text) && !/多少|几|没有|了吗|吗|比/u.test(text)) return null;
  // 分别 and 各 ask for each number, not for what lies between them.
  if (/每人每[月年天]|每月/u.test(text) && !/平均|差|比/u.test(text)) return null;
  if (/分别|各(?:自|是|有|为|多少)|从(?:多少|几).*(?:到|至)(?:多少|几)/u.test(text)) return null;
  for (const { operation, pattern, form = 'plain' } of RULES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const subject =
      text.slice(0, found.index) +
      keepSubject(operation, found[0]) +
      text.slice(found.index + found[0].length);
    const percent = /百分之|%|百分比|几成/u.test(text);
    return {
      operation,
      form: percent ? 'percent' : form,
      subject,
      wantsLeast: /最?(?:少|低|小|靠前|短|慢)/u.test(found[0]),
    };
  }
  return null;
}

/** Of the words of comparing, those that still name what is compared (`占福彩销售额的比例`). */
function keepSubject(operation: Operation, words: string): string {
  if (operation === 'share')
    return ` 占 ${words.replace(/占比|所占|占|是(?=.)|百分之(?:几|多少)|多少|几成|的?比例|的?比重|百分比|几分之几|的/gu, ' ')} `;
  if (operation === 'reached')
    return ` ${words.replace(/达到|达成|实现|完成|符合|满足|做到|超过|不低于|没有|了没|了吗|吗|达标|是否|有没有|是不是|已经?|要求|目标|了|没$/gu, ' ')} `;
  if (operation === 'extreme')
    return ` ${words.replace(/哪个|哪项|哪一项|哪一个|哪类|哪种|谁|哪边|哪笔|哪块|最|更|比较|多|少|高|低|大|小|靠前|靠后|快|慢|长|短|的|是|项|一/gu, ' ')} `;
  if (operation === 'per')
    return ` ${words.replace(/平均(?:下来|算下来)?|到|下来|合|摊|划|大约|大概|多少|均摊/gu, ' ')} `;
  return ' ';
}

/** Splits what is added up into its members (`低保、特困供养、临时救助三项`). */
export function splitMembers(subject: string): string[] {
  return subject
    .replace(/(?:[两二三四五六]|这几)(?:项|者|个|类|笔|块)(?:钱|资金|经费)?/gu, ' ')
    .split(/[、,]|和|与|跟|及|加上|加/u)
    .map((member) => member.trim())
    .filter((member) => /\p{Script=Han}/u.test(member));
}

/** Splits what is compared into its two sides, or null when the question names only one thing. */
export function splitSides(subject: string): readonly [string, string] | null {
  const found =
    /^(.+?)\s*(?:占|除以|减去|减|比起|相比|相对于|对比|比(?!例|重|率|值|较)|跟|与|和|同(?!比)|、|vs|还是|,|加上|加|以及|相当于|是(?!多少|几|什么))\s*(.+)$/u.exec(
      subject.trim(),
    );
  const [, left = '', right = ''] = found ?? [];
  const hasWords = (side: string): boolean => /[\p{Script=Han}]/u.test(side);
  return hasWords(left) && hasWords(right) ? [left, right] : null;
}
