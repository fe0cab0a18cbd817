import { composeSentence } from './answer-by-evidence.ts';
import type { Library } from './library.ts';
import type { Outcome } from './outcome.ts';

/** `“…”这句话出自哪里`, `“…”出处在哪`. */
const ASKS_PLACE =
  /^[^"]*"(?<said>.{10,})"[这那一句段话]{0,4}(?:的?(?:出处|来源|原文)|[写印说]?(?:在|出自|来自|是报告)[^"]{0,4}哪)/u;
/** What is written alike in a draft and in print. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Answers where something stands that is quoted as it is printed; null where it is not, or anything else is asked. */
export function answerQuoted(text: string, { weigher }: Pick<Library, 'weigher'>): Outcome | null {
  const said = lettersOf(ASKS_PLACE.exec(text)?.groups?.said ?? '');
  const found = weigher.index.candidates
    .filter((each) => each.kind === 'sentence')
    .filter(({ context }) => said !== '' && lettersOf(context.text).includes(said));
  return found.length === 0
    ? null
    : { status: 'answered', answers: found.slice(0, 3).map(composeSentence), probability: 1 };
}
