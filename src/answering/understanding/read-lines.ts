/** `1. `, `2、`, `(3)`, `①`, `- `: what marks a line as one of several. */
const ITEM_MARK = /^\s*(?:[(（]?\d{1,2}[)）.、．](?!\d)|[①-⑳]|[-*•])\s*/u;
/** What somebody else said, as Slack sends it. */
const QUOTED = /^\s*(?:>|&gt;)/u;
/** `:+1::skin-tone-3:`: emoji as Slack sends them. */
const EMOJI = /(?::[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*:)+/giu;

/**
 * Makes one line of a message: emoji and quoted talk are no part of the question, and each of several marked lines asks
 * one of its own. A message of nothing but quoted talk is taken as it is.
 */
export function readLines(message: string): string {
  const lines = message
    .replace(EMOJI, ' ')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !QUOTED.test(line));
  const kept = own.length > 0 ? own : lines;
  return kept
    .map((line) => (kept.length > 1 && ITEM_MARK.test(line) ? `${line.replace(ITEM_MARK, '')}?` : line))
    .join('\n')
    .replace(INLINE_MARK, (_mark, before: string) => (before === '' ? '' : `${before}?`));
}

/** `①城市低保标准②特困供养标准` in one line. */
const INLINE_MARK = /(\S|^)\s*[①-⑳]\s*/gu;
