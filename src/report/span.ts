/** A half-open range `[start, end)` of UTF-16 offsets into the source text of one report. */
export type Span = {
  readonly start: number;
  readonly end: number;
};

/** Returns the source text a span covers. Quotes are always made this way, never retyped. */
export function sliceSpan(source: string, span: Span): string {
  return source.slice(span.start, span.end);
}

/** Whether `inner` lies completely inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Shrinks a span so that it neither starts nor ends with white space. */
export function trimSpan(source: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(source.charAt(start))) start += 1;
  while (end > start && /\s/u.test(source.charAt(end - 1))) end -= 1;
  return { start, end };
}
