/** What people leave open in a draft: `(?)`, `( )`, `____`, `××个`, `[数字]`. Matched on normalised text. */
const BLANK =
  /[([【]\s*(?:[?_…*]*|数字?|几|填空|此处空|待(?:填|补|核)|n|xx?)\s*[)\]】]|_{2,}|-{3,}|(?<=[\u4e00-\u9fff])\s*(?:×{1,3}|[x*]{2,3}|\?{2,})(?=[\u4e00-\u9fff%])/giu;

/** Asks for what stands in the blank, after a draft that shows it: `,这个空填几`, `里面该填什么`. */
const FILLING =
  /[,。:"]*\s*(?:里|中)?(?:(?:这|那)?(?:一)?个?(?:空格?|括号|横线|下划线|问号|数字?)(?:里面?|上|处|中)?(?:应?该)?(?:是|填|写|补|怎么填)+|(?:应?该)?(?:填|补)(?:写|上|入)?)(?:什么|多少|几|啥|哪个|哪一个)?(?:数字?)?(?:呢|呀|啊)?\s*$/u;

/** What one is to do with a draft: `补全句子:`. */
const TASK = /^(?:请)?(?:帮我)?(?:补全|填空|补充|填写|完成)(?:这?句子?|一下|下|完整|题)?[::,]/u;

/** Turns the blanks of a draft into questions for what belongs there: `保障(?)万人` asks `保障多少万人`. */
export function fillBlanks(text: string): string {
  const filled = text.replace(TASK, '').replace(BLANK, '多少');
  return filled === text ? text : filled.replace(FILLING, '');
}
