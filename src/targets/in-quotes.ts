/**
 * Puts words between Chinese quotation marks. Marks within become single ones, as Chinese wants it: a name like
 * `“两学一做”常态化` would otherwise seem to end where it begins. For names and for what people wrote; a sentence of a
 * report is never changed.
 */
export function inQuotes(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
