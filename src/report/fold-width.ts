/**
 * Maps full-width ASCII, the ideographic space and the ratio sign to their ASCII forms, character by character.
 * The result has the length of the input, so an offset into one is an offset into the other: parsing works on
 * folded text and slices the source.
 *
 * @example foldWidth('\uff08\uff11\u2236\uff12\uff09') // '(1:2)'
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2236\ufe55]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    return code === 0x2236 || code === 0xfe55 ? ':' : ' ';
  });
}
