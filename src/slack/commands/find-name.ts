import { soundOf } from '../../sounds.ts';

/** Shorter names have too many neighbours one edit away: 目标 and 目录 are both commands. */
const MIN_EDITED_CHARS = 3;

/**
 * Finds the one entry whose name was meant: written as it is, else sounding the same with a character in common (填抱 for
 * 填报), else one slip of typing away. Undefined when none is, or when it could be more than one.
 */
export function findMeant<Entry extends { readonly names: readonly string[] }>(
  entries: readonly Entry[],
  typed: string,
): Entry | undefined {
  const exact = entries.find(({ names }) => names.includes(typed));
  if (exact) return exact;
  return (
    findOnly(entries, (name) => soundsLike(name, typed)) ?? findOnly(entries, (name) => isSlipOf(name, typed))
  );
}

function findOnly<Entry extends { readonly names: readonly string[] }>(
  entries: readonly Entry[],
  isMeant: (name: string) => boolean,
): Entry | undefined {
  const [only, ...others] = entries.filter(({ names }) => names.some(isMeant));
  return others.length === 0 ? only : undefined;
}

function soundsLike(name: string, typed: string): boolean {
  if (name.length !== typed.length || name.length < 2) return false;
  const hasCommon = [...name].some((character, index) => character === typed[index]);
  return hasCommon && soundOf(name) === soundOf(typed);
}

/** One character too many, one too few, another one, or two that changed places. */
function isSlipOf(name: string, typed: string): boolean {
  if (name.length < MIN_EDITED_CHARS || Math.abs(name.length - typed.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === typed[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(start + from);
  return (
    rest(name, 1) === rest(typed, 1) ||
    rest(name, 1) === rest(typed, 0) ||
    rest(name, 0) === rest(typed, 1) ||
    (name[start] === typed[start + 1] && name[start + 1] === typed[start] && rest(name, 2) === rest(typed, 2))
  );
}
