import { LARGE_AREAS, PRINTED_NAME, SMALL_AREAS } from '../../knowledge/area-names.ts';
import type { Tokenizer } from '../../search/tokenize.ts';

/** The one character that stands for a province in compounds (`湘渝省界`). */
const PROVINCE_CHARACTERS =
  '北京京 天津津 上海沪 重庆渝 河北冀 山西晋 内蒙古蒙 辽宁辽 浙江浙 安徽皖 福建闽 江西赣 山东鲁 河南豫 湖北鄂 湖南湘 广东粤 广西桂 海南琼 四川蜀 贵州黔 云南滇 陕西陕 甘肃陇';
const NATIONS = '美国 日本 英国 法国 德国 韩国 俄罗斯 新加坡 印度';

/** Provinces, cities and nations; of a province or a city the short name alone is a name. */
const LARGE = new Set([...LARGE_AREAS.flatMap(({ full, short }) => [full, short]), ...NATIONS.split(' ')]);
/** Districts and counties; many of their short names are ordinary words, too (城口, 新建). */
const SMALL = new Set(SMALL_AREAS.flatMap(({ full, short }) => [full, short]));

/** Whether a word names a province, a city or a nation; `isWord` tells the ordinary words of which none is a name (隔壁省). */
export function isPlaceName(word: string, isWord: (text: string) => boolean = () => false): boolean {
  if (LARGE.has(word)) return true;
  const own = /^(?<own>\p{Script=Han}{2,4})(?:省|自治州|自治县)$/u.exec(word)?.groups?.own;
  return own !== undefined && !isWord(own);
}

/** Whether a word names a district or a county: in full (`万州区`), or by a word the dictionary takes for a name (`万州`). */
export function isDistrictName(word: string, tokenizer: Pick<Tokenizer, 'isName'>): boolean {
  if (!SMALL.has(word) || LARGE.has(word)) return false;
  return PRINTED_NAME.test(word) || tokenizer.isName(word);
}

/** Whether a word names a place of any size. */
export const isPlace = (word: string, tokenizer: Pick<Tokenizer, 'isName'>): boolean =>
  isPlaceName(word) || isDistrictName(word, tokenizer);

/** A province's name and the character that stands for it in compounds ask for the same place. */
export const PROVINCE_GROUPS: readonly (readonly string[])[] = PROVINCE_CHARACTERS.split(' ').map((both) => [
  both.slice(0, -1),
  both.slice(-1),
]);
