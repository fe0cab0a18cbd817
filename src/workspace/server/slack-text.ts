/** Escapes what a person typed the way Slack stores it; only `&`, `<` and `>` are special. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Turns `@name` into Slack's `<@id>` for the names given, longest name first. The text must be escaped already. */
export function encodeMentions(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
) {
  return [...people]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((encoded, { id, name }) => encoded.replaceAll(`@${name}`, `<@${id}>`), text);
}
