const NUMBER_AND_MARKS = /^(?:第|共|页|page|of|\d+|[ivxlⅰ-ⅻⅠ-Ⅻ]+|[-—–―·.\s~〜/／,，])+$/iu;

/** Whether a line of a header or footer only counts pages: `— 3 —`, `第3页 共12页`, `3/12`. */
export function isPageNumber(text: string): boolean {
  return NUMBER_AND_MARKS.test(text) && /\d|^[^\p{L}\d]*[ivxlⅰ-ⅻ]+[^\p{L}\d]*$/iu.test(text);
}
