import type { KnownReport } from '../knowledge/knowledge.ts';
import type { Period } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import type { Quote, SectionAnswer } from './answer.ts';
import type { Term } from './lexicon.ts';
import { quoteSpan } from './quotes.ts';

/** A section or item that can be listed point by point. */
export type ListableContext = {
  readonly known: KnownReport;
  readonly span: Span;
  readonly period: Period | null;
  /** What names it: its heading or lead, normalised. */
  readonly name: string;
  /** Names above it. */
  readonly above: string;
  readonly body: string;
  readonly points: readonly Span[];
  /** The words shown as its title, as a span. */
  readonly title: Span;
  readonly depth: number;
};

export type RankedSection = {
  readonly context: ListableContext;
  readonly score: number;
  readonly isNamed: boolean;
};

/** Describes parts (points: their sections), sections (points: their items) and items (points: their sentences). */
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
    const sentences = report.sentences.filter(
      (sentence) => contains(item, sentence) && sentence.start > (item.lead?.start ?? 0),
    );
    return [
      {
        known,
        span: { start: item.start, end: item.end },
        period: section.period,
        name: text(item.lead),
        above: normalizeText(section.path),
        body: text(item),
        points: sentences,
        title: item.lead,
        depth: section.level + 1,
      },
    ];
  });
  return [...sections, ...items];
}

/** Ranks what can be listed for the topic words of a question, best first; only places that cover every word. */
export function rankSections(contexts: readonly ListableContext[], terms: readonly Term[]): RankedSection[] {
  const topics = terms.filter(({ role }) => role !== 'soft');
  const wanted = topics.length > 0 ? topics : terms;
  if (wanted.length === 0) return [];
  return contexts
    .flatMap((context): RankedSection[] => {
      let score = 0;
      let named = 0;
      for (const { alternatives, text } of wanted) {
        const holds = (zone: string): boolean => alternatives.some((word) => zone.includes(word));
        if (holds(context.name)) {
          named += 1;
          score += context.name.includes(text) ? 1 : 0.95;
        } else if (holds(context.above)) score += 0.5;
        else if (holds(context.body)) score += 0.3 + 0.2 * density(context.body, alternatives);
        else return [];
      }
      const brevity = 1 / (1 + context.name.length / 20);
      return [
        { context, score: score / wanted.length + 0.1 * brevity - 0.02 * context.depth, isNamed: named > 0 },
      ];
    })
    .sort((a, b) => b.score - a.score || a.context.span.start - b.context.span.start);
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
