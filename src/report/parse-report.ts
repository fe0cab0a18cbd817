import { AppError } from '../errors.ts';
import { type Block, COUNTED, isParagraph, readBlocks } from './blocks.ts';
import { foldWidth } from './fold-width.ts';
import { classifyNoise, isByline, isPublisher } from './front-matter.ts';
import { isPlainHeading, readHeading } from './headings.ts';
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

/** A paragraph that turns to the whole again after points that were counted: `各位代表!`, `这五年,……`, `同时,……`. */
const TURNS_BACK =
  /^(?:各位|同志们|过去|一年来|.{1,2}年来|这[一三五]?年|刚刚?过去|回顾|同时|此外|在看到|在肯定|尽管|总体看|总的看|与此同时|我们(?:也|深|清醒))/u;

/**
 * Whether a heading that looks back leaves it to its paragraphs which time they are about, each until the next says
 * otherwise: `过去五年和2022年工作回顾`, `工作回顾`.
 */
function leavesTimeOpen(heading: string, years: ReportYears | null): boolean {
  if (readHeadingKind(heading) !== 'actual') return false;
  return findPeriodMentions(heading, years).length !== 1 || /年(?:和|与|及|以及)[三五]年/u.test(heading);
}

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

/** A mean over years. */
const MEAN = /^[两二三四五]年(?:平均|年均)/u;

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
    if (current && section) {
      const { announced, goesOn } = addParagraph(block.span, section, current.period);
      const heading = sliceSpan(folded, section.heading);
      if (announced && (goesOn || (section.level === 1 && leavesTimeOpen(heading, years))))
        current.period = announced;
    }
    lastEnd = block.span.end;
  }
  closeFrom(0, lastEnd);
  return { sections, items, sentences };

  /** Adds a paragraph and returns the time it announces, and whether it leads up to the paragraphs after it. */
  function addParagraph(
    span: Span,
    section: Section,
    inherited: Period | null,
  ): { readonly announced: Period | null; readonly goesOn: boolean } {
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
    return { announced, goesOn: isIntroduction(sliceSpan(folded, span)) };
  }

  function readClausePeriods(sentence: Span, inherited: Period | null, inItem: PhraseReading): Clause[] {
    let current = inherited;
    return splitClauses(folded, sentence).map((clause) => {
      const text = sliceSpan(folded, clause);
      const led = readLeadingPeriod(text, years, inItem) ?? current;
      // `两年平均增长4.8%` says how one number was worked out; what follows goes on with the year.
      if (!MEAN.test(text)) current = led;
      const isPlan = inItem.isUnderway && led?.kind === 'actual' && PLANS.test(text);
      return { ...clause, period: isPlan && led ? { ...led, kind: 'target' } : led };
    });
  }
}
