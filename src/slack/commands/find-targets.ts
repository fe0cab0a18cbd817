import type { Target } from '../../targets/target.ts';
import { findMeant } from './find-name.ts';

/** What a target is called by, and where it stands. */
export type Named = Pick<Target, 'id' | 'name' | 'section'> & Partial<Pick<Target, 'year' | 'kind'>>;

/** The targets of that name; without one, those whose names hold every word, else the one that is nearly called so. */
export function findTargets(targets: readonly Named[], words: readonly string[]): readonly Named[] {
  const exact = findExactly(targets, words.join(''));
  if (exact.length > 0) return exact;
  const parts = words.map(bare);
  const holding = targets.filter(({ name }) => parts.every((part) => part !== '' && holdsPart(name, part)));
  if (holding.length > 0) return holding;
  const near = findNearly(targets, words.join(''));
  if (near.length > 0) return near;
  const short = findShortened(targets, words.join(''));
  return short.length > 0 ? short : findReordered(targets, words.join(''));
}

/** Whether a name has a part in it, or words that are shortened to it: 福彩 is 福利彩票 as well. */
export function holdsPart(name: string, part: string): boolean {
  const [whole, sought] = [bare(name), bare(part)];
  return whole.includes(sought) || (sought.length > 1 && isShortenedIn(sought, whole));
}

/** Words of two characters are shortened to their first ones, which so are every other one. */
function isShortenedIn(short: string, name: string): boolean {
  const last = name.length - 2 * short.length;
  for (let start = 0; start <= last; start += 1) {
    if ([...short].every((character, index) => name[start + 2 * index] === character)) return true;
  }
  return false;
}

/** A shorter one is a part of many names by chance. */
const MIN_SHORT_CHARS = 3;

/** The one target whose name was shortened: its characters in their order, the last of them its last: 养老站. */
function findShortened(targets: readonly Named[], typed: string): readonly Named[] {
  const short = bare(typed);
  if (short.length < MIN_SHORT_CHARS) return [];
  const found = targets.filter(({ name }) => isShortOf(short, bare(name)));
  return found.length === 1 ? found : [];
}

function isShortOf(short: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === short[at]) at += 1;
  return at === short.length && short.at(-1) === name.at(-1);
}

/** Fewer words of two characters are in many names by chance. */
const MIN_REORDERED_CHARS = 6;

/** The one target whose name has the words of two characters in another order, the last of them its last: 养老示范中心. */
function findReordered(targets: readonly Named[], typed: string): readonly Named[] {
  const said = bare(typed);
  if (said.length < MIN_REORDERED_CHARS || said.length % 2 !== 0) return [];
  const words = said.match(/.{2}/gu) ?? [];
  const found = targets.filter(
    ({ name }) => bare(name).endsWith(words.at(-1) ?? '') && words.every((word) => bare(name).includes(word)),
  );
  return found.length === 1 ? found : [];
}

/** The targets of that name, or the one that is nearly called so. */
export function findNamed(targets: readonly Named[], name: string): readonly Named[] {
  const exact = findExactly(targets, name);
  return exact.length > 0 ? exact : findNearly(targets, name);
}

/** A digit too many is no slip but the value behind the name. */
function findNearly(targets: readonly Named[], typed: string): readonly Named[] {
  const named = targets
    .filter(({ name }) => digitsOf(name) === digitsOf(typed))
    .map((target) => ({ target, names: [bare(target.name)] }));
  const meant = findMeant(named, bare(typed));
  return meant ? [meant.target] : [];
}

function findExactly(targets: readonly Named[], name: string): readonly Named[] {
  return targets.filter((target) => bare(target.name) === bare(name) || target.id === name);
}

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Names are typed without their quotation marks. */
export const bare = (name: string): string => name.toLowerCase().replace(/[“”"「」\s]/gu, '');
