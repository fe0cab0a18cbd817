import { AppError } from '../errors.ts';
import { isParagraph, readBlocks } from './blocks.ts';
import { buildTree } from './build-tree.ts';
import { foldWidth } from './fold-width.ts';
import { classifyNoise, isByline, isPublisher } from './front-matter.ts';
import { isPlainHeading, readHeading } from './headings.ts';
import { joinText, moveReport } from './joined-text.ts';
import { type Line, lineNumberAt, readLines } from './lines.ts';
import { findPageBreaks, findPageNumbers } from './page-breaks.ts';
import { findPeriodMentions, readHeadingKind } from './periods.ts';
import type { Exclusion, Report } from './report.ts';
import { readReportYears } from './report-years.ts';
import { sliceSpan } from './span.ts';

/**
 * Parses a report into spans of its source: parts, sections, items, sentences and clauses, each with the period it
 * is about. Headings are recognised by their numbering or shape; a report without any becomes one section.
 *
 * @param id names the report in answers; the seed's file name without extension.
 * @throws AppError `report_invalid` with file and line when the text is not UTF-8 or holds nothing to quote.
 */
export function parseReport(id: string, source: string): Report {
  rejectUnreadable(id, source);
  const pageBreaks = findPageBreaks(source);
  const joined = joinText(source, pageBreaks);
  const report = parseJoined(id, joined.text);
  return { ...moveReport(report, joined.toSource), source, pageBreaks };
}

/** Parses a text whose paragraphs are lines. */
function parseJoined(id: string, source: string): Report {
  const folded = foldWidth(source);
  const lines = readLines(folded);
  const pageNumbers = findPageNumbers(lines);
  const exclusions: Exclusion[] = [];
  const content: Line[] = [];
  for (const line of lines) {
    const reason = pageNumbers.has(line) ? 'page-furniture' : classifyNoise(line.text);
    if (reason === null) content.push(line);
    else if (reason !== 'blank') exclusions.push({ start: line.start, end: line.end, reason });
  }
  const firstText = content.findIndex((line) => readHeading(folded, line) !== null || isText(line.text));
  if (firstText < 0) {
    throw new AppError(
      'report_invalid',
      source.trim() === ''
        ? `${id}:1: is empty; put the text of the report into it, or remove the file`
        : `${id}:1: no paragraph found; a report needs at least one sentence of content`,
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
    pageBreaks: [],
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

/** A long line that only says when and where the report was given is none. */
const isText = (text: string): boolean => isParagraph(text) && (/[。;]/u.test(text) || !isByline(text));

function classifyFrontMatter(line: Line): Exclusion {
  const reason = isByline(line.text) ? 'byline' : isPublisher(line.text) ? 'publisher' : 'title';
  return { start: line.start, end: line.end, reason };
}
