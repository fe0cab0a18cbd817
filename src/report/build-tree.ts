import { type Block, findHeadedParagraphs, isCountedFamily } from './blocks.ts';
import type { Heading } from './headings.ts';
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
  return text.endsWith(':') || /(?:以下|如下|下列)[^。]{0,12}。?$/u.test(text);
}

/** While a year is under way, what a clause plans is not done yet. */
const PLANS = /(?:计划|预计|力争|争取|拟)(?!目标|完成|的|内|外)/u;

function whereBlocks(blocks: readonly Block[]): Span {
  const spans = blocks.map((block) => (block.kind === 'heading' ? block.heading : block.span));
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

const isSame = (left: Period | null, right: Period | null): boolean =>
  left?.year === right?.year && left?.fromYear === right?.fromYear && left?.kind === right?.kind;

/** Whether a review that is headed with its year (`2023年工作回顾`) begins with 今年: it was written before that year was over. */
function opensWithItsYear({ folded, blocks, years }: TreeSource): boolean {
  if (years === null) return false;
  return blocks.some((block, at) => {
    const next = blocks[at + 1];
    if (block.kind !== 'heading' || next?.kind !== 'paragraph') return false;
    const named = readHeadingPeriods(sliceSpan(folded, block.heading), { years, reading: {} });
    const looksBack = named.length === 1 && named[0]?.kind === 'actual' && named[0].year === years.lastYear;
    return looksBack && sliceSpan(folded, next.span).startsWith('今年');
  });
}

type Tree = Pick<Report, 'sections' | 'items' | 'sentences'>;

type TreeSource = {
  readonly source: string;
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly years: ReportYears | null;
  readonly title: string;
};

/** Builds the sections, items, sentences and clauses of a report from its blocks, each with the time it is about. */
export function buildTree(input: TreeSource): Tree {
  return new TreeBuilder(input).build();
}

/**
 * A section that is not ended yet. `period`: what it is about from here on, as its heading, an introduction or a turn
 * below it says; `named`: the times its heading names, where these are several.
 */
type OpenSection = {
  readonly family: string;
  readonly index: number;
  readonly named: readonly Period[];
  period: Period | null;
};

/** Walks the blocks of a report in order and keeps what is open at each. */
class TreeBuilder {
  readonly #input: TreeSource;
  readonly #reading: PhraseReading;
  /** What the title says: a part that says nothing of the time goes on with the one before it, the first with this. */
  readonly #whole: Period | null;
  readonly #writtenThen: boolean;
  readonly #headed: ReadonlySet<Span>;
  readonly #sections: Section[] = [];
  readonly #items: Item[] = [];
  readonly #sentences: Sentence[] = [];
  readonly #open: OpenSection[] = [];
  /** What the last part of several times was about at its end. */
  #lastTurned: Period | null = null;
  #lastEnd = 0;

  constructor(input: TreeSource) {
    const { folded, blocks, years, title } = input;
    this.#input = input;
    this.#reading = { isUnderway: isUnderway(title, sliceSpan(folded, whereBlocks(blocks))) };
    this.#whole = readReportPeriod(title, years, this.#reading);
    this.#writtenThen = isWrittenThen(title, years) || opensWithItsYear(input);
    this.#headed = findHeadedParagraphs(folded, blocks);
  }

  build(): Tree {
    for (const [at, block] of this.#input.blocks.entries()) {
      if (block.kind === 'heading') this.#addHeading(block.heading);
      else this.#addBlock(block.span, at);
    }
    this.#closeFrom(0, this.#lastEnd);
    return { sections: this.#sections, items: this.#items, sentences: this.#sentences };
  }

  /** Ends every open section at level `depth` or deeper where the text before `end` ends. */
  #closeFrom(depth: number, end: number): void {
    for (const { index, named, period } of this.#open.splice(depth)) {
      const section = this.#sections[index];
      if (section?.level === 1) this.#lastTurned = named.length > 1 ? period : null;
      if (section) this.#sections[index] = { ...section, end };
    }
  }

  #addHeading({ family, start, end }: Heading): void {
    const open = this.#open;
    // What stands before the first heading is no heading's parent.
    if (open[0]?.family === 'none') this.#closeFrom(0, this.#lastEnd);
    const sameFamily = open.findIndex((entry) => entry.family === family);
    this.#closeFrom(sameFamily < 0 ? open.length : sameFamily, this.#lastEnd);
    const parent = this.#sections[open.at(-1)?.index ?? -1] ?? null;
    const text = sliceSpan(this.#input.source, { start, end });
    const heading = sliceSpan(this.#input.folded, { start, end });
    const named = readHeadingPeriods(heading, { years: this.#input.years, reading: this.#reading });
    const host = open.at(-1);
    const period = this.#readPeriod(heading, named, host);
    // Headings after one that says its time go on with it, where the part above names several.
    if (host && host.named.length > 1 && named.length === 1) host.period = period;
    open.push({ family, index: this.#sections.length, named, period });
    this.#sections.push({
      id: `s${this.#sections.length + 1}`,
      start,
      end,
      level: open.length,
      heading: { start, end },
      path: parent ? `${parent.path}/${text}` : text,
      parentId: parent?.id ?? null,
      period,
    });
    this.#lastEnd = end;
  }

  /** What a heading is about: what it says, else what stands above or before it says. */
  #readPeriod(heading: string, named: readonly Period[], host: OpenSection | undefined): Period | null {
    const { years } = this.#input;
    const whole = this.#whole;
    const kind = readHeadingKind(heading);
    const above = host?.period ?? (kind !== null && kind === whole?.kind ? whole : null);
    const lastPart = this.#sections.findLast(({ level }) => level === 1);
    const before = above ?? this.#lastTurned ?? lastPart?.period ?? whole;
    const several = named.length > 1 ? named[0] : undefined;
    const reading = { ...this.#reading, readsTerms: true };
    return several ?? readHeadingPeriod(heading, above, years, reading) ?? before;
  }

  #addBlock(span: Span, at: number): void {
    const { folded, years } = this.#input;
    const open = this.#open;
    if (open.length === 0) this.#openWithoutHeading(span.start);
    if (isCountedFamily(open.at(-1)?.family ?? '') && TURNS_BACK.test(sliceSpan(folded, span)))
      this.#closeFrom(open.length - 1, this.#lastEnd);
    const turn = this.#takeTurn(span, at);
    const current = open.at(-1);
    const section = this.#sections[current?.index ?? -1];
    if (current && section) {
      const announced = this.#addParagraph(span, section, { turn, running: current.period });
      const goesOn = isIntroduction(sliceSpan(folded, span));
      const heading = sliceSpan(folded, section.heading);
      if (!turn && announced && (goesOn || (section.level === 1 && leavesTimeOpen(heading, years))))
        current.period = announced;
    }
    this.#lastEnd = span.end;
  }

  #openWithoutHeading(start: number): void {
    const period = this.#whole;
    this.#open.push({ family: 'none', index: this.#sections.length, named: [], period });
    const heading = { start, end: start };
    this.#sections.push({ id: 's1', ...heading, level: 0, heading, path: '', parentId: null, period });
  }

  /**
   * Follows a paragraph to the time it turns to, if any: out of the sections below the part that names it, unless more
   * of them follow.
   */
  #takeTurn(span: Span, at: number): Turn | null {
    const { folded, years } = this.#input;
    const several = this.#open.findLastIndex(({ named }) => named.length > 1);
    const depth = Math.max(several, 0);
    const host = this.#open[depth];
    if (!host) return null;
    const current = this.#open.at(-1);
    const about = { named: several < 0 ? [] : host.named, current: current?.period ?? null };
    const turn = readTurn(folded, span, { years, reading: this.#readingOf(about.current) }, about);
    if (!turn) return null;
    if (current !== host && isSame(turn.period, current?.period ?? null)) return turn;
    if (current !== host && !turn.isAddressed && this.#goesOnBelow(depth, at)) return turn;
    if (several < 0 && !turn.isAddressed) return turn;
    this.#closeFrom(depth + 1, this.#lastEnd);
    host.period = turn.period;
    return turn;
  }

  /** Whether another section of the same kind as the one open below `depth` follows before the part ends. */
  #goesOnBelow(depth: number, at: number): boolean {
    const outer = this.#open.slice(0, depth + 1).map(({ family }) => family);
    for (const block of this.#input.blocks.slice(at + 1)) {
      if (block.kind !== 'heading') continue;
      if (outer.includes(block.heading.family)) return false;
      if (block.heading.family === this.#open[depth + 1]?.family) return true;
    }
    return false;
  }

  /** How phrases are meant where the text is about a time: a review may have been written before its year was over. */
  #readingOf(period: Period | null): PhraseReading {
    return { ...this.#reading, isWrittenThen: this.#writtenThen && period?.kind === 'actual' };
  }

  /** Adds a paragraph and returns the time it announces. */
  #addParagraph(
    span: Span,
    section: Section,
    { turn, running }: { readonly turn: Turn | null; readonly running: Period | null },
  ): Period | null {
    const { folded } = this.#input;
    let announced: Period | null = null;
    for (const found of findItems(folded, span, { isHeaded: this.#headed.has(span) })) {
      const item: Item = { ...found, id: `i${this.#items.length + 1}`, sectionId: section.id };
      this.#items.push(item);
      const told = this.#addSentences(item, { turn, period: announced ?? turn?.period ?? running });
      if (found.start === span.start) announced = told;
    }
    return announced;
  }

  /** Adds the sentences of an item and returns the time its opening, or what leads up to points, announces. */
  #addSentences(
    item: Item,
    { turn, period }: { readonly turn: Turn | null; readonly period: Period | null },
  ): Period | null {
    const { folded, years } = this.#input;
    const reading = this.#readingOf(period);
    let told = period;
    let announced: Period | null = null;
    let isOpening = true;
    /** The time the part of a sentence before a semicolon was about. */
    let before: Period | null = null;
    for (const sentence of splitSentences(folded, item)) {
      const text = sliceSpan(folded, sentence);
      const clauses = turn?.isFixed
        ? splitClauses(folded, sentence).map((clause) => ({ ...clause, period: turn.period }))
        : this.#readClausePeriods(sentence, before ?? told, reading);
      // A time phrase that opens a paragraph holds for all of it; one in the middle for its sentence only.
      if (isOpening && !isSalutation(text)) {
        isOpening = false;
        // After an address the first sentence may still sum up what was said before.
        if (!turn) {
          announced = readLeadingPeriod(text, years, reading);
          told = announced ?? told;
        }
      }
      if (text.endsWith(':')) announced = clauses.at(-1)?.period ?? announced;
      before = text.endsWith(';') ? (readLeadingPeriod(text, years, reading) ?? before) : null;
      const id = `c${this.#sentences.length + 1}`;
      this.#sentences.push({ ...sentence, id, sectionId: item.sectionId, itemId: item.id, clauses });
    }
    return announced;
  }

  #readClausePeriods(sentence: Span, inherited: Period | null, reading: PhraseReading): Clause[] {
    const { folded, years } = this.#input;
    let current = inherited;
    return splitClauses(folded, sentence).map((clause) => {
      const text = sliceSpan(folded, clause);
      current = readLeadingPeriod(text, years, reading) ?? current;
      const counted = readCountedYears(text, current);
      if (counted?.goesOn) current = counted.period;
      const isPlan = reading.isUnderway && current?.kind === 'actual' && PLANS.test(text);
      const period = counted?.period ?? current;
      return { ...clause, period: isPlan && period ? { ...period, kind: 'target' } : period };
    });
  }
}
