/** A string or template of a TypeScript file, `▢` standing for each interpolation, and the line it begins on. */
export type Literal = { readonly text: string; readonly line: number };

/** What may stand right before a regular expression, and not before a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};]|return|=>)\s*$/u;

/** Reads the strings of a file: enough of the language for this project's own sources. */
export function readLiterals(source: string): readonly Literal[] {
  const literals: Literal[] = [];
  let at = 0;
  const lineOf = (index: number): number => source.slice(0, index).split('\n').length;

  function skipCode(isInside: (character: string) => boolean): void {
    let depth = 0;
    let before = '';
    while (at < source.length) {
      const character = source[at] ?? '';
      if (depth === 0 && !isInside(character)) return;
      if (source.startsWith('//', at)) at = endOf('\n', at);
      else if (source.startsWith('/*', at)) at = endOf('*/', at + 2);
      else if (character === "'" || character === '"') readString(character);
      // `String.raw` writes patterns, which speak to nobody.
      else if (character === '`') readTemplate(before.endsWith('String.raw'));
      else if (character === '/' && BEFORE_REGEX.test(before.slice(-12))) skipRegex();
      else {
        if (character === '{') depth += 1;
        if (character === '}') depth -= 1;
        at += 1;
        before += character;
        continue;
      }
      before += ' x';
    }
  }

  function endOf(mark: string, from: number): number {
    const found = source.indexOf(mark, from);
    return found === -1 ? source.length : found + mark.length;
  }

  function readString(quote: string): void {
    const start = at;
    at += 1;
    while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
    literals.push({ text: source.slice(start + 1, at), line: lineOf(start) });
    at += 1;
  }

  function readTemplate(isPattern: boolean): void {
    const start = at;
    let text = '';
    at += 1;
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        at += 2;
        skipCode((character) => character !== '}');
        text += '▢';
        at += 1;
      } else {
        const length = source[at] === '\\' ? 2 : 1;
        text += source.slice(at, at + length);
        at += length;
      }
    }
    if (!isPattern) literals.push({ text, line: lineOf(start) });
    at += 1;
  }

  function skipRegex(): void {
    let isClass = false;
    at += 1;
    while (at < source.length && (isClass || source[at] !== '/')) {
      if (source[at] === '\\') at += 1;
      else if (source[at] === '[') isClass = true;
      else if (source[at] === ']') isClass = false;
      at += 1;
    }
    at += 1;
  }

  skipCode(() => true);
  return literals;
}
