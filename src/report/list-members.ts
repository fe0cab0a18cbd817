import { findBasis } from './basis.ts';
import { type Span, sliceSpan } from './span.ts';

/** A member of a list: its name, and all the words that are its own. */
export type ListMember = { readonly owner: string; readonly own: readonly Span[] };

/** Gives each member of a list its name and the words that belong to all (`生猪、家禽|年出栏量`); `head` ends at the number. */
export function shareWords(folded: string, spans: readonly Span[], head: Span): ListMember[] {
  const common = findCommonWords(folded, spans, head);
  const prefix = findCommonPrefix(folded, spans);
  return spans.map((span, index) => {
    const name = { start: span.start, end: Math.min(span.end, common.start) };
    const words = [...(index > 0 ? prefix : []), name, common].filter(({ start, end }) => start < end);
    return { owner: sliceSpan(folded, name), own: words };
  });
}

/** Whether a name says itself what is measured. */
export const isMeasured = (name: string): boolean => MEASURED.test(name);

/** `第一、二、三产业增加值`: each is one of an order that is named once. */
export function readOrdinals(folded: string, spans: readonly Span[], head: Span): ListMember[] {
  const [first, ...others] = spans;
  const last = spans.at(-1);
  const ofOrder = /^第?(?<numeral>[一二三四五六七八九十])/u;
  if (!first || !last || !/^第[一二三四五六七八九十]$/u.test(sliceSpan(folded, first))) return [];
  if (!others.every((span) => ofOrder.test(sliceSpan(folded, span)))) return [];
  const order = { start: first.start, end: first.start + 1 };
  const endOf = (span: Span): number => span.start + (ofOrder.exec(sliceSpan(folded, span))?.[0].length ?? 0);
  const common = { start: endOf(last), end: head.end };
  return spans.map((span) => {
    const numeral = { start: endOf(span) - 1, end: endOf(span) };
    return { owner: `第${sliceSpan(folded, numeral)}`, own: [order, numeral, common] };
  });
}

/** A list without what leads to it (`其中`) and what it is set against (`比2020年`). */
export function nameOnly(folded: string, list: Span): Span {
  const text = sliceSpan(folded, list);
  const opening = /^其中[:,]?/u.exec(text)?.[0].length ?? 0;
  const basis = findBasis(text, null, null);
  return {
    start: list.start + opening,
    end: basis?.end === text.length ? list.start + basis.start : list.end,
  };
}

/** What separates the members of a list: any joint, or only the comma of lists and the joint before the last. */
const AND = '以及|和|与|(?<![普涉波触顾遍推惠])及(?![时格早其])';
const JOINTS = new RegExp(`、|${AND}`, 'gu');
const LAST_JOINTS = new RegExp(`、|(?:${AND})(?=[^、和与]*$)`, 'gu');
const COMMAS = /、/gu;

/** Splits a list in the way that gives so many members (`甲与乙、丙、丁` has three), if any does; else at every joint. */
export function splitMembers(folded: string, named: Span, count: number | null): Span[] {
  const ways = [JOINTS, LAST_JOINTS, COMMAS].map((joints) => splitAt(folded, named, joints));
  return ways.find(({ length }) => length === count) ?? ways[0] ?? [];
}

function splitAt(folded: string, named: Span, joints: RegExp): Span[] {
  const spans: Span[] = [];
  let { start } = named;
  for (const match of sliceSpan(folded, named).matchAll(joints)) {
    spans.push({ start, end: named.start + match.index });
    start = named.start + match.index + match[0].length;
  }
  return [...spans, { start, end: named.end }].filter((span) => span.start < span.end);
}

/**
 * Where the name of the last member ends and what belongs to all begins (`县道、乡道、村道|日常养护补助标准分别由`). The name
 * is a time as the others are, leaves what is measured, ends as theirs do, or is as long as they are. Members that
 * say themselves what is measured share nothing.
 */
function findCommonWords(folded: string, spans: readonly Span[], head: Span): Span {
  const last = spans.at(-1) ?? head;
  const others = spans.slice(0, -1).map((span) => sliceSpan(folded, span));
  const from = (length: number): Span => ({ start: last.start + length, end: head.end });
  const text = sliceSpan(folded, last);
  if (others.some((other) => MEASURED.test(other))) return from(text.length);
  const longest = Math.max(...others.map(({ length }) => length));
  const time = others.every((other) => TIME_MEMBER.test(other)) ? TIME_MEMBER.exec(text) : null;
  if (time) return from(time[0].length);
  // `桐庐县、建德市|的优良天数`: places of different ranks, and what belongs to whoever is named.
  const placeIn = (words: string) => PLACE_MEMBER.exec(words)?.[0];
  const place = others.every((other) => placeIn(other) === other) ? placeIn(text) : undefined;
  if (place) return from(place.length);
  const owned = text.indexOf('的');
  if (owned > 1 && owned <= longest + 1) return from(owned);
  const measured = text.length - (MEASURED.exec(text)?.[0].length ?? 0);
  if (measured > 0 && measured <= longest + 1 && measured < text.length) return from(measured);
  if (text.length <= longest + 1) return from(text.length);
  const endings = [others.at(-1), others[0]].map((other) => text.indexOf(other?.at(-1) ?? '', 1));
  const alike = endings.find((at) => at > 0);
  if (alike !== undefined) return from(alike + 1);
  if (measured > 0 && measured < text.length) return from(measured);
  return from(longest > 1 && others.every(({ length }) => length === longest) ? longest : text.length);
}

/** `公路|客运量和周转量`: of two measures of one thing only the first names it. */
function findCommonPrefix(folded: string, spans: readonly Span[]): Span[] {
  const [first, second, ...others] = spans;
  if (!first || !second || others.length > 0) return [];
  const length = second.end - second.start;
  const prefix = { start: first.start, end: first.end - length };
  const isMeasure =
    length <= MAX_MEASURE_CHARS && [first, second].every((span) => MEASURED.test(sliceSpan(folded, span)));
  return isMeasure && prefix.end - prefix.start > 1 ? [prefix] : [];
}

const MAX_MEASURE_CHARS = 3;

/** A place by its name and rank, or town and country; the shortest that is one. */
const PLACE_MEMBER = /^[\p{Script=Han}]{1,4}?(?:[省市县区州旗镇村]|(?<!城)乡)(?![\p{Script=Han}]?率|场|价)/u;

/** A member of a series in time. */
const TIME_MEMBER =
  /^(?:[一二三四]季度|[上下]半年|前[一二三四]季度|全年|(?:\d{1,2}[-—至])?\d{1,2}月份?|(?:19|20)\d{2}年)/u;

/** What a name ends with that says itself what is measured (`受理数`, `货值`); of a list of mere things only the last does. */
const MEASURED = new RegExp(
  [
    '(?:(?<!城乡)(?:常住)?居民|人均|次均|日均|平均|可支配|年|总|[每月]|销售|营业|种植|播种|招生|专任|从业|基本|医疗|养老|医保|保险|参保)*',
    '(?:(?:出栏|存栏|销售|零售|交易|出口|进口|受理|增加|[货客]运|周转|吞吐|发送|发电|用电|运输|业务|[\\p{Script=Han}])[量额数值]',
    '|[\\p{Script=Han}]{2}率|收入|支出|面积|利润|产能|标准|价格|占比|比[重例]|浓度|投资|里程|费用|余额|(?:预期)?寿命',
    '|教师|人员|医师|护士|床位)$',
  ].join(''),
  'u',
);
