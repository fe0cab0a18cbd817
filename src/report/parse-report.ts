import { AppError } from '../errors.ts';
import { foldWidth } from './fold-width.ts';
import { classifyNoise, isByline, isPublisher } from './front-matter.ts';
import { type Heading, isPlainHeading, readCountedPoint, readHeading } from './headings.ts';
import { findItems } from './items.ts';
import { type Line, lineNumberAt, readLines } from './lines.ts';
import {
  findPeriodMentions,
  type PhraseReading,
  type ReportYears,
  readHeadingKind,
  readHeadingPeriod,
  readLeadingPeriod,
} from './periods.ts';
import type { Clause, Exclusion, Item, Period, Report, Section, Sentence } from './report.ts';
import { isUnderway, isWrittenThen, readReportPeriod, readReportYears } from './report-years.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { type Span, sliceSpan } from './span.ts';

/** A line of content once headings are told from paragraphs. */
type Block =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'paragraph'; readonly span: Span };

/** A long line or a sentence: what a paragraph has and a title has not. */
const MIN_PARAGRAPH_CHARS = 40;

/**
 * Parses a report into spans of its source: parts, sections, items, sentences and clauses, each with the period it
 * is about. Headings are recognised by their numbering or shape; a report without any becomes one section.
 *
 * @param id names the report in answers; the seed's file name without extension.
 * @throws AppError `report_invalid` with file and line when the text is not UTF-8 or holds nothing to quote.
 */
export function parseReport(id: string, source: string): Report {
  rejectUnreadable(id, source);
  const folded = foldWidth(source);
  const lines = readLines(folded);
  const exclusions: Exclusion[] = [];
  const content: Line[] = [];
  for (const line of lines) {
    const reason = classifyNoise(line.text);
    if (reason === null) content.push(line);
    else if (reason !== 'blank') exclusions.push({ start: line.start, end: line.end, reason });
  }
  const firstText = content.findIndex((line) => readHeading(folded, line) !== null || isParagraph(line.text));
  if (firstText < 0) {
    throw new AppError(
      'report_invalid',
      `${id}:1: no paragraph found; a report needs at least one sentence of content`,
    );
  }
  const bodyStart = opensBody(content, firstText) ? firstText - 1 : firstText;
  const frontMatter = content.slice(0, bodyStart).map(classifyFrontMatter);
  const titles = frontMatter.filter(({ reason }) => reason === 'title');
  exclusions.push(...frontMatter);
  const blocks = readBlocks(folded, content.slice(bodyStart));
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [sliceSpan(folded, block.heading)] : [],
  );
  const title = frontMatter.map((line) => sliceSpan(folded, line)).join(' ');
  const years = readReportYears({ title, headings, body: folded });
  return {
    id,
    source,
    titles,
    publisher: frontMatter.find(({ reason }) => reason === 'publisher') ?? null,
    years,
    exclusions: exclusions.sort((a, b) => a.start - b.start),
    ...buildTree({ source, folded, blocks, years, title }),
  };
}

function rejectUnreadable(id: string, source: string): void {
  const bad = source.search(/[\ufffd\0]/u);
  if (bad < 0) return;
  throw new AppError(
    'report_invalid',
    `${id}:${lineNumberAt(source, bad)}: a character that is not UTF-8 text; save the report as UTF-8`,
  );
}

function isParagraph(text: string): boolean {
  return /[。;]/u.test(text) || text.length >= MIN_PARAGRAPH_CHARS;
}

/**
 * Whether the line right above the first paragraph is a heading rather than the last line of the title: below another
 * title it names one year and looks back or ahead (`民政工作` / `2018年工作回顾` / text).
 */
function opensBody(content: readonly Line[], firstText: number): boolean {
  const [title, line, text] = [content[firstText - 2], content[firstText - 1], content[firstText]];
  if (!title || !line || !text || !isParagraph(text.text)) return false;
  if (classifyFrontMatter(title).reason !== 'title' || !isPlainHeading(line.text)) return false;
  const years = findPeriodMentions(line.text, null);
  return years.length === 1 && readHeadingKind(line.text) !== null && !/报告|年鉴|公报/u.test(line.text);
}

function classifyFrontMatter(line: Line): Exclusion {
  const reason = isByline(line.text) ? 'byline' : isPublisher(line.text) ? 'publisher' : 'title';
  return { start: line.start, end: line.end, reason };
}

