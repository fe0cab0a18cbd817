import type { Span } from './span.ts';
import { trimSpan } from './span.ts';

/** A physical line without its line end and surrounding white space; `number` counts from 1. */
export type Line = Span & { readonly number: number; readonly text: string };

/**
 * Splits a source into lines at LF, CRLF or CR, keeping offsets into the source as received.
 * A byte-order mark is white space and therefore in no line. Blank lines are kept, empty.
 */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/gu;
  let start = 0;
  for (;;) {
    const found = breaks.exec(source);
    const span = trimSpan(source, { start, end: found?.index ?? source.length });
    lines.push({ ...span, number: lines.length + 1, text: source.slice(span.start, span.end) });
    if (!found) return lines;
    start = breaks.lastIndex;
  }
}

/** The number of the line, counted from 1, that an offset into a source stands in. */
export function lineNumberAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|\n|\r/u).length;
}
