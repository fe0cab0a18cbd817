import { findNumbers } from '../../report/numbers.ts';
import { normalizeText } from '../../search/normalize.ts';
import { SAYS_HOW_MANY } from '../language/comparison-words.ts';
import { readComparison } from '../language/comparisons.ts';
import { trimLinks } from '../reports/compare-reports.ts';
import type { NamedReports } from '../reports/name-reports.ts';
import { readAsked } from '../understanding/list-readings.ts';

/** What both numbers that were asked for just before are to be put to, and nothing else: `加起来呢`, `这两个差多少`. */
const BOTH =
  '^(?:那么?)?(?:(?:这|那|它们|他们)?(?:两|俩|二)?(?:个(?:地方|数)?|者|项|样|种|地|边|家|年)?(?:之间)?)?(?:的?(?<of>钱|资金|人))?';
const END = '(?:是|有|又|了)?(?:多少|几)?(?:钱|元|人|个)?(?:呢|呀|啊)?[?。!\\s]*$';
const SUM = new RegExp(
  `${BOTH}(?:一共|总共|合计|总计|加起来|加一起|加在一起|合起来|合在一起|相加)+${END}`,
  'u',
);
const DIFFERENCE = new RegExp(`${BOTH}(?:相差|差距|差额|差)${END}`, 'u');
/** Whether a message only asks for all that was told together (`加起来呢`). */
export const asksSum = (message: string): boolean => SUM.test(message);

/** How a question asks for its number, which stands once in the whole. */
const ASKING = /(?:分别|各)?(?:是|有|为)?(?:多少|几).*$|[呢吗]?[?。!,;\s]*$/u;

/** A question by the places it names and by all else. */
type Question = Pick<NamedReports, 'names' | 'rest'>;

/**
 * Completes `加起来呢` or `差多少` from the last two questions of the conversation, the older first: of two things, or of one
 * in two places. Null for a follow-up that asks anything else.
 *
 * @example completePair('加起来呢', [城市低保标准, 农村低保标准]) // '城市低保标准和农村低保标准加起来是多少?'
 */
export function completePair(
  question: string,
  [first, second]: readonly [Question, Question],
): string | null {
  const text = normalizeText(question).trim();
  // `这两样钱加起来呢`: by what both are measured may be said anew.
  const sum = SUM.exec(text);
  // Of what asks for several itself, these are meant.
  if (/分别|各/u.test(second.rest) || readComparison(second.rest)?.operation === 'sum') return null;
  const asked = sum ? `加起来是多少${sum.groups?.of ?? ''}?` : DIFFERENCE.test(text) ? '相差多少?' : null;
  const [one, other] = [bare(first), bare(second)];
  if (asked === null || !one || !other) return null;
  const [here, there] = [first, second].map(({ names }) => names.join('和'));
  if (one !== other)
    return here === there ? `${here}${one}和${other}${asked}` : `${here}${one}和${there}${other}${asked}`;
  return here === there || !here || !there ? null : `${here}和${there}${one}${asked}`;
}

const bare = ({ rest }: Question): string => dropTold(readAsked(normalizeText(rest))).replace(ASKING, '');

/** `临时救助4.26万人次,支出多少`: what was told first says of what, its number nothing. */
function dropTold(text: string): string {
  const comma = text.indexOf(',');
  const told = text.slice(0, Math.max(0, comma));
  if (told === '' || SAYS_HOW_MANY.test(told)) return text;
  const name = findNumbers(told).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    told,
  );
  return name === told ? text : `${name}${text.slice(comma + 1)}`;
}

/**
 * Completes a message after a question that named several places and says none itself: what is to be done with their
 * numbers (`加起来呢`, `哪个多`), or the other half of town and country (`那农村的呢`). Null for any other.
 *
 * @example completeOfPlaces('哪个多', { names: ['甲县', '乙县'], rest: '和结婚登记多少' }) // '甲县和乙县结婚登记哪个多'
 */
export function completeOfPlaces(question: string, { names, rest }: Question): string | null {
  if (new Set(names).size < 2) return null;
  const text = normalizeText(question).trim();
  const places = names.join('和');
  const [half] = /农村|城[市镇]/u.exec(text) ?? [];
  const other = half === '农村' ? /城[市镇]/u : /农村/u;
  if (half && other.test(rest)) return `${places}${trimLinks(rest).replace(other, half)}`;
  const comparison = readComparison(text);
  const isBare =
    comparison?.operation === 'extreme' && comparison.subject.replace(/[那么呢啊呀?。!\s]/gu, '') === '';
  const asked = SUM.test(text) ? '加起来是多少?' : DIFFERENCE.test(text) ? '相差多少?' : isBare ? text : null;
  const thing = trimLinks(bare({ names, rest: readComparison(rest)?.subject ?? rest }));
  return asked === null || thing === '' ? null : `${places}${thing}${asked}`;
}

/** Sets the question before beside another place (`比重庆多多少`, `跟重庆比呢`), whose name is taken out. */
const BESIDE_PLACE =
  /^(?:那么?)?(?:[和跟与同](?:起来)?(?:相?比|差)|[比较])(?:起来|一下)?(?:.{0,3}(?:多少|几)|怎么样|如何)?(?:个?百分点|倍|钱|人)?[呢啊呀]?[?。!\s]*$/u;

/**
 * Completes a message that only sets the question before beside another place; null for any other.
 *
 * @example completePlaces({ names: ['重庆'], rest: '比多多少' }, { names: ['霁垣省'], rest: '收养登记多少' })
 *   // '霁垣省和重庆收养登记相差多少?'
 */
export function completePlaces(own: Question, previous: Question): string | null {
  const [here, there] = [previous, own].map(({ names }) => names.join('和'));
  const thing = bare(previous);
  const isBeside = here && there && here !== there && thing && BESIDE_PLACE.test(own.rest);
  return isBeside ? `${here}和${there}${thing}相差多少?` : null;
}

/** What is left of a question that only names another place. */
const ONLY_NAMES = /^[\s\p{P}]*(?:那|那么|还有|换成|换)?(?:我们|咱们?)?[\s\p{P}]*(?:的)?(?:呢)?[\s\p{P}]*$/u;

/** Completes a message that only names other places (`那泰州呢`): the question before, of them. Null for any other. */
export function completeNames(own: Question, previous: Question): string | null {
  const isOnlyNames = own.names.length > 0 && ONLY_NAMES.test(trimLinks(own.rest));
  return isOnlyNames ? `${own.names.join('和')}${trimLinks(dropTold(previous.rest))}` : null;
}
