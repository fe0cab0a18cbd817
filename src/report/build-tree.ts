import { type Block, findHeadedParagraphs, isCountedFamily } from './blocks.ts';
import { findItems, isSalutation } from './items.ts';
import {
  findPeriodMentions,
  type PhraseReading,
  type ReportYears,
  readHeadingKind,
  readHeadingPeriod,
  readLeadingPeriod,
} from './periods.ts';
import type { Clause, Item, Period, Report, Section, Sentence } from './report.ts';
import { isUnderway, isWrittenThen, readReportPeriod } from './report-years.ts';
import { readCountedYears, readHeadingPeriods, readTurn, type Turn } from './running-time.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { type Span, sliceSpan } from './span.ts';

/** A paragraph that turns to the whole again after points that were counted: `各位代表!`, `这五年,……`, `同时,……`. */
const TURNS_BACK =
  /^(?:各位|同志们|过去|一年来|.{1,2}年来|这[一三五]?年|刚刚?过去|回[顾望首]|同时|此外|在看到|在肯定|尽管|总体看|总的看|与此同时|我们(?:也|深|清醒))/u;

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

const isSame = (left: Period | null, right: Period | null): boolean =>
  left?.year === right?.year && left?.fromYear === right?.fromYear && left?.kind === right?.kind;

type Tree = Pick<Report, 'sections' | 'items' | 'sentences'>;

