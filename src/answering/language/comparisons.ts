import { rememberLately } from '../../search/remember-lately.ts';
import { ASKING_PATTERNS, type Operation } from './comparison-patterns.ts';
import { splitMembers, splitShare, splitSides } from './comparison-sides.ts';
import { keepSubject } from './comparison-subject.ts';
import { HOW_MANY, LESS, MORE, MUCH } from './comparison-words.ts';

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
  /** For `extreme`: whether the smallest (or, for ranks, the foremost) is wanted. */
  readonly wantsLeast: boolean;
  /** What comes every month is asked for by the year. */
  readonly isYearly: boolean;
};

export type { Operation } from './comparison-patterns.ts';

const RULES = ASKING_PATTERNS.map(({ pattern, ...rest }) => ({ ...rest, pattern: new RegExp(pattern, 'u') }));

/** Asks for an aim that is printed (`缩小到多少`, `要求达到什么比例`), not for something computed. */
const PRINTED_AIM =
  /(?:缩小?|降|提高|达|控制|压减|起码要?|至少要?|必须要?|应该?要?|要要?)(?:到|至|在)(?:不[低少高超][于过])?(?:什么|多少|几|多大|怎样|[一1][比:])/u;
/** `A和B哪个多,多多少`: how much more tells which, too. */
const WHICH_THEN_HOW_MUCH = new RegExp(
  `(?:哪(?:一?个|一?项|一?类|一?种|边|头)|谁)(?:更|比较)?(?:${LESS}|${MORE})(?:些|一些|一?点)?[,、 ]*(?=(?:多|少|高|低|大|小|差|相差)(?:出|了)?${HOW_MANY})`,
  'u',
);
/** `A和B哪个涨得快,快多少`: which it is, is told with by how much. */
const HOW_MUCH_BESIDE = new RegExp(
  `(?<=(?:哪|谁)[^,]{1,8}(?:${LESS}|${MORE}))[,、 ]*(?:${LESS}|${MORE})(?:出|了)?${MUCH}$`,
  'u',
);
/** `A高还是B高`. */
const TOLD_TWICE = new RegExp(`(?:更|最)?(?:${LESS}|${MORE})(?:些|一些|一?点)?(?=还是)`, 'u');

/** Reads what a question wants computed, or null when it compares nothing. */
export const readComparison = rememberLately(readAnew);

function readAnew(asked: string): ComparisonAsked | null {
  const text = asked.replace(WHICH_THEN_HOW_MUCH, ' ').replace(HOW_MUCH_BESIDE, '');
  const isTwofold = /(?<![一1的])比(?!例|重|率|值)|差多少|几倍|相差/u.test(text);
  if (PRINTED_AIM.test(text) && !isTwofold && !/没有|没得|了没|吗$/u.test(text)) return null;
  for (const { operation, pattern, form = 'plain' } of RULES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const end = found.index + found[0].length;
    const before = text.slice(0, found.index);
    const rest = operation === 'extreme' ? before.replace(TOLD_TWICE, ' ') : before;
    const subject = `${rest}${keepSubject(operation, found[0])}${text.slice(end)}`;
    const sides = readSides(operation, { text, subject });
    return {
      operation,
      form,
      subject,
      sides,
      members: splitMembers(subject),
      isChange: sides === null && isChange(operation, found[0]),
      isRise: sides === null && operation === 'difference' && RISEN.test(found[0]),
      isYearly: operation !== 'yearly' && /(?:一|每|整|全|按)年|年[收算]|(?:十二|12)个月/u.test(text),
      wantsLeast: new RegExp(`(?<!多)(?:${LESS})(?:些|一些|一?点|的(?:是|项|一))?$`, 'u').test(found[0]),
    };
  }
  return null;
}

/** Words of rising and falling; what is `多` or `贵` is so beside something else. */
const RISEN = /^(?:涨|提|调|增|上[涨调升浮]|拉高|扩大|改善|升|降|减|下[降调]|[缩压]|精简)/u;

function readSides(
  operation: Operation,
  { text, subject }: { readonly text: string; readonly subject: string },
): ComparisonAsked['sides'] {
  if (operation === 'per') return null;
  return (operation === 'share' ? splitShare(text) : null) ?? splitSides(subject);
}

/** What differs, grows or multiplies without being set beside anything else has changed. */
const isChange = (operation: Operation, words: string): boolean =>
  operation === 'growth' || operation === 'ratio' || (operation === 'difference' && !words.includes('差'));
