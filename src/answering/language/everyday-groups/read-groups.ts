/**
 * Reads groups of words: one group a line, words apart by spaces. `查{,出,到}` stands for 查, 查出 and 查到: verbs of
 * speech seldom come without their complement.
 */
export function readGroups(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(' ').flatMap(expand));
}

function expand(written: string): string[] {
  const { stem, endings } = /^(?<stem>.*)\{(?<endings>.*)\}$/u.exec(written)?.groups ?? {};
  return stem === undefined || endings === undefined
    ? [written]
    : endings.split(',').map((ending) => stem + ending);
}
