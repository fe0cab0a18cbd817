const DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (spellings, digit) => [...spellings].map((spelling): [string, number] => [spelling, digit]),
  ),
);

const POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** The characters a Chinese numeral below ten thousand is written with; for building patterns. */
export const CHINESE_NUMERAL_CLASS = '〇零一二两三四五六七八九十百千';

/** A Chinese numeral of any size, with decimals (`六点七八`, `一万五千亿`, `壹佰贰拾万`); for building patterns. */
export const CHINESE_NUMBER_SOURCE =
  '(?:[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[〇零一二三四五六七八九]+)?)';

/** Two neighbouring digits before or after a power: `三四十` is thirty or forty. */
const EITHER = /[一二两三四五六七八](?=[二三四五六七八九](?:[十百千万亿]|$))/gu;

/**
 * Reads a Chinese numeral: positional (`十四`, `三十二万四千`, `一万五千亿`), with decimals (`六点七八`), or digit by digit
 * (`二〇一九`). Of two that are named (`三四十`) it is the greater. Returns null for anything else, the empty string included.
 *
 * @example parseChineseNumeral('十四') // 14
 */
export function parseChineseNumeral(text: string): number | null {
  const [whole = '', decimals, ...rest] = text.split('点');
  if (whole === '' || decimals === '' || rest.length > 0) return null;
  const value = readDigits(whole) === null ? readWhole(whole.replace(EITHER, '')) : readWhole(whole);
  if (value === null || decimals === undefined) return value;
  const fraction = readDigits(decimals);
  return fraction === null ? null : Number(`${value}.${fraction}`);
}

/** Reads a number in Chinese or in digits (`十`, `12`); not a number for anything else. */
export const readNumeral = (text: string): number => parseChineseNumeral(text) ?? Number(text);

function readDigits(text: string): string | null {
  const digits = [...text].map((character) => DIGITS.get(character));
  return digits.every((digit) => digit !== undefined) ? digits.join('') : null;
}

function readWhole(text: string): number | null {
  const digits = text.length > 1 ? readDigits(text) : null;
  if (digits !== null) return Number(digits);
  for (const [scale, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(scale);
    if (at < 0) continue;
    const above = at === 0 ? 1 : readWhole(text.slice(0, at));
    const below = at === text.length - 1 ? 0 : readWhole(text.slice(at + 1));
    return above === null || below === null ? null : above * size + below;
  }
  return readBelowTenThousand(text);
}

function readBelowTenThousand(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const power = POWERS.get(character);
    const digit = DIGITS.get(character);
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
