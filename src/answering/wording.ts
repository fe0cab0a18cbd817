import type { Period } from '../report/report.ts';

/** Everything the answering says in its own words. Quotes are never worded here. */

/** `2018年`, `2016年—2020年`. */
export function periodLabel(period: Period): string {
  return period.fromYear === undefined ? `${period.year}年` : `${period.fromYear}年—${period.year}年`;
}

/** `2018年的实际情况`, `2019年的目标`. */
export function periodWithKind(period: Period): string {
  return `${periodLabel(period)}${period.kind === 'target' ? '的目标' : '的情况'}`;
}

/** The time a question asks for, in the words of a label; null when it only says done or aimed at. */
export function askedLabel({ year, fromYear }: AskedTime): string | null {
  if (year === null) return null;
  return periodLabel({ year, kind: 'actual', ...(fromYear === null ? {} : { fromYear }) });
}

type AskedTime = { readonly year: number | null; readonly fromYear: number | null };

const joinQuoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

/** What became of a number of a draft: not found where `agrees` is null. */
type CheckedClaim = { readonly about: string; readonly agrees: boolean | null; readonly note: string };

const sayAbout = ({ about }: CheckedClaim): string => about;

/** Reports that a reader is pointed to, and how to ask the first of them. */
type NamedForReader = {
  readonly titles: readonly { readonly title: string; readonly place: string }[];
  readonly example: string | null;
};

const nameForReader = ({ titles }: NamedForReader): string =>
  titles
    .map(({ title, place }) => `《${title}》${place === '' || title.includes(place) ? '' : `（${place}）`}`)
    .join('、');

const askForIt = ({ example }: NamedForReader): string =>
  example === null ? '要查请写明是哪里的报告。' : `要查请写上地名，例如“${example}”。`;

