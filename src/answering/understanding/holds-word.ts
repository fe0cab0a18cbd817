/** Whether a text holds a word; a number only as a whole (`5` does not stand in `45.35`). Both normalised. */
export function holdsWord(text: string, word: string): boolean {
  if (!/^\d/u.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isStart = !/[\d.]/u.test(text.charAt(at - 1));
    const isEnd = !/^\.?\d/u.test(text.slice(at + word.length, at + word.length + 2));
    if (isStart && (isEnd || !/\d$/u.test(word))) return true;
  }
  return false;
}
