import { CHINESE_NUMERAL_CLASS, parseChineseNumeral } from '../../report/chinese-numerals.ts';
import { type Figure, readFigures } from '../../report/figures.ts';
import { CHANGE_VERBS } from '../../report/thin-words.ts';
import { leaveScale, UNIT_SOURCE } from '../../report/units.ts';
import { readComparison } from './comparisons.ts';
import { writeDigits } from './spoken-numerals.ts';

/** Something somebody wrote with numbers in it, to be held against what is printed. */
export type Draft = {
  readonly claims: readonly [Claim, ...Claim[]];
  /** Whether it is said that it is to be checked. */
  readonly isAsked: boolean;
};

/** A number of a draft, or several of one thing (`546元、410元`), with the words it stands in. */
export type Claim = {
  /** What the number is of, as the draft has it. */
  readonly about: string;
  /** The words that lead up to the number, with those of the clauses before that it goes on about. */
  readonly words: string;
  /** The question whose answer is the number that belongs there. */
  readonly question: string;
  readonly stated: readonly Stated[];
  /** It is said that the number is not so (`不是546元`, `没有达到60%`). */
  readonly isDenied: boolean;
};

/** A number somebody states: how much, of what kind, with its qualifier (`余`), and whether it is how much something changed. */
export type Stated = Pick<
  Figure,
  'amount' | 'qualifier' | 'unit' | 'base' | 'dimension' | 'numeral' | 'states' | 'direction' | 'end'
>;

/** Whether a text ends in having something checked; only then are its numerals numbers. */
const CHECKED_END = /(?:对|错|准|误|确|实|核|问题|行|可以)[^,]{0,4}[?。!呀啊呢吧吗\s]*$/u;
const CHECKED =
  '(?:[这那]?个?(?:数字?|数据|差额|说法|写法|表述|比例)?(?:对不对|对吗|对吧|对么|对没对|准不准|准确吗|有没有错|有误吗|没错吧|正确吗|是否正确|是否准确|属实吗|(?:可以|行|妥当?)[吗么不]|可不可以|[行妥]不[行妥])|(?:请|帮我?|麻烦)?核(?:对|实)?(?:一下|下|一核)?(?:数字?)?)';
/** `稿子写“……80余家”,数字对不对`: what is stated, and that it is to be checked. */
const CHECK = new RegExp(
  `^(?:(?:草稿|初稿|稿子|稿件|原稿|新闻稿|材料|文中|报表)(?:里面|里头|里|中|上)?(?:写|说|提)?(?:的是|的|了|到|着|成)?[:,]?)?"?(?<stated>.*?)"?[,。;]?${CHECKED}[?。!呀啊呢\\s]*$`,
  'u',
);
/** A last clause without numbers, with what stands before it: `…,帮我看看哪个数不对`, `"…"这句有没有问题`. */
const LAST_CLAUSE = /^(?:[^"\d]{0,12}")?(?<stated>.+?)[,。;"\s]+(?<asking>[^,。;:"\d]{2,16})$/u;
/** Whether such a clause asks to have something checked, and nothing else. */
const ASKS_CHECK = /^(?!.*(?:多少|什么|谁)).*[吗吧么没哪帮看请核否不].*$/u;
const ENDS_IN_CHECK = /(?:[对准错误]|属实|核[对实]|有问题)(?:不[对准]|[了的]?[吗吧么没]?)[呀啊呢?。!\s]*$/u;

function readChecked(text: string): string | undefined {
  const { stated, asking = '' } = LAST_CLAUSE.exec(text)?.groups ?? {};
  return ASKS_CHECK.test(asking) && ENDS_IN_CHECK.test(asking) ? stated : undefined;
}

/** `是不是申报成功了3个`, `标准不是500元吗`. */
const WHETHER = /^(?<before>.*?)(?:是不是|是否|不是(?=[^,。]*吗[?。!\s]*$))(?<after>.*?)[了吗]?[?。!\s]*$/u;
/** `帮我核对一下:`, `这句话有没有写错:`. */
const TASK =
  /^[^:,\d]{0,16}(?:核|校[对核]|检查|看[看下]|把关|对不对|准不准|有没有(?:写?错|问题))[^:,\d]{0,12}[:,]/u;
/** Asks for a number, so that none is stated. */
const ASKS_NUMBER = /多[少大高长]|几|哪|什么|啥/u;
/** Whatever asks is no draft. */
const ASKS =
  /[?]|好多|谁|怎|咋|吗$|呢$|吧$|么$|是不是|是否|还是|有没有|能不能|对不对|一共|总共|合计|比[^\d]*[高低多少]$|(.)不\1/u;
/** A shorter text is what somebody looks for, not what they wrote. */
const MIN_DRAFT_CHARS = 12;
/** `城市低保标准是546元吗`: asks for nothing but whether the number is right. */
const CONFIRMED = /(?<=(?:[是为有共过足约近逾]|(?<!达)到)\d[^,。、]{0,6}?)了?[吗吧么][?。!\s]*$/u;

/**
 * Reads a text whose numbers are to be checked (normalised), with or without a word about checking; null for what asks
 * anything else, and for a text without numbers.
 *
 * @example readDraft('支出资金45亿元,保障对象89万人')?.claims.map(({ about }) => about) // ['支出资金', '保障对象']
 */
