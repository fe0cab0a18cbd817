/** Provinces by their short names, with the one character that stands for them in compounds (`湘渝省界`). */
const PROVINCES: Readonly<Record<string, string>> = {
  北京: '京',
  天津: '津',
  上海: '沪',
  重庆: '渝',
  河北: '冀',
  山西: '晋',
  内蒙古: '蒙',
  辽宁: '辽',
  吉林: '',
  黑龙江: '',
  江苏: '',
  浙江: '浙',
  安徽: '皖',
  福建: '闽',
  江西: '赣',
  山东: '鲁',
  河南: '豫',
  湖北: '鄂',
  湖南: '湘',
  广东: '粤',
  广西: '桂',
  海南: '琼',
  四川: '蜀',
  贵州: '黔',
  云南: '滇',
  西藏: '',
  陕西: '陕',
  甘肃: '陇',
  青海: '',
  宁夏: '',
  新疆: '',
  台湾: '',
  香港: '',
  澳门: '',
};

/** Cities people compare with. */
const CITIES =
  '成都 武汉 西安 广州 深圳 杭州 南京 苏州 长沙 贵阳 昆明 南宁 郑州 青岛 大连 沈阳 济南 合肥 福州 厦门 南昌 兰州 太原 石家庄 哈尔滨 长春 海口 拉萨 银川 西宁 乌鲁木齐 呼和浩特 宁波 无锡 东莞 佛山 珠海 温州 常州 徐州 烟台 唐山 洛阳 宜昌 绵阳 遵义 桂林 三亚 包头 鄂尔多斯 赤峰 秦皇岛 邯郸 保定 张家口 承德 廊坊 鞍山 抚顺 本溪 丹东 锦州 营口 齐齐哈尔 牡丹江 佳木斯 大庆 南通 扬州 镇江 盐城 连云港 淮安 泰州 宿迁 嘉兴 湖州 绍兴 金华 台州 丽水 芜湖 蚌埠 淮南 马鞍山 安庆 滁州 阜阳 莆田 泉州 漳州 龙岩 九江 赣州 上饶 景德镇 淄博 枣庄 东营 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 菏泽 开封 平顶山 安阳 新乡 焦作 许昌 南阳 商丘 信阳 周口 驻马店 十堰 襄阳 荆州 荆门 孝感 黄冈 咸宁 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 汕头 湛江 茂名 惠州 江门 肇庆 梅州 清远 柳州 北海 玉林 百色 自贡 攀枝花 泸州 德阳 广元 遂宁 内江 乐山 南充 宜宾 达州 六盘水 毕节 曲靖 玉溪 大理 丽江 咸阳 宝鸡 渭南 汉中 榆林 延安 天水 酒泉 嘉峪关 克拉玛依';
const NATIONS = '美国 日本 英国 法国 德国 韩国 俄罗斯 新加坡 印度';

const anyOf = (names: readonly string[]): string => names.join('|');
const NAMES = anyOf([...Object.keys(PROVINCES), ...CITIES.split(' '), ...NATIONS.split(' ')]);

const PLACE = new RegExp(`^(?:${NAMES})(?:省|市|区|县|自治区|特别行政区)?$`, 'u');

/** Whether a word names a place, wherever it is; `isWord` tells the ordinary words of which none is a name (隔壁省). */
export function isPlaceName(word: string, isWord: (text: string) => boolean = () => false): boolean {
  if (PLACE.test(word)) return true;
  const own = /^(?<own>\p{Script=Han}{2,4})(?:省|自治州|自治县)$/u.exec(word)?.groups?.own;
  return own !== undefined && !isWord(own);
}

/** A province's name and the character that stands for it in compounds ask for the same place. */
export const PROVINCE_GROUPS: readonly (readonly string[])[] = Object.entries(PROVINCES)
  .filter(([, character]) => character !== '')
  .map(([name, character]) => [name, character]);
