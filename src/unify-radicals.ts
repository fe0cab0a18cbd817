/**
 * The radicals of the block CJK Radicals Supplement, each before the ideograph it looks like. Generated from
 * EquivalentUnifiedIdeograph.txt of the Unicode Character Database 15.0 (those of one UTF-16 unit); NFKC leaves them apart.
 */
const SUPPLEMENT =
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ' +
  '⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ' +
  '⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ' +
  '⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟';

const UNIFIED: ReadonlyMap<string, string> = new Map(
  SUPPLEMENT.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/**
 * Writes radicals as the ideographs they look like, one unit for one: text taken out of a PDF holds them in place of
 * common characters.
 *
 * @example unifyRadicals('\u2ea0\u2f63') // '民生'
 */
export function unifyRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/gu, (radical) => UNIFIED.get(radical) ?? radical.normalize('NFKC'));
}
