import { PEOPLE, type PrintedFigure } from './numbers.ts';

const FIRMS =
  /企业|公司|(?:市场|经营|法人)主体|个体|商户|工商户|专精特新|小巨人|独角兽|瞪羚|雏鹰|上市|挂牌|[个企小]转企|小升规|[规四]上|规模以上|限额以上|合作社|家庭农场|龙头|法人|民营|外资|厂家|店铺/u;
const HOUSEHOLDS =
  /农户|居民|贫困户|住户|(?:困难|低保|低收入|脱贫)(?:家庭|户)|群众|棚户|村民|用户|搬迁|厕|房|燃气|供[水热暖]|入户/u;

/** 户 counts households, but of firms it means what 家 means: `新认定高新技术企业765户` are 765 firms. */
export function countFirms<Number extends PrintedFigure>(number: Number, words: string): Number {
  if (number.dimension !== 'households' || !number.unit.endsWith('户')) return number;
  return FIRMS.test(words) && !HOUSEHOLDS.test(words)
    ? { ...number, dimension: 'count', base: '家' }
    : number;
}

const ENDS_IN_PEOPLE = new RegExp(`(?:${PEOPLE}|人数|就业)$`, 'u');

const ENDS_IN_TIMES = /人次数?$/u;

/** `常住人口52.36万`, `诊疗人次14.4亿`: a bare number of ten thousands counts people where the words right before it name them. */
export function countPeople<Number extends PrintedFigure>(number: Number, names: readonly string[]): Number {
  const isBare = number.dimension === 'none' && /[万亿]$/u.test(number.unit);
  if (!isBare) return number;
  if (names.some((name) => ENDS_IN_TIMES.test(name)))
    return { ...number, dimension: 'person-times', base: '人次' };
  return names.some((name) => ENDS_IN_PEOPLE.test(name))
    ? { ...number, dimension: 'people', base: '人' }
    : number;
}
