import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Period, Sentence } from '../../report/report.ts';
import { sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Term } from '../understanding/lexicon.ts';

/** A sentence with the words that say what it is about. All text normalised. */
export type PassageContext = {
  readonly id: string;
  readonly known: KnownReport;
  readonly sentence: Sentence;
  readonly text: string;
  readonly lead: string;
  readonly heading: string;
  readonly period: Period | null;
  readonly isLead: boolean;
};

export type RankedPassage = {
  readonly context: PassageContext;
  /** Between 0 and about 1.4: coverage of the question's words and the index's own opinion. */
  readonly score: number;
  readonly uncovered: readonly Term[];
};

/** Describes every sentence of a report for searching. Ids are unique over all reports. */
export function describePassages(known: KnownReport): PassageContext[] {
  const { report } = known;
  const items = new Map(report.items.map((item) => [item.id, item]));
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  return report.sentences.map((sentence) => {
    const lead = items.get(sentence.itemId)?.lead ?? null;
    return {
      id: `${report.id}#${sentence.id}`,
      known,
      sentence,
      text: normalizeText(sliceSpan(report.source, sentence)),
      lead: lead ? normalizeText(sliceSpan(report.source, lead)) : '',
      heading: normalizeText(sections.get(sentence.sectionId)?.path ?? ''),
      period: sentence.clauses[0]?.period ?? null,
      isLead: lead !== null && lead.start === sentence.start,
    };
  });
}

/** How well a term is covered by where it stands. */
export const ZONE_VALUE = { text: 1, lead: 0.7, heading: 0.55 } as const;
const ROLE_WEIGHT = { topic: 1, scope: 1.1, soft: 0.4 } as const;
/** How much the order of the index may add; enough to settle ties, too little to overrule coverage. */
const INDEX_SHARE = 0.25;
/** Words that stand side by side in the question and in the sentence (`扶贫领域`) belong together. */
const ADJACENCY_BONUS = 0.2;
/** A lead sentence names a topic and seldom says anything about it. */
const LEAD_PENALTY = 0.08;

/** Ranks passages found by the index for the words of a question; ties in the order given. */
export function rankPassages(
  hits: readonly { readonly context: PassageContext; readonly score: number }[],
  terms: readonly Term[],
  question: string,
): RankedPassage[] {
  const pairs = terms
    .map(({ text }, at) => text + (terms[at + 1]?.text ?? ''))
    .slice(0, -1)
    .filter((pair) => question.includes(pair));
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  return hits
    .map(({ context, score }) => {
      let weight = 0;
      let value = 0;
      const uncovered: Term[] = [];
      for (const term of terms) {
        const covered = coverTerm(context, term);
        weight += ROLE_WEIGHT[term.role];
        value += ROLE_WEIGHT[term.role] * covered;
        if (covered === 0 && term.role !== 'soft') uncovered.push(term);
      }
      const coverage = weight === 0 ? 0 : value / weight;
      const adjacent = pairs.filter((pair) => context.text.includes(pair)).length;
      const total =
        coverage +
        INDEX_SHARE * (score / best) +
        ADJACENCY_BONUS * adjacent -
        (context.isLead ? LEAD_PENALTY : 0);
      return { context, score: total, uncovered };
    })
    .sort((a, b) => a.uncovered.length - b.uncovered.length || b.score - a.score);
}

/** How well a sentence covers a term, from 0 (not at all) to 1. */
export function coverTerm(context: PassageContext, term: Term): number {
  const holds = (text: string): boolean => term.alternatives.some((word) => text.includes(word));
  if (context.text.includes(term.text)) return ZONE_VALUE.text;
  if (holds(context.text)) return ZONE_VALUE.text * 0.95;
  if (holds(context.lead)) return ZONE_VALUE.lead;
  if (term.role !== 'scope' && holds(context.heading)) return ZONE_VALUE.heading;
  return 0;
}
