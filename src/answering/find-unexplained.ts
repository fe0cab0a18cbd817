import type { PassageContext } from './ranking/describe-passages.ts';
import type { Interpretation } from './understanding/interpret-question.ts';

/** Asks what a name stands for, right after it: `是哪三个`, `具体指什么`. */
const ASKS_CONTENT =
  /^"?(?:具体|到底|究竟|分别|都)*(?:是指|指的?是?|说的?是?|是|包括)(?:的)?(?:哪(?:些|几|[两二三四五六七八九十])|什么|啥)/u;

/** A name of the report's own making (“三个确保”) whose content is asked and that a sentence only mentions. */
export function findUnexplained(
  { text }: PassageContext,
  { text: question, terms }: Interpretation,
): string | null {
  const names = [...text.matchAll(/"(?<name>[^"]{2,8})"/gu)].flatMap(({ groups }) => groups?.name ?? []);
  const name = names.find(
    (each) =>
      question.includes(each) &&
      ASKS_CONTENT.test(question.slice(question.indexOf(each) + each.length)) &&
      terms.some((term) => each.includes(term.text)),
  );
  if (name === undefined) return null;
  const at = text.indexOf(`"${name}"`);
  const after = text.slice(at + name.length + 2);
  // `建国路、中心广场、海湖“三大片区”`: what it sums up stands before it.
  const isSummary = text
    .slice(0, at)
    .split(/[,。;:]/u)
    .at(-1)
    ?.includes('、');
  if (isSummary) return null;
  return /^(?:[:(—-]|,?(?:即|是指|包括|分别是|指的?是))/u.test(after) ? null : name;
}
