import { normalizeText } from '../../search/normalize.ts';

/** What both numbers that were asked for just before are to be put to, and nothing else: `加起来呢`, `这两个差多少`. */
const BOTH = '^(?:那么?)?(?:(?:这|那|它们|他们)?(?:两|俩|二)?(?:个数?|者|项|样|种)?)?';
const END = '(?:是|有|又|了)?(?:多少|几)?(?:钱|元|人|个)?(?:呢|呀|啊)?[?。!\\s]*$';
const SUM = new RegExp(
  `${BOTH}(?:一共|总共|合计|总计|加起来|加一起|加在一起|合起来|合在一起|相加)+${END}`,
  'u',
);
const DIFFERENCE = new RegExp(`${BOTH}(?:相差|差距|差额|差)${END}`, 'u');
/** How a question asks for its number, which stands once in the whole. */
const ASKING = /(?:分别)?(?:是|有|为)?(?:多少|几).*$|[呢吗]?[?。!,;\s]*$/u;

/**
 * Completes `加起来呢` or `差多少` from the last two questions of the conversation, the older first; null for a follow-up
 * that asks anything else.
 *
 * @example completePair('加起来呢', ['城市低保标准', '农村低保标准']) // '城市低保标准和农村低保标准加起来是多少?'
 */
export function completePair(question: string, [first, second]: readonly [string, string]): string | null {
  const text = normalizeText(question).trim();
  const asked = SUM.test(text) ? '加起来是多少?' : DIFFERENCE.test(text) ? '相差多少?' : null;
  const [left, right] = [first, second].map((one) => normalizeText(one).replace(ASKING, ''));
  return asked === null || !left || !right || left === right ? null : `${left}和${right}${asked}`;
}
