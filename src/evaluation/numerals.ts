/**
 * The numbers in a text, as typed, with full-width digits folded: `546`, `45.35`, `1,234`. A run inside a longer
 * one is not listed, so `5` is not found in `58`.
 */
export function listNumerals(text: string): readonly string[] {
  return text.normalize('NFKC').match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];
}

/** Where `value` stands in `text` as a whole number, not as part of a longer one; -1 when nowhere. */
export function indexOfValue(text: string, value: string): number {
  const startsWithDigit = /^[\d.]/u.test(value);
  const endsWithDigit = /[\d.]$/u.test(value);
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + value.length, at + value.length + 2);
    const runsOnBefore = startsWithDigit && /[\d.]/u.test(before);
    const runsOnAfter = endsWithDigit && /^\.?\d/u.test(after);
    if (!runsOnBefore && !runsOnAfter) return at;
  }
  return -1;
}
