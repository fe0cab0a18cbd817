import { isSalutation } from './items.ts';
import {
  findPeriodMentions,
  type PhraseReading,
  type ReportYears,
  readHeadingKind,
  readLeadingMention,
} from './periods.ts';
import type { Period } from './report.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { type Span, sliceSpan } from './span.ts';

/** How the times of a report are to be read. */
export type TimeReading = { readonly years: ReportYears | null; readonly reading: PhraseReading };

const isSameTime = (left: Period, right: Period): boolean =>
  left.year === right.year && left.fromYear === right.fromYear;

/** Every time a width-folded heading names, each once and in order: `今后五年工作思路和2022年主要工作` names two. */
export function readHeadingPeriods(heading: string, { years, reading }: TimeReading): Period[] {
  const mentions = findPeriodMentions(heading, years, { ...reading, readsTerms: true });
  const whole = readHeadingKind(heading);
  const periods = mentions.map(({ start, period }, index): Period => {
    const own = readHeadingKind(heading.slice(start, mentions[index + 1]?.start ?? heading.length));
    return { ...period, kind: own ?? whole ?? period.kind };
  });
  return periods.filter((period, index) => periods.findIndex((other) => isSameTime(other, period)) === index);
}

/** A paragraph from which on the text is about another time. */
export type Turn = {
  readonly period: Period;
  /** Whether it begins by addressing those who listen (`各位代表!`), which ends what was said before. */
  readonly isAddressed: boolean;
  /** Whether no time named below changes it. */
  readonly isFixed?: true;
};

/** Sentences after the address within which a paragraph says what it is about. */
const MAX_OPENING_SENTENCES = 3;
/** What may be said before the time: `围绕上述目标,2022年要……`. */
const BASIS = /^(?:围绕|按照|根据|对照|为此?|综合|结合|立足|基于|依据|紧扣|聚焦|贯彻)/u;
/** An address that the first sentence goes on from: `各位代表,2017年……`. */
const ADDRESS = /^(?:尊敬的)?(?:各位(?:代表|委员|同志)|同志们)[,:]/u;
/** `2021年3月考察时`: a day is not the year. */
const MONTH = /^\s*\d{1,2}月/u;

/**
 * Reads the time a paragraph of width-folded text turns to, or null. Under a heading that names several times
 * (`named`) only those count; an address also turns to last year, to this year, and to the years before or ahead.
 */
export function readTurn(
  folded: string,
  paragraph: Span,
  { years, reading }: TimeReading,
  { named, current }: { readonly named: readonly Period[]; readonly current: Period | null },
): Turn | null {
  if (!years) return null;
  const sentences = splitSentences(folded, paragraph);
  const first = sentences[0] === undefined ? '' : sliceSpan(folded, sentences[0]);
  const isAddressed = isSalutation(first) || ADDRESS.test(first);
  const isReview = current?.kind === 'actual';
  if (isReview && PROBLEMS.test(sliceSpan(folded, paragraph)))
    return { period: { year: years.lastYear, kind: 'actual' }, isAddressed: true, isFixed: true };
  const { lastYear, thisYear } = years;
  const isMain = ({ year, fromYear }: Period): boolean =>
    year === lastYear || (fromYear ?? year) === thisYear;
  const opening = sentences.filter((sentence) => !isSalutation(sliceSpan(folded, sentence)));
  let turn: Turn | null = null;
  for (const sentence of opening.slice(0, isAddressed ? MAX_OPENING_SENTENCES : 1)) {
    const clauses = splitClauses(folded, sentence)
      .map((clause) => sliceSpan(folded, clause))
      .filter((clause) => !ADDRESS.test(`${clause},`));
    const telling = clauses.slice(0, isAddressed || BASIS.test(clauses[0] ?? '') ? 2 : 1);
    for (const [at, clause] of telling.entries()) {
      const mention = readLeadingMention(clause, years, { ...reading, readsTerms: true });
      if (!mention || MONTH.test(clause.slice(mention.end))) continue;
      const among = named.find((period) => isSameTime(period, mention.period));
      // `今年是本届政府的最后一年`: a paragraph that says what a year is goes on about that year.
      const rest = clause.slice(mention.end) || clauses[at + 1] || '';
      const announces = mention.start === 0 && rest.startsWith('是');
      if (!among && !(named.length < 2 && (isAddressed || announces) && isMain(mention.period))) continue;
      turn = { period: among ?? mention.period, isAddressed: isAddressed || announces };
      break;
    }
  }
  return turn;
}

/** What is still wrong is told of the time of the report, whatever years were looked back on before. */
const PROBLEMS =
  /^(?:[^!。]{2,12}!)?[^。]{0,24}(?:清醒|也?看到|正视|认识到|的同时|尽管|深知|存在(?:一些|不少|许多|诸多|的))[^。]{0,40}(?:困难|问题|不足|差距|短板|挑战)/u;

/** `五年累计`, `两年平均`: years that are only counted end with those the text is about. */
const COUNTED_YEARS =
  /^(?:[^,]{0,8}?)(?<!连续|第|满|未来|今后|过去|下|每|\d)(?<count>[两二三四五六七八九十]|[2-9]|10)年(?:来|间)?(?<how>累计|共|总计|合计|年均|平均)/u;

/**
 * The years a clause counts itself, and whether the clauses after it go on with them; null where it counts none.
 * An average of some years stands alone among figures of one.
 */
export function readCountedYears(
  clause: string,
  current: Period | null,
): { readonly period: Period; readonly goesOn: boolean } | null {
  if (!current || current.fromYear !== undefined) return null;
  const { count, how } = COUNTED_YEARS.exec(clause)?.groups ?? {};
  const length = '一二三四五六七八九十'.indexOf((count ?? '').replace('两', '二')) + 1 || Number(count);
  if (!count || !how) return null;
  const { year, kind } = current;
  const period: Period =
    kind === 'target'
      ? { fromYear: year, year: year + length - 1, kind }
      : { fromYear: year - length + 1, year, kind };
  return { period, goesOn: !how.includes('均') };
}
