import { findPeriodMentions, type ReportYears } from './periods.ts';
import type { Period } from './report.ts';
import type { Span } from './span.ts';

/** What a number is set against: the words as printed, and the time they name, if any. */
export type Basis = Span & { readonly period: Period | null };

const YEAR_PHRASE =
  '(?:(?:19|20)\\d{2}年|[“"]?十[一二三四五六七八九]?五[”"]?(?:规划)?|[上去前]年|上一年度?|年初|年度?|多年(?:平均|均)(?:值|水平)?|常年(?:平均)?(?:值|水平)?)';
/** Words that set a number against another time: `比2020年`, `较“十三五”末的`, `与上年同期相比`, `同比`. */
export const BASIS_SOURCE =
  `(?:(?:比|较|与|同|按照?)(?:[上去前]?年?同期|上[月季]|${YEAR_PHRASE}(?:同期|期?末|[底末初]|时期|期间)?)(?:相比|比|水平)?的?|` +
  '(?:(?<!合)同|环)比|相比[上去]年|(?:是|为|相当于)(?:19|20)\\d{2}年的)';
const BASIS = new RegExp(BASIS_SOURCE, 'gu');

/**
 * The last words of a text that say what the number after it is set against; null where none do. `told` is the time the
 * number itself is about: what is said to be a year before is reckoned from it.
 */
export function findBasis(text: string, told: Period | null, years: ReportYears | null): Basis | null {
  const found = [...text.matchAll(BASIS)].at(-1);
  if (!found) return null;
  const place = { start: found.index, end: found.index + found[0].length };
  const [named] = findPeriodMentions(found[0], null, { keepsComparisonBases: true });
  if (named) return { ...place, period: named.period };
  const year = told?.fromYear === undefined ? (told?.year ?? years?.lastYear) : undefined;
  const isYearBefore = /同期|同比|[上去]一?年/u.test(found[0]);
  return { ...place, period: year !== undefined && isYearBefore ? { year: year - 1, kind: 'actual' } : null };
}

/**
 * The year that sentences are set against by the first words of one of them, which holds for those after it
 * (`与2000年相比,……由208.7亿元增加到385.2亿元。……由215.7亿元增加到386.6亿元`); null where none is named.
 */
export function findLeadingBasis(paragraph: string): Period | null {
  const leading = paragraph.split('。').flatMap((sentence) => {
    const [first = ''] = sentence.split(',', 1);
    const basis = findBasis(first, null, null);
    return basis?.start === 0 && basis.end === first.length ? [basis.period] : [];
  });
  return leading.at(-1) ?? null;
}
