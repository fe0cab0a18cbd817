import { unifyRadicals } from '../unify-radicals.ts';
import { isNeverChanged, simplifyHan } from './simplify-han.ts';

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

/** A base character with its combining marks, or a run of Hangul letters: what NFKC may join into one. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/uy;

/** For each UTF-16 unit, whether it is in its final form, alone or before another such. Most text is made of them. */
const finalUnits = findFinal();

function findFinal(): Uint8Array {
  const units = new Uint8Array(2 ** 16);
  const mark = (character: string): void => {
    if (isNeverChanged(character)) units[character.charCodeAt(0)] = 1;
  };
  for (let code = 0x4e00; code <= 0x9fff; code += 1) mark(String.fromCharCode(code));
  for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789 \n"\':;,.?!%()[]/+-~·、。') mark(character);
  return units;
}

/** Where the stretch of characters in their final form ends that begins at an offset. */
function findEndOfFinal(text: string, from: number): number {
  let end = from;
  while (end < text.length && finalUnits[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

/**
 * Puts text into the form that is indexed and searched: NFKC (full width, ligatures, circled digits), radicals as
 * ideographs, simplified characters, lower case, one spelling of quotes, dashes, colons and spaces, nothing invisible. Idempotent.
 */
export function normalizeText(text: string): string {
  if (findEndOfFinal(text, 0) === text.length) return text;
  let folded = '';
  foldClusters(text, (piece) => {
    folded += piece;
  });
  return simplifyHan(folded);
}

/** Creates a `normalizeText` for texts of which many come again. */
export function createNormalizer(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const normalized = known.get(text) ?? normalizeText(text);
    known.set(text, normalized);
    return normalized;
  };
}

/** Like `normalizeText`, and tells where each character came from, so that a match can be quoted verbatim. */
export function normalizeWithOffsets(source: string): NormalizedText {
  let folded = '';
  /** Of each character of `folded`, which may have two units. */
  const origins: number[] = [];
  foldClusters(source, (piece, origin, isSame) => {
    folded += piece;
    let at = origin;
    for (const _ of piece) origins.push(isSame ? at++ : origin);
  });

  const text = simplifyHan(folded);
  const offsets: number[] = [];
  let index = 0;
  for (const character of text) {
    const origin = origins[index] ?? source.length;
    for (let unit = 0; unit < character.length; unit += 1) offsets.push(origin);
    index += 1;
  }
  offsets.push(source.length);
  return { text, offsets };
}

/** Calls `take` with each piece of a text, folded, where it began, and whether it was in its final form before. */
function foldClusters(source: string, take: (folded: string, origin: number, isSame: boolean) => void): void {
  let at = 0;
  while (at < source.length) {
    const end = findEndOfFinal(source, at);
    // A mark that follows joins the last one.
    const safeEnd = end === source.length ? end : Math.max(at, end - 1);
    if (safeEnd > at) take(source.slice(at, safeEnd), at, true);
    at = safeEnd;
    const cluster = readCluster(source, at);
    take(foldCluster(cluster), at, false);
    at += cluster.length;
  }
}

/** The cluster at an offset; empty at the end of the text. */
function readCluster(source: string, at: number): string {
  const code = source.charCodeAt(at);
  const isUnit = code < 0xd800 || code > 0xdfff;
  // Nothing can be joined to it: the usual case, a mark of punctuation among characters in their final form.
  if (isUnit && finalUnits[source.charCodeAt(at + 1)] === 1) return source.charAt(at);
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(source)?.[0] ?? '';
}

/** Of the clusters of one UTF-16 unit that were met so far: there are some dozens in ordinary text. */
const foldedUnits = new Map<string, string>();

function foldCluster(cluster: string): string {
  if (cluster.length > 1) return foldAnew(cluster);
  const known = foldedUnits.get(cluster) ?? foldAnew(cluster);
  foldedUnits.set(cluster, known);
  return known;
}

function foldAnew(cluster: string): string {
  let folded = '';
  for (const character of unifyRadicals(cluster.normalize('NFKC')).toLowerCase()) {
    if (!INVISIBLE.test(character)) folded += MARKS.get(character) ?? character;
  }
  return folded;
}
