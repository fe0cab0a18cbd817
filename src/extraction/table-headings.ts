import { isUnit, YEAR } from './cell-text.ts';

/** What stands above a column or before a row: the time it says, what it names, and the unit it gives in brackets. */
export type Heading = { readonly time: string; readonly name: string; readonly unit: string };

/** What of a heading says the time, which stands before what is measured. */
const TIME =
  /^((?:19|20)\d{2}年(?:度|末|底|\d{1,2}(?:[-—~至]\d{1,2})?月(?:末|底)?|第?[一二三四]季度|[上下]半年)?|本年|上年|去年|今年|当年|本月|上月|年末|年底|年初(?!预算|计划|目标|安排)|第?[一二三四]季度|前三季度|[上下]半年|全年|\d{1,2}(?:[-—~至]\d{1,2})?月(?:末|底|份)?)/u;
/** A time that needs a year: `年末`, `一季度`, `12月`. */
const WITHIN_YEAR = /^(?:年[末底初]|第?[一二三四]季度|前三季度|[上下]半年|全年|\d{1,2}.*月(?:末|底|份)?)$/u;
const CHANGE_WORD = '增长|增减|增幅|增速|增加|减少|同比|比上年|较上年|变化|变动|升降';
/** Headings of what changed between the years beside them. */
const CHANGE = new RegExp(CHANGE_WORD, 'u');
/** Headings of a change that do not say of what: it is the column to the left. */
const MERE_CHANGE =
  /^(?:同比|环比|[比较](?:上年|去年)(?:同期|末)?|[比较]上年同期)?(?:增长|增减|增幅|增速|增加|减少|变化|变动|升降)?(?:额|率|量|数|幅度?|速度)?$/u;
/** Headings that say no more than that there is a number. */
const MERE_NUMBER = /^(?:数|数量|总量|数值|数额|绝对数|本期数?|实绩|指标值)$/u;
const OF_THAT = /^其中[:：]?/u;
const BRACKET = /[（(]([^（）()]{1,10})[）)]$/u;
const YEAR_PRINTED = /(?:19|20)\d{2}年/u;

export const isChange = (name: string): boolean => CHANGE.test(name);
const isMereChange = (name: string): boolean => CHANGE.test(name) && MERE_CHANGE.test(name);
export const hasYear = (text: string): boolean => YEAR_PRINTED.test(text);

/** `养老床位（张）` names `养老床位` in `张`; `同比±%` is in `%`; brackets that hold no unit stay. */
export function readLabel(text: string): Omit<Heading, 'time'> {
  const bracket = BRACKET.exec(text);
  const unit = bracket?.[1]?.replace(/^单位[:：]\s*/u, '') ?? '';
  if (bracket && isUnit(unit)) return { name: text.slice(0, bracket.index), unit };
  const percent = /[（(]?[±+-]*[%％][）)]?$/u.exec(text);
  return percent ? { name: text.slice(0, percent.index), unit: '%' } : { name: text, unit: '' };
}

/** A year of a heading or row as it is said: `2022` is `2022年`. */
export const sayYear = (text: string): string =>
  YEAR.test(text) && !text.includes('年') ? `${text}年` : text;

/** `2022年预算（万元）`: time, name and unit; also where the heading is only `2022`. `#专任教师` is some of them. */
function readHeading(printed: string): Heading {
  const text = printed.replace(/^[#＃]\s*/u, '其中');
  if (YEAR.test(text)) return { time: sayYear(text), name: '', unit: '' };
  const time = TIME.exec(text)?.[1] ?? '';
  return { time, ...readLabel(text.slice(time.length)) };
}

/** What the headings of several levels above one column say together, the unit of whichever level last gives one. */
export function joinHeading(levels: readonly string[]): Heading {
  const parts = [...new Set(levels)].map(readHeading);
  const name = joinDistinct(parts.map((part) => part.name));
  return {
    time: joinDistinct(parts.map(({ time }) => time)),
    name: MERE_NUMBER.test(name) ? '' : name,
    unit: parts.findLast(({ unit }) => unit !== '')?.unit ?? '',
  };
}

/** Headings that say what they are of only by where they stand: `其中：规上企业` and `同比` after what is measured. */
export function relateHeadings(headings: readonly Heading[], labels: readonly number[]): Heading[] {
  const related: Heading[] = [];
  for (const [column, heading] of headings.entries()) {
    const left = headings.slice(0, column).findLastIndex(({ name }, index) => {
      return labels.includes(index) || !(OF_THAT.test(name) || isMereChange(name));
    });
    const base = labels.includes(left) ? undefined : headings[left];
    const isPart = OF_THAT.test(heading.name);
    if (!base || base.time !== heading.time || (!isPart && !isMereChange(heading.name)))
      related.push(heading);
    else
      related.push({
        time: heading.time,
        name: base.name + heading.name.replace(OF_THAT, '其中'),
        unit: heading.unit || (isPart ? base.unit : ''),
      });
  }
  return related;
}

/** Headings that leave to the title of the table what is measured: `比上年增长`, `金额`. */
const OF_TITLE = /^金额/u;

/** Whether no heading says what is measured of its rows. */
export const nameNoMeasure = (headings: readonly Heading[]): boolean =>
  headings.length > 0 &&
  headings.every(({ name }) => {
    const rest = name.replace(OF_TITLE, '');
    return rest === '' || isMereChange(rest);
  });

/** A heading below a title that says what is measured. */
export const dropTitleMeasure = (name: string): string => name.replace(OF_TITLE, '');

/** The year for a time that says none, of the time that is given for the whole table. */
export function completeTime(time: string, whole: string): string {
  const year = /^(?:19|20)\d{2}年/u.exec(whole)?.[0];
  if (year === undefined || !WITHIN_YEAR.test(time)) return time;
  return year + time.replace(/^年/u, '');
}

/** Whether headings say the times themselves, so that the title's is none of theirs. */
export const sayTimes = (headings: readonly Heading[]): boolean =>
  headings.some(({ time }) => time !== '' && !WITHIN_YEAR.test(time));

/** The latest year among the headings: the one a change beside them leads to. */
export function findNewestTime(headings: readonly Heading[]): string {
  const times = headings.map(({ time }) => time).filter((time) => /^\d{4}年/u.test(time));
  return times.toSorted().at(-1) ?? '';
}

/** The headings over one cell, with the time they share said once: `2022年预算、决算`. */
export function joinCovered(covered: readonly Heading[]): Omit<Heading, 'unit'> {
  const times = [...new Set(covered.map(({ time }) => time))];
  const [time = ''] = times;
  return times.length === 1
    ? {
        time,
        name: joinDistinct(
          covered.map(({ name }) => name),
          '、',
        ),
      }
    : {
        time: '',
        name: joinDistinct(
          covered.map((heading) => heading.time + heading.name),
          '、',
        ),
      };
}

export function joinDistinct(parts: readonly string[], separator = ''): string {
  return [...new Set(parts.filter((part) => part !== ''))].join(separator);
}
