/** A message about setting up, for administrators who read one language or the other; the Chinese says what to do as well. */
export function inBothLanguages(english: string, chinese: string): string {
  return `${english}（${chinese}）`;
}
