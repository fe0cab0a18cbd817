import type { Figure } from './figures.ts';
import type { Report } from './report.ts';
import { type Span, sliceSpan } from './span.ts';

/** A text with some stretches of its source left out, and the way from the one to the other. */
export type JoinedText = {
  readonly text: string;
  toSource<Place extends Span>(place: Place): Place;
  toJoined<Place extends Span>(place: Place): Place;
};

/** A piece of the source that is kept, and where it begins in the joined text. */
type Piece = Span & { readonly at: number };

/** The last of some pieces in order that begins at a place or before it. */
function lastAt(pieces: readonly Piece[], place: number, beginOf: (piece: Piece) => number): Piece {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const piece = pieces[middle];
    if (piece !== undefined && beginOf(piece) <= place) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { start: 0, end: place, at: 0 };
}

/** Leaves stretches out of a source; they are in order and do not overlap. */
export function joinText(source: string, leftOut: readonly Span[]): JoinedText {
  const kept: Piece[] = [];
  let at = 0;
  let start = 0;
  for (const { start: end, end: next } of [...leftOut, { start: source.length, end: source.length }]) {
    kept.push({ start, end, at });
    at += end - start;
    start = next;
  }
  const sourceOf = (offset: number): number => {
    const piece = lastAt(kept, offset, ({ at: begin }) => begin);
    return piece.start + offset - piece.at;
  };
  const joinedOf = (offset: number): number => {
    const piece = lastAt(kept, offset, ({ start: begin }) => begin);
    return piece.at + Math.min(offset, piece.end) - piece.start;
  };
  return {
    text: kept.map((piece) => sliceSpan(source, piece)).join(''),
    // A place ends right behind its last character, not before the next one.
    toSource: (place) => ({
      ...place,
      start: sourceOf(place.start),
      end: place.end > place.start ? sourceOf(place.end - 1) + 1 : sourceOf(place.start),
    }),
    toJoined: (place) => ({ ...place, start: joinedOf(place.start), end: joinedOf(place.end) }),
  };
}

type Move = <Place extends Span>(place: Place) => Place;

/** Moves every place of a report; what is no place stays. */
export function moveReport(report: Report, move: Move): Report {
  return {
    ...report,
    titles: report.titles.map(move),
    publisher: report.publisher && move(report.publisher),
    sections: report.sections.map((section) => ({ ...move(section), heading: move(section.heading) })),
    items: report.items.map((item) => ({ ...move(item), lead: item.lead && move(item.lead) })),
    sentences: report.sentences.map((sentence) => ({
      ...move(sentence),
      clauses: sentence.clauses.map(move),
    })),
    exclusions: report.exclusions.map(move),
  };
}

/** Moves every place of what was extracted. */
export function moveFigure(figure: Figure, move: Move): Figure {
  return {
    ...move(figure),
    value: move(figure.value),
    clause: move(figure.clause),
    own: figure.own.map(move),
    reference: figure.reference && move(figure.reference),
    shared: figure.shared.map(move),
    carried: figure.carried.map(move),
    basis: figure.basis && move(figure.basis),
  };
}

/** The words of a place as they are read: without the line breaks that only the page made. */
export function readSpan(report: Report, span: Span): string {
  const breaks = report.pageBreaks.filter(({ start, end }) => span.start < end && start < span.end);
  return joinText(
    sliceSpan(report.source, span),
    breaks.map(({ start, end }) => ({
      start: Math.max(start, span.start) - span.start,
      end: Math.min(end, span.end) - span.start,
    })),
  ).text;
}
