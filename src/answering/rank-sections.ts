import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Item, Period } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import type { Quote, SectionAnswer } from './answer.ts';
import { describeEnumerations } from './find-enumerations.ts';
import { describeRuns } from './find-runs.ts';
import { isGeneralWord } from './language/list-questions.ts';
import type { Term } from './lexicon.ts';
import { quoteSpan } from './quotes.ts';

/** A section or item that can be listed point by point. */
export type ListableContext = {
  readonly known: KnownReport;
  readonly span: Span;
  readonly period: Period | null;
  /** What names it: its heading or lead, normalised. */
  readonly name: string;
  /** Names above it, the title of the report first. */
  readonly above: string;
  readonly body: string;
  readonly points: readonly Span[];
  /** The words shown as its title, as a span. */
  readonly title: Span;
  readonly depth: number;
  /** A sentence that introduces its points, not a heading or lead. */
  readonly isIntroduction?: true;
};

export type RankedSection = {
  readonly context: ListableContext;
  readonly score: number;
  /** Whether its name, or nearly all of its points, say a topic of the question. */
  readonly isNamed: boolean;
  /** Whether its name and the names above it say every topic. */
  readonly isWhollyNamed: boolean;
  /** The terms its name, or nearly all of its points, say. */
  readonly about: ReadonlySet<Term>;
};

/**
 * Describes parts (points: their sections), sections (points: their items), items (points: their sentences) and sentences
 * that enumerate.
 */
export function describeSections(known: KnownReport): ListableContext[] {
  const { report } = known;
  const text = (span: Span): string => normalizeText(sliceSpan(report.source, span));
  const sections = report.sections.map((section): ListableContext => {
    const children = report.sections.filter(({ parentId }) => parentId === section.id);
    const items = report.items.filter(({ sectionId }) => sectionId === section.id);
    const firstChild = children[0]?.start ?? Number.POSITIVE_INFINITY;
    const own = items.filter(({ start }) => start < firstChild);
    const numbered = own.filter(({ lead }) => lead !== null);
    const points: readonly Span[] =
      children.length > 0 ? children.map(({ heading }) => heading) : numbered.length > 1 ? numbered : own;
    return {
      known,
      span: { start: section.start, end: section.end },
      period: section.period,
      name: text(section.heading),
      above: normalizeText(section.path.slice(0, Math.max(0, section.path.lastIndexOf('/')))),
      body: text(section),
      points,
      title: section.heading,
      depth: section.level,
    };
  });
  const items = report.items.flatMap((item): ListableContext[] => {
    const section = report.sections.find(({ id }) => id === item.sectionId);
    if (!item.lead || !section) return [];
    const listed = findListedItems(known, item);
    const sentences = report.sentences.filter(
      (sentence) => contains(item, sentence) && sentence.start > (item.lead?.start ?? 0),
    );
    return [
      {
        known,
        span: { start: item.start, end: listed.at(-1)?.end ?? item.end },
        period: section.period,
        name: text(item.lead),
        above: normalizeText(section.path),
        body: text({ start: item.start, end: listed.at(-1)?.end ?? item.end }),
        points: listed.length > 0 ? listed : sentences,
        title: item.lead,
        depth: section.level + 1,
      },
    ];
  });
  const titles = report.titles.map(text).join('/');
  return [...sections, ...items, ...describeEnumerations(known), ...describeRuns(known)].map((context) => ({
    ...context,
    above: `${titles}/${context.above}`,
  }));
}

/** The lines of a list (`——……`) that an item ending in a colon introduces. */
function findListedItems({ report, folded }: KnownReport, item: Item): Item[] {
  if (!/:$/u.test(folded.slice(item.start, item.end))) return [];
  const following = report.items.slice(report.items.indexOf(item) + 1);
  const stop = following.findIndex(
    (next) => next.sectionId !== item.sectionId || !/^[—–\-●•·◆▪]/u.test(folded.slice(next.start, next.end)),
  );
  return following.slice(0, stop < 0 ? following.length : stop);
}

/** Words that rank only weigh little, but tell 社会救助 from 社会工作. */
const SOFT_WEIGHT = 0.4;
/** The last word asked for is what the name is a name of (`主要目标是:`). */
const CLOSING_BONUS = 0.06;
/** Neighbouring words of the question that stand together in a name too. */
const ADJACENCY_BONUS = 0.2;
/** From this many sections of one parent that fit equally, the parent is meant (`哪几大行动`). */
const MIN_SIBLINGS = 3;

