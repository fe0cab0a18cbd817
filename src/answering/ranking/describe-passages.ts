import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Period, Sentence } from '../../report/report.ts';
import { sliceSpan } from '../../report/span.ts';
import { createNormalizer, normalizeText } from '../../search/normalize.ts';
import { readLeadIns } from './figure-context.ts';

/** A sentence with the words that say what it is about. All text normalised. */
export type PassageContext = {
  readonly id: string;
  readonly known: KnownReport;
  readonly sentence: Sentence;
  readonly text: string;
  readonly lead: string;
  /** What leads the sentence before and the first one of its paragraph. */
  readonly before: string;
  readonly heading: string;
  readonly period: Period | null;
  readonly isLead: boolean;
};

/** Describes every sentence of a report for searching. Ids are unique over all reports. */
export function describePassages(known: KnownReport): PassageContext[] {
  const { report } = known;
  const items = new Map(report.items.map((item) => [item.id, item]));
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  const normalize = createNormalizer();
  const leadIns = readLeadIns(known);
  return report.sentences.map((sentence) => {
    const lead = items.get(sentence.itemId)?.lead ?? null;
    return {
      id: `${report.id}#${sentence.id}`,
      known,
      sentence,
      text: normalizeText(sliceSpan(report.source, sentence)),
      lead: lead ? normalize(sliceSpan(report.source, lead)) : '',
      before: normalize(
        (leadIns.get(sentence.id)?.before ?? []).map((span) => sliceSpan(report.source, span)).join(' '),
      ),
      heading: normalize(sections.get(sentence.sectionId)?.path ?? ''),
      period: sentence.clauses[0]?.period ?? null,
      isLead: lead !== null && lead.start === sentence.start,
    };
  });
}
