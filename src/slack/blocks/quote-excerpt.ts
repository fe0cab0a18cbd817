/** A stretch of a quote, with the stretches to be marked, as offsets into the quote. */
export type Marked = { readonly start: number; readonly end: number };

/** Where a quote may be cut: after the end of a sentence or line, else after the end of a clause. */
const CUTS: readonly RegExp[] = [/(?<=[。!?!?;;\n])/u, /(?<=[,,、::])/u];

/**
 * The longest run of whole sentences (or clauses, when one sentence alone is too long) around the first mark
 * that stays within `maxCharacters`. Never cuts inside a clause, hence never inside a number. Null when not even
 * the clause with the mark fits.
 */
export function excerptAround(quote: string, mark: Marked, maxCharacters: number): Marked | null {
  if (quote.length <= maxCharacters) return { start: 0, end: quote.length };
  for (const cut of CUTS) {
    const pieces = cutPieces(quote, cut);
    const first = pieces.findIndex((piece) => piece.end > mark.start);
    const last = Math.max(
      first,
      pieces.findIndex((piece) => piece.end >= mark.end),
    );
    const excerpt = growAround(pieces, { first, last }, maxCharacters);
    if (excerpt) return excerpt;
  }
  return null;
}

function cutPieces(quote: string, cut: RegExp): Marked[] {
  let start = 0;
  return quote.split(cut).map((piece) => {
    const span = { start, end: start + piece.length };
    start = span.end;
    return span;
  });
}

/** Takes pieces in turn from after and before until the next would be too long. */
function growAround(
  pieces: readonly Marked[],
  { first, last }: { readonly first: number; readonly last: number },
  maxCharacters: number,
): Marked | null {
  const start = pieces[first]?.start;
  const end = pieces[last]?.end;
  if (start === undefined || end === undefined || end - start > maxCharacters) return null;
  const after = pieces[last + 1];
  if (after && after.end - start <= maxCharacters) {
    return growAround(pieces, { first, last: last + 1 }, maxCharacters);
  }
  const before = pieces[first - 1];
  if (before && end - before.start <= maxCharacters) {
    return growAround(pieces, { first: first - 1, last }, maxCharacters);
  }
  return { start, end };
}
