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

const REMAINING = new RegExp(`[${[...REMAINING_VARIANTS.keys()].join('')}]`, 'gu');

const UNITS = 2 ** 16;
const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

/**
 * For each UTF-16 unit, whether text that holds it may have to be converted: what conversion changes always holds one of
 * these. Most text holds none, and is spared a walk through the dictionaries, which are then not even loaded.
 */
const changingUnits = findChanging();

function findChanging(): Uint8Array {
  const units = new Uint8Array(UNITS);
  units.fill(1, SURROGATES.first, SURROGATES.last + 1);
  for (const variant of REMAINING_VARIANTS.keys()) units[variant.charCodeAt(0)] = 1;
  const entries = [...Object.values(t2cn.from.tw ?? []), ...Object.values(t2cn.to.cn ?? [])]
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []));
  const phrases: string[] = [];
  for (const entry of entries) {
    const gap = entry.indexOf(' ');
    const from = entry.slice(0, gap);
    if (from === entry.slice(gap + 1)) continue;
    if (from.length === 1) units[from.charCodeAt(0)] = 1;
    else phrases.push(from);
  }
  for (const phrase of phrases) {
    if (!holdsAny(phrase, units)) units[phrase.charCodeAt(phrase.length - 1)] = 1;
  }
  return units;
}

function holdsAny(text: string, units: Uint8Array): boolean {
  for (let at = 0; at < text.length; at += 1) if (units[text.charCodeAt(at)] === 1) return true;
  return false;
}

let convert: ((text: string) => string) | undefined;

/** Whether a text stays as it is when it is written in simplified characters, as far as one look at each tells. */
export const isSimplified = (text: string): boolean => !holdsAny(text, changingUnits);

/**
 * Writes text in simplified characters, as many as before. By OpenCC's Taiwan table, because it resolves 著/着 by phrase
 * where the general table leaves it. Its entries keep the number of characters (a test holds the dictionaries to that),
 * which is what lets offsets survive the conversion.
 */
export function simplifyHan(text: string): string {
  if (isSimplified(text)) return text;
  convert ??= ConverterBuilder(t2cn)({ from: 'tw', to: 'cn' });
  // Not added up character by character: such a text stays in memory as its pieces, at twenty times its size.
  return convert(text).replace(REMAINING, (variant) => REMAINING_VARIANTS.get(variant) ?? variant);
}
