import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Item, Period, Section, Sentence } from '../../report/report.ts';
import { contains, type Span, sliceSpan } from '../../report/span.ts';
import { createNormalizer, normalizeText } from '../../search/normalize.ts';
import type { Quote, SectionAnswer } from '../answer.ts';
import { quoteSpan } from '../quotes.ts';
import { describeEnumerations } from './find-enumerations.ts';
import { describeRuns } from './find-runs.ts';
import { agreedPeriod, isSameTime } from './matches-period.ts';

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
  /** What each point says, normalised. */
  readonly pointTexts: readonly string[];
  /** The names of its points, normalised; empty where they have none. */
  readonly outline: string;
  /** The words shown as its title, as a span. */
  readonly title: Span;
  readonly depth: number;
  /** A sentence that introduces its points, not a heading or lead. */
  readonly isIntroduction?: true;
  /** Points that follow one another with nothing that names them. */
  readonly isNameless?: true;
};

/** What is known of a place before its name is read. */
export type Described = Omit<ListableContext, 'pointTexts'>;

/**
 * Describes parts (points: their sections), sections (points: their items), items (points: their sentences) and sentences
 * that enumerate.
 */
export function describeSections(known: KnownReport): ListableContext[] {
  const { report } = known;
  const normalize = createNormalizer();
  const text = (span: Span): string => normalize(sliceSpan(report.source, span));
  const sections = report.sections.map((section): Described => {
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
      period: agreedTime(children) ?? section.period,
      name: text(section.heading),
      above: normalizeText(section.path.slice(0, Math.max(0, section.path.lastIndexOf('/')))),
      body: text(section),
      points,
      outline: children.length > 0 ? '' : own.flatMap(({ lead }) => (lead ? [text(lead)] : [])).join('\n'),
      title: section.heading,
      depth: section.level,
    };
  });
  const items = report.items.flatMap((item): Described[] => {
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
        period: sentencePeriod(report.sentences, item.lead) ?? section.period,
        name: text(item.lead),
        above: normalizeText(section.path),
        body: text({ start: item.start, end: listed.at(-1)?.end ?? item.end }),
        points: listed.length > 0 ? listed : sentences,
        outline: '',
        title: item.lead,
        depth: section.level + 1,
      },
    ];
  });
  const titles = report.titles.map(text).join('/');
  const enumerations = describeEnumerations(known);
  const runs = describeRuns(known).filter(
    ({ title, points }) =>
      !enumerations.some(
        (other) => other.title.start === title.start && other.points.length >= points.length,
      ),
  );
  const isReplaced = ({ title }: Described): boolean =>
    runs.some((run) => run.isIntroduction && run.title.start === title.start);
  const introduced = enumerations.filter((context) => !isReplaced(context));
  const stretches = sections.flatMap(splitByPeriod);
  return [...sections, ...stretches, ...items, ...introduced, ...runs].map((context) => ({
    ...context,
    above: `${titles}/${context.above}`,
    pointTexts: context.points.map(text),
  }));
}

/** The sections of a part of several times, those of each time together. */
export function splitByPeriod(part: Described): Described[] {
  const { sections } = part.known.report;
  const own = part.points.flatMap(
    ({ start }) => sections.find(({ heading }) => heading.start === start) ?? [],
  );
  if (own.length !== part.points.length || agreedTime(own)) return [];
  const isLike = (left: Section, right: Section): boolean => isSameTime(left.period, right.period);
  return own
    .filter((section, index) => own.findIndex((other) => isLike(other, section)) === index)
    .flatMap((first): Described[] => {
      const alike = own.filter((section) => isLike(section, first));
      const points = alike.map(({ heading }) => heading);
      return points.length > 1 ? [{ ...part, points, period: first.period, isNameless: true }] : [];
    });
}

/** What a lead says of the time, or the point above it. */
function sentencePeriod(sentences: readonly Sentence[], lead: Span): Period | null {
  return sentences.find(({ start }) => start === lead.start)?.clauses[0]?.period ?? null;
}

const agreedTime = (sections: readonly Section[]): Period | null =>
  agreedPeriod(sections.map(({ period }) => period));

/** The lines of a list (`——……`) that an item ending in a colon introduces. */
function findListedItems({ report, folded }: KnownReport, item: Item): Item[] {
  if (!folded.slice(item.start, item.end).endsWith(':')) return [];
  const following = report.items.slice(report.items.indexOf(item) + 1);
  const stop = following.findIndex(
    (next) => next.sectionId !== item.sectionId || !/^[—–\-●•·◆▪]/u.test(folded.slice(next.start, next.end)),
  );
  return following.slice(0, stop < 0 ? following.length : stop);
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
