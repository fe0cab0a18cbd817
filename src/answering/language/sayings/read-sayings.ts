/** Words a report may print, and what people say instead when they no longer remember them. */
export type Saying = { readonly printed: readonly string[]; readonly said: readonly string[] };

/**
 * Reads sayings, one a line: `文件 < 文稿 红头文件`. Whoever says 文稿 means what is printed as 文件; whoever says 文件 means
 * 文件. Unlike words of a group, those before `<` are not taken for one another: 坟 may be 墓位 or 公墓, and these are two.
 */
export function readSayings(text: string): readonly Saying[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [printed = '', said = ''] = line.split(' < ');
      return { printed: printed.split(' '), said: said.split(' ') };
    });
}
