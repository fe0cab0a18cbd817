import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let loaded: typeof import('pinyin-pro') | undefined;

/** The table of sounds takes 15 MB; most of what is typed is never compared by its sound. */
function load(): typeof import('pinyin-pro') {
  loaded ??= require('pinyin-pro') as typeof import('pinyin-pro');
  return loaded;
}

/** All readings of a character, without tones. */
export const soundsOfCharacter = (character: string): readonly string[] =>
  load().pinyin(character, { toneType: 'none', type: 'array', multiple: true });

/** How a text sounds, without tones, a syllable after the other. */
export const soundOf = (text: string): string =>
  load().pinyin(text, { toneType: 'none', type: 'array' }).join(' ');
