import { areaList } from '@vant/area-data';

/** An area by the name it is printed with and the one it is called by (`石柱土家族自治县`, `石柱`). */
export type Area = { readonly full: string; readonly short: string };

/** A name as it is printed: what an area is called by, then its level (`石柱|土家族自治县`). */
export const PRINTED_NAME =
  /^(?<short>\p{Script=Han}{2,}?)(?:(?:维吾尔|\p{Script=Han}{1,3}族)*自治[区州县旗]|特别行政区|新区|林区|地区|[省市区县旗盟])$/u;

const readAreas = (list: Readonly<Record<string, string>>): readonly Area[] =>
  Object.values(list)
    .filter((full) => full.length > 1)
    .map((full) => ({ full, short: PRINTED_NAME.exec(full)?.groups?.short ?? full }));

/** Provinces and cities. Either name of one is a name wherever it stands. */
export const LARGE_AREAS: readonly Area[] = [
  ...readAreas(areaList.province_list),
  ...readAreas(areaList.city_list),
];

/** The codes of cities and counties by their printed names; of two counties of one name, that of the first. */
const CODES = new Map(
  Object.entries({ ...areaList.city_list, ...areaList.county_list })
    .toReversed()
    .map(([code, full]) => [full, code]),
);

/** The names of the province that a city or a county lies in. */
export function provinceOf(name: string): readonly string[] {
  const code = CODES.get(name);
  return code === undefined
    ? []
    : readAreas({ own: areaList.province_list[`${code.slice(0, 2)}0000`] ?? '' }).flatMap(
        ({ full, short }) => [full, short],
      );
}

/** Districts and counties. What many of them are called by is an ordinary word, too (资源, 振兴). */
export const SMALL_AREAS: readonly Area[] = readAreas(areaList.county_list);
