/**
 * What `matchAll` finds, for patterns of thousands of characters that are looked for in thousands of sentences: `matchAll` copies the
 * pattern for each of them, which takes longer than to look. The pattern is global, and matches no empty text.
 */
export function findMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
