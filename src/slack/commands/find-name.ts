import { soundOf } from '../../sounds.ts';

/** Shorter names have too many neighbours one edit away: 目标 and 目录 are both commands. */
const MIN_EDITED_CHARS = 3;

/** In a shorter name another character that does not even sound alike is another word: 转发周报 is not 补发周报. */
const MIN_REPLACED_CHARS = 5;

/** With one of these more, less or in another's place, the opposite is said: 未完成, 收到 of 没收到, 导入 of 导出; 我 asks for one's own. */
const TURNS_MEANING = /[未没不无非别停退取入出我]/u;

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

/**
 * One character too many, one too few, another one, or two that changed places; never one that turns the meaning.
 */
function isSlipOf(name: string, typed: string): boolean {
  if (Math.min(name.length, typed.length) < MIN_EDITED_CHARS || Math.abs(name.length - typed.length) > 1)
    return false;
  let start = 0;
  while (start < name.length && name[start] === typed[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(start + from);
  const [wanted = '', written = ''] = [name[start], typed[start]];
  if (wanted === typed[start + 1] && name[start + 1] === written) return rest(name, 2) === rest(typed, 2);
  if (name.length === typed.length)
    return rest(name, 1) === rest(typed, 1) && isReplaceable(name) && !TURNS_MEANING.test(wanted + written);
  return (
    (rest(name, 1) === rest(typed, 0) && !TURNS_MEANING.test(wanted)) ||
    (rest(name, 0) === rest(typed, 1) && !TURNS_MEANING.test(written))
  );
}

/** Letters are struck singly, so that one wrong is a slip in a short name, too. */
const isReplaceable = (name: string): boolean => name.length >= MIN_REPLACED_CHARS || /^[a-z]+$/u.test(name);
