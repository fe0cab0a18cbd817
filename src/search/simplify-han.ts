import { ConverterBuilder } from 'opencc-js/core';
import * as t2cn from 'opencc-js/preset/t2cn';

/**
 * Forms the Taiwan table keeps although simplified text spells them otherwise; without them 牠們 never meets 它们.
 */
const REMAINING_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['牠', '它'],
  ['妳', '你'],
  ['祂', '他'],
]);

/** Their characters. */
const REMAINING = /[牠妳祂]/gu;

const UNITS = 2 ** 16;
const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

/** Marks of UTF-16 units: changed wherever it stands, and the last one of a phrase that is. */
const ALONE = 1;
const ENDS_PHRASE = 2;

/**
 * What conversion changes: characters, as marks by UTF-16 unit, and phrases without any of these, by their last character. Most
 * text holds none, and is spared a walk through the dictionaries, which are then not even loaded.
 */
const changing = findChanging();

function findChanging(): {
  readonly units: Uint8Array;
  readonly phrases: ReadonlyMap<string, readonly string[]>;
} {
  const units = new Uint8Array(UNITS);
  units.fill(ALONE, SURROGATES.first, SURROGATES.last + 1);
  for (const variant of REMAINING_VARIANTS.keys()) units[variant.charCodeAt(0)] = ALONE;
  const entries = [...Object.values(t2cn.from.tw ?? []), ...Object.values(t2cn.to.cn ?? [])]
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []));
  const longer: string[] = [];
  for (const entry of entries) {
    const gap = entry.indexOf(' ');
    const from = entry.slice(0, gap);
    if (from === entry.slice(gap + 1)) continue;
    if (from.length === 1) units[from.charCodeAt(0)] = ALONE;
    else longer.push(from);
  }
  const phrases = new Map<string, string[]>();
  for (const phrase of longer) {
    if ([...phrase].some((character) => units[character.charCodeAt(0)] === ALONE)) continue;
    const last = phrase.charAt(phrase.length - 1);
    units[last.charCodeAt(0)] = ENDS_PHRASE;
    phrases.set(last, [...(phrases.get(last) ?? []), phrase]);
  }
  return { units, phrases };
}

let convert: ((text: string) => string) | undefined;

/** Whether conversion never changes a character, whatever it stands beside. */
export const isNeverChanged = (character: string): boolean => changing.units[character.charCodeAt(0)] === 0;

/** Whether a text stays as it is when it is written in simplified characters. */
export function isSimplified(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const mark = changing.units[text.charCodeAt(at)];
    if (mark === ALONE) return false;
    if (
      mark === ENDS_PHRASE &&
      changing.phrases.get(text.charAt(at))?.some((phrase) => text.endsWith(phrase, at + 1))
    )
      return false;
  }
  return true;
}

/** No entry of a dictionary holds one of these marks, so that each stretch between them is converted by itself. */
const STRETCH = /[^,.:;!?。\n]+/gu;

/**
 * Writes text in simplified characters, as many as before. By OpenCC's Taiwan table, because it resolves 著/着 by phrase
 * where the general table leaves it. Its entries keep the number of characters (a test holds the dictionaries to that),
 * which is what lets offsets survive the conversion.
 */
export function simplifyHan(text: string): string {
  if (isSimplified(text)) return text;
  convert ??= ConverterBuilder(t2cn)({ from: 'tw', to: 'cn' });
  const simplify = convert;
  // Not added up character by character: such a text stays in memory as its pieces, at twenty times its size.
  return text.replace(STRETCH, (stretch) =>
    isSimplified(stretch)
      ? stretch
      : simplify(stretch).replace(REMAINING, (variant) => REMAINING_VARIANTS.get(variant) ?? variant),
  );
}
