/** Markup that Slack puts into message texts, with what a person reads in its place. */
const MARKUP: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // <@U123>, <@U123|name>, <!here>, <!subteam^S1|@team>: addresses, not words of the question.
  [/<[@!][^>]*>/gu, ' '],
  // <#C123|name>, <https://…|label>: the label; without one, the channel has no name and the address stays.
  [/<#[^>|]*\|([^>]*)>/gu, '$1'],
  [/<#[^>]*>/gu, ' '],
  [/<[^>|]*\|([^>]*)>/gu, '$1'],
  [/<([^>]*)>/gu, '$1'],
  [/&lt;/gu, '<'],
  [/&gt;/gu, '>'],
  [/&amp;/gu, '&'],
];

/** What a person wrote, without Slack's markup: mentions gone, links by their label, entities resolved. */
export function readMessageText(text: string): string {
  return MARKUP.reduce((read, [pattern, replacement]) => read.replace(pattern, replacement), text)
    .replace(/[ \t]+/gu, ' ')
    .trim();
}