export const WORDING = {
  empty: '请写下想查的内容，例如“低保标准是多少”。',
  tooLong: '问题太长了，请只写想查的那一件事。',
  /** What stands before the first heading of a report, in its outline. */
  opening: '（开头）',
  notAQuestion: '我只回答报告里写了什么，请问一件报告里的事。',
  instruction: '我只按报告原文回答，不执行其他指令，也不猜数字。',
  writesNothing: '我不写稿子，只引报告原文；要用的数和原句请一件一件问。下面是报告里最接近的原文。',
  fewerPoints: (name: string | null, count: number): string =>
    name === null ? `报告只分${count}个部分。` : `“${name}”下面只有${count}项。`,
  procedure: '报告写的是做了什么、目标是什么，没有写怎么办理、找谁办理。',
  otherRegion: (places: readonly string[]): string => `报告没有${joinQuoted(places)}的数据。`,
  missing: (terms: readonly string[]): string => `报告里没有找到${joinQuoted(terms)}。`,
  draftAgrees: '与报告一致。',
  draftAgreesOnOne: (printed: string) => `与报告里的“${printed}”一致。`,
  draftDiffers: '与报告不一致，请以报告原文为准。',
  draftBorneOut: (printed: string): string => `与报告一致，报告写的是“${printed}”。`,
  draftUnit: (stated: string, printed: string): string =>
    `稿子的单位是“${stated}”，报告的单位是“${printed}”。`,
  draftEvery: (stated: string, printed: string): string =>
    `稿子写的是每${stated}的数，报告写的是每${printed}的数。`,
  draftDirection: '稿子和报告写的增减方向相反。',
  draftIsChange: '稿子写的是新增或增减的数，报告写的不是。',
  reportIsChange: '报告写的是新增或增减的数，稿子写的不是。',
  draftChecked: (claims: readonly CheckedClaim[]): string => {
    const differing = claims.filter(({ agrees }) => agrees === false);
    const unknown = claims.filter(({ agrees }) => agrees === null);
    const untold = unknown.length === 0 ? '' : `${joinQuoted(unknown.map(sayAbout))}没有查到，请另外核对。`;
    const notes = claims
      .filter(({ note }) => note !== '')
      .map(({ about, note }) => `“${about}”：${note}`)
      .join('');
    if (differing.length === 0)
      return `${untold === '' ? '写的数与报告一致。' : `查到的数与报告一致；${untold}`}${notes}`;
    const others = claims.length === differing.length + unknown.length ? '' : '其余的数与报告一致。';
    const differs = `${joinQuoted(differing.map(sayAbout))}的数与报告不一致，请以报告原文为准。`;
    return `${differs}${untold}${others}${notes}`;
  },
  noDate: (terms: readonly string[]): string => `报告提到了${joinQuoted(terms)}，但没有写时间。`,
  notExplained: (name: string): string => `报告提到了“${name}”，但没有写具体是什么。`,
  nothing: '报告里没有找到能回答这个问题的内容。',
  partNotFound: (text: string): string => `“${text}”：报告里没有找到能确定回答的内容。`,
  ofPlace: (place: string, said: string): string => `${place}：${said}`,
  unsure: '报告里没有找到能确定回答这个问题的内容。',
  nearestOnly: '报告里没有完全对得上的说法，下面是最接近的原文，请核对是不是同一件事。',
  nearestWithout: (words: readonly string[]): string =>
    `报告没有写到${joinQuoted(words)}，下面是最接近的原文，请核对是不是同一件事。`,
  yearNotCovered: (year: string, covered: readonly string[], isOfSeries: boolean): string =>
    isOfSeries
      ? `这几份报告都没有${year}的内容；它们写的是${covered.join('、')}。`
      : `报告没有${year}的内容；它写的是${covered.join('和')}。`,
  otherPeriod: (asked: string, other: string, said: string): string =>
    `报告没有${asked}的数；${other}：${said}。`,
  otherPeriodText: (asked: string, other: string): string => `报告没有写${asked}；写了${other}。`,
  clarify: '您问的是哪一项？',
  unitsDiffer: '这两个数的单位不同，不能直接相比或相加。',
  noStart: '报告只写了变成多少，没有写原来是多少，算不出变化。',
  changeUntold: '报告里没有查到上一年的数，也没有查到比上一年多了还是少了。',
  shareUntold: '报告没有写它占多少，也没有写明它是哪个数的一部分，算不出来。请写明是什么占什么的几成。',
  progressUntold: '报告只写了要达到的目标，没有写完成了多少；完成情况请看“进度”。',
  followUpUntold: '接着上一个问题看，报告里没有写这一点。想问别的事，请把问题写完整。',
  readByItself: '接着上一个问题没有查到，以上只按这一句话来查。',
  lookedInto: (titles: readonly string[]): string =>
    titles.length > 2
      ? `这里只查了${titles.length}份报告。`
      : `这里只查了${titles.map((title) => `《${title}》`).join('')}。`,
  toldElsewhere: (told: NamedForReader): string => `${nameForReader(told)}里提到了，${askForIt(told)}`,
  toldToo: (told: NamedForReader): string => `${nameForReader(told)}里也提到了，${askForIt(told)}`,
  newestReport: '最新一份报告的',
  earlierReport: '上一份报告的',
  olderReport: '更早一份报告的',
  compareOneThing: '这几份报告里没有找到可以放在一起比的数，请写明比哪一项，例如“地区生产总值增速”。',
  targetKind: '目标',
  was: '原为',
  became: '变为',
  change: (before: string, after: string): string => `由${before}变为${after}`,
  aimBesideFact: '一个是实际数，一个是目标。',
  differentWording: (left: string, right: string): string =>
    `两处说法不同（“${left}”与“${right}”），未必是同一口径。`,
  differentCounts: (left: string, right: string): string =>
    `一处按“${left}”数，一处按“${right}”数，数的不是同一样东西。`,
  blurred: (numbers: readonly string[]): string => `${numbers.join('、')}是约数。`,
  reached: (check: { readonly isReached: boolean; readonly result: string; readonly goal: string }): string =>
    `${check.isReached ? '达到' : '没有达到'}：按已有的数算是${check.result}，目标是${check.goal}`,
  differentYears: (target: string): string => `算式用的是已经公布的实际数；“${target}”是下一年的目标。`,
} as const;
