/** Asks for a day or a month, or for the first and last of some years. */
const ASKS_DATE =
  /什么(?:时候|时间|日子)|何时|哪一?[天日]|哪个?月|几月|几[号日](?!楼|线)|从(?:哪|什么)[^,]{0,3}年[^,]*到|(?:哪|什么)一?年(?:起|开始)/u;
const SAYS_DATE =
  /[\d一二三四五六七八九十]{1,3}[月日]|(?:19|20)\d{2}年|[年月][底末初中]|[上下]半年|季度|清明|春节|国庆|节前|期间|首日|之前|以前|[上中下]旬/u;

/** Whether a question (normalised) asks when something is, more closely than the year a report is about. */
export const asksForDate = (text: string): boolean => ASKS_DATE.test(text);

/** Asks of which year something is, one of any or one of two. */
const ASKS_YEAR = /(?:哪|什么)一?年(?!起|开始)|(?:去年|今年|\d年).*还是.*(?:去年|今年|\d年)/u;

/** Whether a question (normalised) tells something and asks of which year it is (`设30个是去年的还是今年的`). */
export const asksOfWhichYear = (text: string): boolean => ASKS_YEAR.test(text);

/** Whether a sentence tells of a time within a year, or of a year by its number. */
export const saysDate = (text: string): boolean => SAYS_DATE.test(text);
