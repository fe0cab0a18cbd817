const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
};

/**
 * A mark right after or before a Chinese character, a quotation mark of Chinese, or a closing bracket. Brackets of a
 * formula (`(5000元 − 1000元) ÷ 1000元`) are none.
 */
const MARK = /(?<=[\p{Script=Han}”》）)%])[,:;?!(]|[,:;?!(](?=[\p{Script=Han}“《])/gu;

/** A bracket widened by {@link MARK} closes with its like, whatever stands before the end: `（提高到2.5）`. */
const HALF_CLOSED = /（([^（）()]*)\)/gu;

/**
 * Sets the marks of the bot's own Chinese in full width. Only for what it says itself: quotes keep the report's own.
 *
 * @example widenMarks('城市低保标准:546元(2018年)') // '城市低保标准：546元（2018年）'
 */
export function widenMarks(text: string): string {
  return text.replace(MARK, (mark) => FULL_WIDTH[mark] ?? mark).replace(HALF_CLOSED, '（$1）');
}

/** A question as it stands inside a sentence of the bot's own, which needs no question mark. */
export function bareQuestion(question: string): string {
  return question.replace(/[?？\s]+$/u, '');
}
