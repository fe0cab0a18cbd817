import { readNumeral } from '../../report/chinese-numerals.ts';
import { normalizeText } from '../../search/normalize.ts';

/** `第一个是啥`, `第三点具体说什么`, `那第二项呢`. */
const ASKS_NTH =
  /^(?:那|其中)?的?第(?<count>[一二三四五六七八九十]+|\d+)(?:个|项|条|点|部分|方面)?(?:目标|任务|工作)?(?:是|具体|都|又)*(?:[说讲写][的了]?是?)?(?:什么|啥|哪些|哪个|内容)?呢?[?!。]*$/u;

/** Which of several a message asks for, counted from one; null where it asks for none. */
export function readNth(message: string): number | null {
  const count = ASKS_NTH.exec(normalizeText(message).trim())?.groups?.count;
  return count === undefined ? null : readNumeral(count);
}