function readBlocks(folded: string, lines: readonly Line[]): Block[] {
  const points = findCountedPoints(folded, lines);
  return lines.flatMap((line, index): Block[] => {
    const heading = readHeading(folded, line) ?? points.get(line) ?? null;
    if (heading) {
      const isOwnLine = heading.rest.start === heading.rest.end;
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

/** Fewer paragraphs that count up are no outline. */
const MIN_POINTS = 3;

/** Paragraphs that count up from `一是` between two headings, each opened by its name: headings in all but their mark. */
function findCountedPoints(folded: string, lines: readonly Line[]): ReadonlyMap<Line, Heading> {
  const found = new Map<Line, Heading>();
  let run: [Line, Heading][] = [];
  const close = (): void => {
    if (run.length >= MIN_POINTS) for (const [line, heading] of run) found.set(line, heading);
    run = [];
  };
  for (const line of lines) {
    if (readHeading(folded, line)) close();
    const point = readCountedPoint(folded, line);
    if (point?.count === 1) close();
    if (point?.count !== run.length + 1) continue;
    const rest = { start: point.end + 1, end: line.end };
    run.push([line, { start: line.start, end: point.end, family: COUNTED, rest }]);
  }
  close();
  return found;
}

const COUNTED = 'counted';

/** A paragraph that turns to the whole again after points that were counted: `各位代表!`, `这五年,……`, `同时,……`. */
const TURNS_BACK =
  /^(?:各位|同志们|过去|一年来|.{1,2}年来|这[一三五]?年|刚刚?过去|回顾|同时|此外|在看到|在肯定|尽管|总体看|总的看|与此同时|我们(?:也|深|清醒))/u;

/** Whether a paragraph only leads up to those after it: `一年来,我们主要做了以下工作:`. */
function isIntroduction(text: string): boolean {
  return /:$/u.test(text) || /(?:以下|如下|下列)[^。]{0,12}。?$/u.test(text);
}

/** While a year is under way, what a clause plans is not done yet. */
const PLANS = /(?:计划|预计|力争|争取|拟)(?!目标|完成|的|内|外)/u;

function whereBlocks(blocks: readonly Block[]): Span {
  const spans = blocks.map((block) => (block.kind === 'heading' ? block.heading : block.span));
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

type Tree = Pick<Report, 'sections' | 'items' | 'sentences'>;

function buildTree(input: {
  readonly source: string;
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly years: ReportYears | null;
  readonly title: string;
}): Tree {
  const { source, folded, blocks, years, title } = input;
  // A part that says nothing of the time goes on with what the one before it said, the first with what the title says.
  const reading: PhraseReading = { isUnderway: isUnderway(title, sliceSpan(folded, whereBlocks(blocks))) };
  const whole = readReportPeriod(title, years, reading);
  const sections: Section[] = [];
  const items: Item[] = [];
  const sentences: Sentence[] = [];
  /** `period`: what the section is about from here on, as its heading or an introduction below it says. */
  const open: { readonly family: string; readonly index: number; period: Period | null }[] = [];

  /** Ends every open section at level `depth` or deeper where the text before `end` ends. */
  function closeFrom(depth: number, end: number): void {
    for (const { index } of open.splice(depth)) {
      const section = sections[index];
      if (section) sections[index] = { ...section, end };
    }
  }

  const writtenThen = isWrittenThen(title);
  let lastEnd = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const { family, start, end } = block.heading;
      // What stands before the first heading is no heading's parent.
      if (open[0]?.family === 'none') closeFrom(0, lastEnd);
      const sameFamily = open.findIndex((entry) => entry.family === family);
      closeFrom(sameFamily < 0 ? open.length : sameFamily, lastEnd);
      const parent = sections[open.at(-1)?.index ?? -1] ?? null;
      const text = sliceSpan(source, { start, end });
      const kind = readHeadingKind(sliceSpan(folded, { start, end }));
      const above = open.at(-1)?.period ?? (kind !== null && kind === whole?.kind ? whole : null);
      const before = above ?? sections.findLast(({ level }) => level === 1)?.period ?? whole;
      const period = readHeadingPeriod(sliceSpan(folded, { start, end }), above, years, reading) ?? before;
      open.push({ family, index: sections.length, period });
      sections.push({
        id: `s${sections.length + 1}`,
        start,
        end,
        level: open.length,
        heading: { start, end },
        path: parent ? `${parent.path}/${text}` : text,
        parentId: parent?.id ?? null,
        period,
      });
      lastEnd = end;
      continue;
    }
    if (open.length === 0) {
      open.push({ family: 'none', index: sections.length, period: whole });
      const { start } = block.span;
      const heading = { start, end: start };
      sections.push({
        id: 's1',
        start,
        end: start,
        level: 0,
        heading,
        path: '',
        parentId: null,
        period: whole,
      });
    }
    if (open.at(-1)?.family === COUNTED && TURNS_BACK.test(sliceSpan(folded, block.span)))
      closeFrom(open.length - 1, lastEnd);
    const current = open.at(-1);
    const section = sections[current?.index ?? -1];
    if (current && section) current.period = addParagraph(block.span, section, current.period);
    lastEnd = block.span.end;
  }
  closeFrom(0, lastEnd);
  return { sections, items, sentences };

  /** Adds a paragraph and returns what the paragraphs after it are about. */
  function addParagraph(span: Span, section: Section, inherited: Period | null): Period | null {
    let announced: Period | null = null;
    for (const found of findItems(folded, span)) {
      const item: Item = { ...found, id: `i${items.length + 1}`, sectionId: section.id };
      items.push(item);
      let itemPeriod = announced ?? inherited;
      const inItem = { ...reading, isWrittenThen: writtenThen && itemPeriod?.kind === 'actual' };
      for (const [index, sentence] of splitSentences(folded, item).entries()) {
        const clauses = readClausePeriods(sentence, itemPeriod, inItem);
        // A time phrase that opens a paragraph holds for all of it; one in the middle for its sentence only.
        if (index === 0) {
          const own = readLeadingPeriod(sliceSpan(folded, sentence), years, inItem);
          itemPeriod = own ?? itemPeriod;
          if (found.start === span.start) announced = own;
        }
        sentences.push({
          ...sentence,
          id: `c${sentences.length + 1}`,
          sectionId: section.id,
          itemId: item.id,
          clauses,
        });
      }
    }
    return announced !== null && isIntroduction(sliceSpan(folded, span)) ? announced : inherited;
  }

  function readClausePeriods(sentence: Span, inherited: Period | null, inItem: PhraseReading): Clause[] {
    let current = inherited;
    return splitClauses(folded, sentence).map((clause) => {
      const text = sliceSpan(folded, clause);
      current = readLeadingPeriod(text, years, inItem) ?? current;
      const isPlan = inItem.isUnderway && current?.kind === 'actual' && PLANS.test(text);
      return { ...clause, period: isPlan && current ? { ...current, kind: 'target' } : current };
    });
  }
}
