import { ConverterBuilder } from 'opencc-js/core';
import * as t2cn from 'opencc-js/preset/t2cn';
import { unifyRadicals } from '../unify-radicals.ts';

/** Text in the one form that is indexed and searched, and where each of its UTF-16 units came from. */
export type NormalizedText = {
  readonly text: string;
  /**
   * `offsets[i]` is the source offset of the character that `text[i]` came from; `offsets[text.length]` is the
   * source length. So `source.slice(offsets[a], offsets[b])` is what stood where `text.slice(a, b)` stands.
   */
  readonly offsets: readonly number[];
};

/**
 * OpenCC's Taiwan table, because it resolves 著/着 by phrase where the general table leaves it. Its entries keep the
 * number of characters (a test holds the dictionaries to that), which is what lets offsets survive the conversion.
 */
const toSimplified = ConverterBuilder(t2cn)({ from: 'tw', to: 'cn' });

/**
 * One spelling for marks that are written in several ways and that NFKC leaves apart. Quotation marks of all shapes
 * fall together because writers pick them by script and keyboard, not by meaning.
 */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟「」『』﹁﹂﹃﹄《》〈〉«»',
    "'": '‘’‚‛`´',
    ':': '∶꞉',
    '-': '‐‑‒–—―−─━',
    '~': '〜∼～',
    '·': '•‧・∙⋅・',
    '[': '【〔〖',
    ']': '】〕〗',
    ' ': '\t\v\f\u2028\u2029',
    '\n': '\r\u0085',
  }).flatMap(([mark, spellings]) => [...spellings].map((spelling) => [spelling, mark])),
);

/** Characters that show nothing: zero-width spaces and joiners, soft hyphen, byte-order mark, variation selectors. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u;

/**
 * Forms the Taiwan table keeps although simplified text spells them otherwise; without them 牠們 never meets 它们.
 */
const REMAINING_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['牠', '它'],
  ['妳', '你'],
  ['祂', '他'],
]);

/** A base character with its combining marks, or a run of Hangul letters: what NFKC may join into one. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

/**
 * Puts text into the form that is indexed and searched: NFKC (full width, ligatures, circled digits), radicals as
 * ideographs, simplified characters, lower case, one spelling of quotes, dashes, colons and spaces, nothing invisible. Idempotent.
 */
export function normalizeText(text: string): string {
  return normalizeWithOffsets(text).text;
}

/** Like `normalizeText`, and tells where each character came from, so that a match can be quoted verbatim. */
export function normalizeWithOffsets(source: string): NormalizedText {
  const characters: string[] = [];
  const origins: number[] = [];
  for (const match of source.matchAll(CLUSTER)) {
    for (const character of foldCluster(match[0])) {
      characters.push(character);
      origins.push(match.index);
    }
  }

  let text = '';
  const offsets: number[] = [];
  let index = 0;
  for (const character of toSimplified(characters.join(''))) {
    const variant = REMAINING_VARIANTS.get(character) ?? character;
    const origin = origins[index] ?? source.length;
    for (let unit = 0; unit < variant.length; unit += 1) offsets.push(origin);
    text += variant;
    index += 1;
  }
  offsets.push(source.length);
  return { text, offsets };
}

function foldCluster(cluster: string): string {
  const code = cluster.charCodeAt(0);
  // Common Han characters and lower-case ASCII are already in their final form; most text is made of them.
  if (cluster.length === 1 && ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a))) {
    return cluster;
  }
  let folded = '';
  for (const character of unifyRadicals(cluster.normalize('NFKC')).toLowerCase()) {
    if (!INVISIBLE.test(character)) folded += MARKS.get(character) ?? character;
  }
  return folded;
}
