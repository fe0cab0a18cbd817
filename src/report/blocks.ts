import {
  type CountingStyle,
  type Heading,
  isPlainHeading,
  isStatement,
  readCountedPoint,
  readHeading,
} from './headings.ts';
import type { Line } from './lines.ts';
import { isHeadedParagraph } from './run-in-headings.ts';
import type { Span } from './span.ts';

/** A line of content once headings are told from paragraphs. */
export type Block =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'paragraph'; readonly span: Span };

/** How the families of headings begin that only count: `一是……`, `第一,……`. */
const COUNTED = 'counted';

export const isCountedFamily = (family: string): boolean => family.startsWith(COUNTED);

/** A long line or a sentence: what a paragraph has and a title has not. */
export const MIN_PARAGRAPH_CHARS = 40;

/** Whether a line is text rather than a title or heading. */
export function isParagraph(text: string): boolean {
  return /[。;]/u.test(text) || text.length >= MIN_PARAGRAPH_CHARS;
}

/** Tells headings from paragraphs, in order. */
export function readBlocks(folded: string, lines: readonly Line[]): Block[] {
  const points = findCountedPoints(folded, lines);
  const families = new Set<string>();
  return lines.flatMap((line, index): Block[] => {
    const heading = readHeading(folded, line) ?? points.get(line) ?? null;
    if (heading) families.add(heading.family);
    const isOwnLine = heading !== null && heading.rest.start === heading.rest.end;
    const isPoint = isOwnLine && isStatement(line) && headsNothing(folded, lines[index + 1], families);
    if (heading && !isPoint) {
      return isOwnLine
        ? [{ kind: 'heading', heading }]
        : [
            { kind: 'heading', heading },
            { kind: 'paragraph', span: heading.rest },
          ];
    }
    const next = lines[index + 1];
    const opensText = next !== undefined && (isParagraph(next.text) || readHeading(folded, next) !== null);
    if (opensText && isPlainHeading(line.text)) {
      const rest = { start: line.end, end: line.end };
      return [{ kind: 'heading', heading: { start: line.start, end: line.end, family: 'plain', rest } }];
    }
    return [{ kind: 'paragraph', span: { start: line.start, end: line.end } }];
  });
}

/**
 * Whether nothing is told below a heading: the next line is a heading of its rank or above, of a family that came before.
 * `(一)新建养老服务站12个。(二)……`: short points, each a sentence of its own.
 */
function headsNothing(folded: string, next: Line | undefined, families: ReadonlySet<string>): boolean {
  if (!next) return true;
  const heading = readHeading(folded, next);
  return heading !== null && families.has(heading.family);
}

/** Fewer paragraphs that count up are no outline. */
const MIN_POINTS = 3;

/** Paragraphs that count up between two headings, each opened by its name: headings in all but their mark. */
function findCountedPoints(folded: string, lines: readonly Line[]): ReadonlyMap<Line, Heading> {
  return new Map([...findPointsOfStyle(folded, lines, 'is'), ...findPointsOfStyle(folded, lines, 'th')]);
}

function findPointsOfStyle(
  folded: string,
  lines: readonly Line[],
  style: CountingStyle,
): ReadonlyMap<Line, Heading> {
  const found = new Map<Line, Heading>();
  let run: [Line, Heading][] = [];
  const close = (): void => {
    if (run.length >= MIN_POINTS && (style === 'is' || areSections(lines, run)))
      for (const [line, heading] of run) found.set(line, heading);
    run = [];
  };
  for (const line of lines) {
    if (readHeading(folded, line)) close();
    const point = readCountedPoint(folded, line);
    if (point?.style !== style) continue;
    if (point.count === 1) close();
    if (point.count !== run.length + 1) continue;
    const rest = { start: point.end + 1, end: line.end };
    run.push([line, { start: line.start, end: point.end, family: `${COUNTED}-${style}`, rest }]);
  }
  close();
  return found;
}

/** `第一,` also counts mere arguments, each a paragraph: what it heads is told in more than one. */
function areSections(lines: readonly Line[], run: readonly (readonly [Line, Heading])[]): boolean {
  const places = run.map(([line]) => lines.indexOf(line));
  return places.some((place, index) => (places[index + 1] ?? place) - place > 1);
}

/** The paragraphs that are headed by their first sentence, as at least one other between the same headings is. */
export function findHeadedParagraphs(folded: string, blocks: readonly Block[]): ReadonlySet<Span> {
  const found = new Set<Span>();
  let run: Span[] = [];
  for (const block of [...blocks, null]) {
    if (block?.kind === 'paragraph') {
      if (isHeadedParagraph(folded, block.span)) run.push(block.span);
      continue;
    }
    if (run.length > 1) for (const span of run) found.add(span);
    run = [];
  }
  return found;
}