/** Builds the sections, items, sentences and clauses of a report from its blocks, each with the time it is about. */
export function buildTree(input: {
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
  /**
   * `period`: what the section is about from here on, as its heading, an introduction or a turn below it says;
   * `named`: the times its heading names, where these are several.
   */
  const open: {
    readonly family: string;
    readonly index: number;
    readonly named: readonly Period[];
    period: Period | null;
  }[] = [];
  /** What the last part of several times was about at its end. */
  let lastTurned: Period | null = null;

  /** Ends every open section at level `depth` or deeper where the text before `end` ends. */
  function closeFrom(depth: number, end: number): void {
    for (const { index, named, period } of open.splice(depth)) {
      const section = sections[index];
      if (section?.level === 1) lastTurned = named.length > 1 ? period : null;
      if (section) sections[index] = { ...section, end };
    }
  }

  const headed = findHeadedParagraphs(folded, blocks);
  const writtenThen = isWrittenThen(title, years);
  let lastEnd = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const { family, start, end } = block.heading;
      // What stands before the first heading is no heading's parent.
      if (open[0]?.family === 'none') closeFrom(0, lastEnd);
      const sameFamily = open.findIndex((entry) => entry.family === family);
      closeFrom(sameFamily < 0 ? open.length : sameFamily, lastEnd);
      const parent = sections[open.at(-1)?.index ?? -1] ?? null;
      const text = sliceSpan(source, { start, end });
      const heading = sliceSpan(folded, { start, end });
      const kind = readHeadingKind(heading);
      const named = readHeadingPeriods(heading, { years, reading });
      const host = open.at(-1);
      const above = host?.period ?? (kind !== null && kind === whole?.kind ? whole : null);
      const before = above ?? lastTurned ?? sections.findLast(({ level }) => level === 1)?.period ?? whole;
      const several = named.length > 1 ? named[0] : undefined;
      const period =
        several ?? readHeadingPeriod(heading, above, years, { ...reading, readsTerms: true }) ?? before;
      // Headings after one that says its time go on with it, where the part above names several.
      if (host && host.named.length > 1 && named.length === 1) host.period = period;
      open.push({ family, index: sections.length, named, period });
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
      open.push({ family: 'none', index: sections.length, named: [], period: whole });
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
    if (isCountedFamily(open.at(-1)?.family ?? '') && TURNS_BACK.test(sliceSpan(folded, block.span)))
      closeFrom(open.length - 1, lastEnd);
    const turn = takeTurn(block.span, at);
    const current = open.at(-1);
    const section = sections[current?.index ?? -1];
    if (current && section) {
      const { announced, goesOn } = addParagraph(block.span, section, turn, current.period);
      const heading = sliceSpan(folded, section.heading);
      if (!turn && announced && (goesOn || (section.level === 1 && leavesTimeOpen(heading, years))))
        current.period = announced;
    }
    lastEnd = block.span.end;
  }
  closeFrom(0, lastEnd);
  return { sections, items, sentences };

  /**
   * Follows a paragraph to the time it turns to, if any: out of the sections below the part that names it, unless more
   * of them follow.
   */
  function takeTurn(span: Span, at: number): Turn | null {
    const several = open.findLastIndex(({ named }) => named.length > 1);
    const depth = Math.max(several, 0);
    const host = open[depth];
    if (!host) return null;
    const current = open.at(-1);
    const about = { named: several < 0 ? [] : host.named, current: current?.period ?? null };
    const then = { ...reading, isWrittenThen: writtenThen && about.current?.kind === 'actual' };
    const turn = readTurn(folded, span, { years, reading: then }, about);
    if (!turn) return null;
    if (current !== host && isSame(turn.period, current?.period ?? null)) return turn;
    if (current !== host && !turn.isAddressed && goesOnBelow(depth, at)) return turn;
    if (several < 0 && !turn.isAddressed) return turn;
    closeFrom(depth + 1, lastEnd);
    host.period = turn.period;
    return turn;
  }

  /** Whether another section of the same kind as the one open below `depth` follows before the part ends. */
  function goesOnBelow(depth: number, at: number): boolean {
    const outer = open.slice(0, depth + 1).map(({ family }) => family);
    for (const block of blocks.slice(at + 1)) {
      if (block.kind !== 'heading') continue;
      if (outer.includes(block.heading.family)) return false;
      if (block.heading.family === open[depth + 1]?.family) return true;
    }
    return false;
  }

  /** Adds a paragraph and returns the time it announces, and whether it leads up to the paragraphs after it. */
  function addParagraph(
    span: Span,
    section: Section,
    turn: Turn | null,
    running: Period | null,
  ): { readonly announced: Period | null; readonly goesOn: boolean } {
    let announced: Period | null = null;
    for (const found of findItems(folded, span, { isHeaded: headed.has(span) })) {
      const item: Item = { ...found, id: `i${items.length + 1}`, sectionId: section.id };
      items.push(item);
      let itemPeriod: Period | null = announced ?? turn?.period ?? running;
      const inItem = { ...reading, isWrittenThen: writtenThen && itemPeriod?.kind === 'actual' };
      let isOpening = true;
      /** The time the part of a sentence before a semicolon was about. */
      let before: Period | null = null;
      for (const sentence of splitSentences(folded, item)) {
        const text = sliceSpan(folded, sentence);
        const clauses: Clause[] = turn?.isFixed
          ? splitClauses(folded, sentence).map((clause) => ({ ...clause, period: turn.period }))
          : readClausePeriods(sentence, before ?? itemPeriod, inItem);
        // A time phrase that opens a paragraph holds for all of it; one in the middle for its sentence only.
        if (isOpening && !isSalutation(text)) {
          isOpening = false;
          const own = readLeadingPeriod(text, years, inItem);
          // After an address the first sentence may still sum up what was said before.
          if (!turn) itemPeriod = own ?? itemPeriod;
          if (!turn && found.start === span.start) announced = own;
        }
        // What leads up to the points that follow says what they are about.
        if (found.start === span.start && /:$/u.test(text)) announced = clauses.at(-1)?.period ?? announced;
        before = text.endsWith(';') ? (readLeadingPeriod(text, years, inItem) ?? before) : null;
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
      current = readLeadingPeriod(text, years, inItem) ?? current;
      const counted = readCountedYears(text, current);
      if (counted?.goesOn) current = counted.period;
      const isPlan = inItem.isUnderway && current?.kind === 'actual' && PLANS.test(text);
      const period = counted?.period ?? current;
      return { ...clause, period: isPlan && period ? { ...period, kind: 'target' } : period };
    });
  }
}
