const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters a Chinese numeral below ten thousand is written with; for building patterns. */
export const CHINESE_NUMERAL_CLASS = '〇零一二两三四五六七八九十百千';

/**
 * Reads a Chinese numeral below ten thousand: positional (`十四`, `一百二十`) or digit by digit (`二〇一九`).
 * Returns null for anything else, the empty string included.
 *
 * @example parseChineseNumeral('十四') // 14
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '') return null;
  const digits = [...text].map((character) => DIGITS[character]);
  if (text.length > 1 && digits.every((digit) => digit !== undefined)) return Number(digits.join(''));
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const power = POWERS[character];
    const digit = DIGITS[character];
    if (power !== undefined) {
      total += (pending ?? 1) * power;
      pending = null;
    } else if (digit !== undefined) {
      pending = digit;
    } else {
      return null;
    }
  }
  return total + (pending ?? 0);
}
