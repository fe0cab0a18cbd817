import { unifyRadicals } from '../unify-radicals.ts';

/**
 * Maps full-width ASCII, small forms, the ideographic space, the ratio sign and radicals to their common forms, character
 * by character. The result has the length of the input, so an offset into one is an offset into the other: parsing works
 * on folded text and slices the source.
 *
 * @example foldWidth('\uff08\uff11\u2236\uff12\uff09') // '(1:2)'
 */
export function foldWidth(text: string): string {
  return unifyRadicals(text).replace(
    /[\uff01-\uff5e\u3000\u00a0\u2236\ufe30\ufe50-\ufe6b]/gu,
    (character) => {
      if (character === '\u2236' || character === '\ufe30') return ':';
      const folded = character.normalize('NFKC');
      return folded.length === 1 ? folded : character;
    },
  );
}
