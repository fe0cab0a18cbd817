/** A stretch of Slack mrkdwn. `<…>` forms are decoded; entities are unescaped. */
export type MrkdwnPart =
  | { readonly kind: 'text' | 'code' | 'preformatted'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly parts: readonly MrkdwnPart[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string }
  | { readonly kind: 'special'; readonly label: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Code first, then `<…>`, then styles: an opening mark after a non-word, a closing one before a non-word. */
const TOKEN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\4(?![\p{L}\p{N}])/u;

/** Parses Slack mrkdwn (docs.slack.dev/messaging/formatting-message-text). */
export function parseMrkdwn(source: string): readonly MrkdwnPart[] {
  const parts: MrkdwnPart[] = [];
  const lines = source.split('\n');
  let plain: string[] = [];
  let quoted: string[] = [];
  const flush = () => {
    if (plain.length > 0) parts.push(...parseInline(plain.join('\n')));
    if (quoted.length > 0) parts.push({ kind: 'quote', parts: parseInline(quoted.join('\n')) });
    plain = [];
    quoted = [];
  };
  for (const line of lines) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote === null) {
      if (quoted.length > 0) flush();
      plain.push(line);
    } else {
      if (plain.length > 0) flush();
      quoted.push(quote[1] ?? '');
    }
  }
  flush();
  return parts;
}

function parseInline(source: string): readonly MrkdwnPart[] {
  const parts: MrkdwnPart[] = [];
  let rest = source;
  for (let match = TOKEN.exec(rest); match !== null; match = TOKEN.exec(rest)) {
    const [whole, block, code, angle, mark, styled] = match;
    if (match.index > 0) parts.push({ kind: 'text', text: unescapeText(rest.slice(0, match.index)) });
    if (block !== undefined) parts.push({ kind: 'preformatted', text: unescapeText(block) });
    else if (code !== undefined) parts.push({ kind: 'code', text: unescapeText(code) });
    else if (angle !== undefined) parts.push(parseAngle(angle));
    else if (isMark(mark)) parts.push({ kind: MARKS[mark], parts: parseInline(styled ?? '') });
    rest = rest.slice(match.index + whole.length);
  }
  if (rest !== '') parts.push({ kind: 'text', text: unescapeText(rest) });
  return parts;
}

function isMark(mark: string | undefined): mark is keyof typeof MARKS {
  return mark !== undefined && Object.hasOwn(MARKS, mark);
}

function parseAngle(content: string): MrkdwnPart {
  const [target = '', label] = content.split('|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1) };
  // Dates (`!date^seconds^format|fallback`) show their fallback; mentions of everyone show their name.
  if (target.startsWith('!')) return { kind: 'special', label: label ?? `@${target.slice(1)}` };
  const url = unescapeText(target);
  return { kind: 'link', url, label: label === undefined ? url : unescapeText(label) };
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