export function readDraft(asked: string): Draft | null {
  const text = (CHECKED_END.test(asked) ? writeDigits(asked) : asked).replace(/(?<=\d)个(?=[万亿])/gu, '');
  const beforeAsking = readChecked(text);
  const checked = CHECK.exec(beforeAsking === undefined ? text : `${beforeAsking},对吗`)?.groups?.stated;
  const { before = '', after = '' } = (checked === undefined && WHETHER.exec(text)?.groups) || {};
  const stated = checked?.replace(TASK, '') ?? `${before}${after}`;
  if (checked !== undefined || after !== '') {
    const claims = ASKS_NUMBER.test(stated) ? [] : readStated(stated);
    // `是不是超过500元` states a bound; `是不是达到了1.3倍` asks for a reckoning.
    const isBound = claims.some((claim) => claim.stated.some(({ qualifier }) => qualifier !== ''));
    return checked !== undefined || isBound || !readComparison(text) ? toDraft(claims, true) : null;
  }
  const pasted = text.replace(TASK, '').replace(CONFIRMED, '');
  const isShort = pasted === text && pasted.length < MIN_DRAFT_CHARS;
  if (isShort || ASKS.test(pasted) || ASKS_NUMBER.test(pasted)) return null;
  const claims = readClaims(pasted, isMeasured);
  // `人均15小时` states what `人均时长` asks to be reckoned.
  const isTold = claims.at(-1)?.stated.at(-1)?.end === pasted.replace(/[。!\s]+$/u, '').length;
  return isTold || !readComparison(pasted) ? toDraft(claims, false) : null;
}

/** `三个`, at the end of what is asked about, is a number. */
const SPOKEN = new RegExp(`[${CHINESE_NUMERAL_CLASS}]+(?=${UNIT_SOURCE}$)`, 'u');

function readStated(stated: string): readonly Claim[] {
  const claims = readClaims(stated, isStated);
  const written = stated.replace(SPOKEN, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  return claims.length > 0 || written === stated ? claims : readClaims(written, isStated);
}

const toDraft = ([first, ...others]: readonly Claim[], isAsked: boolean): Draft | null =>
  first ? { claims: [first, ...others], isAsked } : null;

const YEAR = /\d{4}年/u;
/** Tells the time, or nothing: no number of a thing, where nobody says that it is to be checked. */
const NO_UNITS: ReadonlySet<string> = new Set(['', '年', '月', '日', '天', '岁', '倍']);
const isStated = ({ dimension }: Figure): boolean => dimension !== 'age';
const isMeasured = (figure: Figure, printed: string): boolean =>
  isStated(figure) && !NO_UNITS.has(figure.unit) && !printed.includes(' ');
/** Ends in saying that what follows is not so. */
const DENIED = new RegExp(
  `(?:(?<!有)没有?|未)(?:能)?(?:${CHANGE_VERBS})?(?<reach>[达到至满够]{0,2})$|(?:并?不|并非)是?$|(?<short>达不到)$`,
  'u',
);
const CHANGED = new RegExp(`(?:${CHANGE_VERBS})$`, 'u');
const NAMES = /\p{Script=Han}{2}/u;

/** The numbers of a text, those of a bare list as one claim. */
function readClaims(text: string, isClaim: (figure: Figure, printed: string) => boolean): readonly Claim[] {
  const year = YEAR.exec(text)?.[0] ?? '';
  const rows: [Figure, ...Figure[]][] = [];
  const figures = readFigures(text).filter((figure) => isClaim(figure, text.slice(figure.start, figure.end)));
  for (const figure of figures) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isListed = last?.base === figure.base && /^[、和及与]+$/u.test(text.slice(last.end, figure.start));
    if (row && isListed) row.push(figure);
    else rows.push([figure]);
  }
  return rows.map((row, at): Claim => {
    const [first] = row;
    const last = row.at(-1) ?? first;
    const before = rows[at - 1]?.at(-1);
    const from = before && before.end > first.clause.start ? before.end : first.clause.start;
    const next = rows[at + 1]?.[0].start ?? text.length;
    const head = text.slice(from, first.start).replace(/^[、和及与]+/u, '');
    const denied = DENIED.exec(head)?.groups;
    const said = denied ? head.replace(DENIED, '') : head;
    // `提高41元` is asked for by `提高了多少元`.
    const lead = first.states === 'change' ? said.replace(CHANGED, '$&了') : said;
    const tail = text.slice(last.end, Math.min(next, first.clause.end));
    const isLast = next > first.clause.end;
    // What the number goes on about.
    const opening = figures.find(({ clause }) => clause.start === first.clause.start) ?? first;
    const shared = said === '' ? [{ start: first.clause.start, end: opening.start }] : first.own;
    const carried = [...first.carried, ...shared]
      .filter(({ end }) => end <= from)
      .map(({ start, end }) => text.slice(start, end))
      .join('');
    const isNamed = NAMES.test(said);
    const unit = leaveScale(first.unit);
    const time = YEAR.test(lead) || rows.length === 1 ? '' : year;
    return {
      about: isNamed
        ? said.replace(YEAR, '').replace(/(?:是|为|有|达到?)$/u, '')
        : NAMES.test(tail) && carried === ''
          ? tail
          : `${head}${text.slice(first.start, last.end)}`,
      words: `${carried}${lead}${tail}`,
      question:
        isClaim === isStated && rows.length === 1
          ? `${text.slice(0, from)}${lead}多少${unit}${text.slice(last.end)}`
          : `${time}${carried}${lead}多少${unit}${isNamed && !isLast ? '' : tail}`,
      stated: row.map((figure) => (denied ? deny(figure, denied) : figure)),
      isDenied: denied !== undefined,
    };
  });
}

/** What is not reached is missed by a lower number, not by any other. */
const deny = (figure: Figure, { reach, short }: Record<string, string | undefined>): Figure =>
  figure.qualifier === '' && (reach || short) ? { ...figure, qualifier: '至少' } : figure;
