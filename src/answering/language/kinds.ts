import { PEOPLE_GROUPS } from './everyday-groups/people.ts';
import { PLACE_GROUPS } from './everyday-groups/places.ts';
import { COUNTRIES, namesProvince, OTHER_CITIES } from './places.ts';

/**
 * Kinds of things that questions ask for (`哪家企业`, `哪份文件`, `哪个县`) and how a report shows one of the kind
 * without saying the word: by the end of a name (`宜康集团`), by its marks (`《……指引》`).
 */

/** A unit of the country, asked for by what its name ends with. */
const PLACE_KIND =
  /^(?:区县|县区|县市|区|县|乡镇|街镇|镇|乡|街道|社区|村|城市|省市|市|省份?|国家)(?!级|里|域|长|民|内|外|上|下|局|委)/u;

/** Reads the kind of place that a text opens with; null when it opens with anything else. */
export const readPlaceKind = (text: string): string | null => PLACE_KIND.exec(text)?.[0] ?? null;

/** What the names of each kind of place end with, where that is not the kind itself. */
const PLACE_ENDINGS: Readonly<Record<string, string>> = {
  区县: '区|县',
  县区: '区|县',
  县市: '县|市',
  乡镇: '乡|镇',
  街镇: '街道|镇',
  城市: '市',
  省市: '市',
  省份: '省',
};

/** What stands before such an ending where no single place is named: 各县, 社区, 示范社区, 17条县界. */
const NO_NAME =
  /(?:[个各全本我该此两几条级省市县区镇乡街村社国地园小景灾辖库牧战城农外邻跨和与及在等的了为到对向由从以是新老大\d(]|示范|城乡|智慧|养老|试点|完善|推进|加强|开展|建立|建设|健全|重点|部分|基层|贫困|所有|相关|有关|建制|行政|自然|美丽|文明|特色|指导|优化|深化|推动|支持|引导|统筹|发展|平安|和谐|新增|新建|实施|打造|创建|培育|改造|设立|覆盖|面向|深入|全面|服务|管理|市级|县级|区级|省级)$/u;

/** Whether a text (normalised) names a place of a kind, as 酉阳县 is a 区县. */
export function namesPlace(kind: string, text: string): boolean {
  if (kind === '国家') return COUNTRIES.test(text);
  if (kind === '城市' && OTHER_CITIES.test(text)) return true;
  if (kind.startsWith('省') && namesProvince(text)) return true;
  const ending = PLACE_ENDINGS[kind] ?? kind;
  // Words for any district or village abound; a name of one opens a clause or follows a small word.
  const opening = /^(?:社区|村|区|街道)$/u.test(ending) ? '(?<![^在由和与及被获、,;:。"(])' : '';
  const names = new RegExp(
    `${opening}(?<name>\\p{Script=Han}{2,4}?)(?:${ending})(?![县区镇乡村级域长民委])`,
    'gu',
  );
  return [...text.matchAll(names)].some(({ groups }) => !NO_NAME.test(groups?.name ?? ''));
}

/** How one of a kind is shown by a sign. */
const SHOWN: readonly { readonly kinds: RegExp; readonly by: RegExp }[] = [
  { kinds: /^(?:企业|公司|集团|商家|厂家|厂|老板)$/u, by: /企业|公司|集团|[厂行社店]/u },
  {
    kinds: /^(?:文件|材料|公文|规定|规矩|办法|法规|条例|意见|方案|细则|通知|制度|政策)$/u,
    by: /[《》"]|文件|规定|办法|条例|意见|方案|细则|通知|制度|政策|规划|标准|指引|规范|清单/u,
  },
  {
    kinds: /^(?:单位|部门|机构|组织|机关|衙门)$/u,
    by: /单位|部门|机构|组织|[局委院处厅办]|中心|协会|联合会|公司|集团|学校|大学|医院|银行|班组/u,
  },
  {
    kinds: /^(?:等级|级别|档次|层次|星级)$/u,
    by: /[一二三四五六七八九甲乙丙特a\d]+(?:级|等)|[\d一二三四五]星/u,
  },
  { kinds: /^(?:程度|地步|水平|水准|比例|额度)$/u, by: /\d|[一二三四五六七八九]成/u },
];

/** People and places are called what they are: who asks for a hospital is not told of anything else. */
const CALLED_SO: ReadonlySet<string> = new Set([...PEOPLE_GROUPS, ...PLACE_GROUPS].flat());
const PERSON_OR_PLACE = /[员生师手家者机民工院校园站场馆店港]$/u;

/** Whether a text that does not say a kind shows one of it all the same; null where it cannot be told. */
export function showsKindBySign(kind: string, text: string): boolean | null {
  const sign = SHOWN.find(({ kinds }) => kinds.test(kind));
  if (sign) return sign.by.test(text);
  return CALLED_SO.has(kind) || PERSON_OR_PLACE.test(kind) ? false : null;
}

/** Words for where something comes from, which a name shows by itself (`外地企业`). */
export const isOrigin = (word: string): boolean =>
  /^(?:外地|外国|外来|外省|外面|外头|境外|国外|海外|外边)$/u.test(word);
