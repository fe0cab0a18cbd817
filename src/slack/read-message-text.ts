/** Markup that Slack puts into message texts, with what a person reads in its place. */
const MARKUP: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // <@U123>, <@U123|name>, <!here>, <!subteam^S1|@team>: addresses, not words of the question.
  [/<[@!][^>]*>/gu, ' '],
  // An address of the web says nothing of what is asked; one that was given words is read by them.
  [/<https?:[^>|]*>/gu, ' '],
  [/https?:\/\/[!-;=?-~]+/gu, ' '],
  // <#C123|name>, <https://…|label>: the label; without one, the channel has no name.
  [/<#[^>|]*\|([^>]*)>/gu, '$1'],
  [/<#[^>]*>/gu, ' '],
  [/<[^>|]*\|([^>]*)>/gu, '$1'],
  [/<([^>]*)>/gu, '$1'],
  [/&lt;/gu, '<'],
  [/&gt;/gu, '>'],
  [/&amp;/gu, '&'],
];

/**
 * Emoji, which Slack writes as codes: `:+1::skin-tone-3:`. A name has a letter or a sign in it, `:100:` and `:1234:`
 * excepted; a colon after a digit belongs to a time or a ratio (`10:30:45`).
 */
const EMOJI_CODE = /(?<!\d):(?:(?=[\d_'-]*[a-z+-])[a-z\d_+'-]+|100|1234):/gu;

/** What a person wrote, without Slack's markup: mentions and emoji gone, links by their label, entities resolved. */
export function readMessageText(text: string): string {
  return (
    MARKUP.reduce(
      (read, [pattern, replacement]) => read.replace(pattern, replacement),
      text.replace(EMOJI_CODE, ' '),
    )
      .replace(/[ \t]+/gu, ' ')
      .trim()
      // Copied from the help into a message, where no slash is needed.
      .replace(/^\/policy(?:\s+|$)/iu, '')
  );
}

/** The ids of the people a text names with @, once each; the bot itself is none of them. */
export function readNamedPeople(text: string, botUserId: string | undefined): readonly string[] {
  const named = [...text.matchAll(/<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>/gu)].flatMap(([, id]) => id ?? []);
  return [...new Set(named)].filter((id) => id !== botUserId);
}