/** Ranks what can be listed for the words of a question, best first; only places that cover every topic word. */
export function rankSections(
  contexts: readonly ListableContext[],
  asked: readonly Term[],
  kinds: ReadonlySet<Term> = new Set(),
): RankedSection[] {
  // That something is done or planned is said of every section.
  const specific = asked.filter(({ role, text }) => role !== 'soft' || !isGeneralWord(text));
  const terms = specific.length > 0 ? specific : asked;
  if (terms.length === 0) return [];
  const bigrams = collectBigrams(terms);
  const hasTopic = terms.some(({ role }) => role !== 'soft');
  // `今年有哪些任务` is about the whole, not about a section that happens to have the word in its name.
  const candidates =
    specific.length > 0
      ? contexts
      : contexts.filter(({ depth, isIntroduction }) => isIntroduction || depth <= 1);
  const ranked = candidates.flatMap((context): RankedSection[] => {
    let weight = 0;
    let score = 0;
    let named = 0;
    let isWhollyNamed = true;
    const about = new Set<Term>();
    for (const term of terms) {
      const { alternatives, text } = term;
      const role = kinds.has(term) ? 'soft' : term.role;
      const share = role === 'soft' ? SOFT_WEIGHT : 1;
      const holds = (zone: string): boolean => alternatives.some((word) => zone.includes(word));
      weight += share;
      if (holds(context.name) || alternatives.some((word) => holdsInParts(context.name, word))) {
        if (!hasTopic || role !== 'soft') named += 1;
        about.add(term);
        score += share * (context.name.includes(text) ? 1 : 0.95);
      } else if (holds(context.above)) score += share * 0.5;
      else if (holds(context.body) && pervades(context, alternatives)) {
        if (role === 'topic') named += 1;
        about.add(term);
        score += share * 0.7;
      } else if (holds(context.body)) {
        if (role !== 'soft' || !hasTopic) isWhollyNamed = false;
        score += share * (0.3 + 0.2 * density(context.body, alternatives));
      } else if (role !== 'soft') return [];
      else if (!hasTopic) isWhollyNamed = false;
    }
    const adjacent =
      bigrams.filter((bigram) => context.name.includes(bigram)).length / Math.max(1, bigrams.length);
    const closing = terms
      .at(-1)
      ?.alternatives.some((word) => context.name.replace(/是$/u, '').endsWith(word));
    const brevity = 1 / (1 + context.name.length / 20);
    const total =
      score / weight +
      ADJACENCY_BONUS * adjacent +
      0.1 * brevity -
      0.02 * context.depth +
      (closing ? CLOSING_BONUS : 0);
    return [{ context, score: total, isNamed: named > 0, isWhollyNamed: isWhollyNamed && named > 0, about }];
  });
  return raiseParents(ranked, terms).sort(
    (a, b) => b.score - a.score || a.context.span.start - b.context.span.start,
  );
}

/** Puts a section first whose children all answer alike: the question is about them together. */
function raiseParents(ranked: readonly RankedSection[], terms: readonly Term[]): RankedSection[] {
  return ranked.map((entry) => {
    const children = ranked.filter(
      ({ context, isNamed }) =>
        isNamed &&
        entry.context.points.some(
          (point) => point.start === context.title.start && context.depth === entry.context.depth + 1,
        ),
    );
    const scores = children.map(({ score }) => score);
    const best = Math.max(...scores, 0);
    const alike = scores.filter((score) => best - score < 0.1).length;
    return alike >= MIN_SIBLINGS && alike >= entry.context.points.length / 2
      ? {
          ...entry,
          score: best + 0.05,
          isNamed: true,
          isWhollyNamed: children.every((child) => child.isWhollyNamed),
          about: new Set(terms.filter((term) => children.every((child) => child.about.has(term)))),
        }
      : entry;
  });
}

function collectBigrams(terms: readonly Term[]): string[] {
  const text = terms.map((term) => term.text).join('');
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** 婚姻收养登记 names 婚姻登记 too: both halves of a word of four stand in the name, in order. */
function holdsInParts(name: string, word: string): boolean {
  if (word.length !== 4) return false;
  const first = name.indexOf(word.slice(0, 2));
  return first >= 0 && name.indexOf(word.slice(2), first) > first;
}

/** Share of the points of a section that speak of a topic, from which the section is about it though not named so. */
const PERVADING_SHARE = 0.6;

function pervades(context: ListableContext, words: readonly string[]): boolean {
  const { source } = context.known.report;
  // A lone character stands in too many words to be what they are about.
  const telling = words.filter((word) => word.length > 1);
  const speaking = context.points.filter((point) =>
    telling.some((word) => normalizeText(sliceSpan(source, point)).includes(word)),
  );
  return (
    context.points.length >= 2 &&
    context.depth >= 2 &&
    speaking.length / context.points.length > PERVADING_SHARE
  );
}

/** How much of a text is made of a word: 1 from one mention every sixty characters on. */
function density(text: string, words: readonly string[]): number {
  const mentions = words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
  return Math.min(1, (mentions * 60) / Math.max(60, text.length));
}

/** Composes the list of a section: every point, complete and in order. */
export function composeSection(context: ListableContext): SectionAnswer {
  const points: readonly Quote[] = context.points.map((span) => quoteSpan(context.known, span));
  return {
    kind: 'section',
    text: sliceSpan(context.known.report.source, context.title),
    period: context.period,
    ...quoteSpan(context.known, context.span),
    points,
  };
}
