import type { Tokenizer } from '../../search/tokenize.ts';

/** Only characters are joined like this; and anything else, as in `A+`, may mean something in a pattern. */
const TWO_CHARACTERS = /^\p{Script=Han}{2}$/u;

/** How far apart the two words may stand that a contraction is made of. */
const MAX_GAP_CHARS = 4;

/**
 * Two characters that people join (`改厕`, `治污`, `油气`) where a report prints the words they are taken from apart
 * (`改造农村厕所`, `石油和天然气`). Returns the printed stretches, each once.
 */
export function findContracted(word: string, text: string, tokenizer: Tokenizer): readonly string[] {
  const [first, second] = [...word];
  if (!first || !second || !TWO_CHARACTERS.test(word) || first === second) return [];
  const gap = `[^。,;:!?、\\n${first}${second}]{1,${MAX_GAP_CHARS + 2}}`;
  const near = new RegExp(
    `[^。,;:!?\\n]{0,4}(?:${first}${gap}${second}|${second}${gap}${first})[^。,;:!?\\n]{0,4}`,
    'gu',
  );
  const found = new Set<string>(findHeads(first, second, text, tokenizer));
  for (const [stretch] of text.matchAll(near)) {
    const words = tokenizer
      .segment(stretch)
      .filter((each) => each.kind === 'han' && tokenizer.isWord(each.text));
    const holds = (each: { readonly text: string }, character: string): boolean =>
      each.text.length >= 2 && (each.text.startsWith(character) || each.text.endsWith(character));
    for (const a of words.filter((each) => holds(each, first)))
      for (const b of words.filter((each) => each !== a && holds(each, second))) {
        const [left, right] = a.start < b.start ? [a, b] : [b, a];
        if (right.start - left.end <= MAX_GAP_CHARS && right.start >= left.end)
          found.add(stretch.slice(left.start, right.end));
      }
  }
  return [...found];
}

/** `婚辅` for 婚姻辅导站: the beginnings of the two words that a longer word is made of. */
function findHeads(first: string, second: string, text: string, tokenizer: Tokenizer): readonly string[] {
  const made = new RegExp(`${first}\\p{Script=Han}${second}\\p{Script=Han}`, 'gu');
  return [...text.matchAll(made)]
    .map(([stretch]) => stretch)
    .filter((stretch) => [stretch.slice(0, 2), stretch.slice(2)].every((half) => tokenizer.isWord(half)));
}

/** `存款` where 存贷款 is printed: two words that share their last character, which is written once. */
export function findShared(word: string, text: string, tokenizer: Tokenizer): readonly string[] {
  if (!TWO_CHARACTERS.test(word)) return [];
  const [first, second] = [...word];
  const stretches = text.match(new RegExp(`${first}\\p{Script=Han}${second}`, 'gu')) ?? [];
  return [...new Set(stretches)].filter((stretch) => tokenizer.isWord(stretch.slice(1)));
}
