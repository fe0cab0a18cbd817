import type { KnownReport } from '../../knowledge/knowledge.ts';
import { sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import { createZoneIndex, type ZoneIndex } from '../../search/zone-index.ts';
import { gramsOfQuestion } from '../retrieval/asked-index.ts';
import { ASSOCIATIONS } from '../scoring/fitted-model.ts';
import { readMeant } from '../scoring/rewording.ts';
import { type Series, yearOf } from './series.ts';

/** Finds which of many reports a question is likely to be answered from. */
export type ReportFinder = {
  /** The series with the best sentences for a question, best first, at most `limit`; all where there are no more. */
  choose(series: readonly Series[], question: string, limit: number): readonly Series[];
};

/** Sentences looked at: many reports may say the same. */
const MAX_SENTENCES = 400;

/** Creates the finder of some reports; its index is made when it is first needed. */
export function createReportFinder(reports: readonly KnownReport[]): ReportFinder {
  let index: ZoneIndex | undefined;
  return {
    choose(series, question, limit) {
      if (series.length <= limit) return series;
      index ??= indexSentences(reports);
      const said = gramsOfQuestion(normalizeText(question));
      const grams = [...said, ...readMeant(said, ASSOCIATIONS)];
      const ids = new Set(
        index.search(grams, MAX_SENTENCES).map(({ id }) => id.slice(0, id.lastIndexOf(':'))),
      );
      const found = [...ids].flatMap((id) =>
        series.filter((each) => each.some(({ report }) => report.id === id)),
      );
      return [...new Set([...found, ...series])].slice(0, limit);
    },
  };
}

/** Sentences of newer reports come first where they fit alike. */
function indexSentences(reports: readonly KnownReport[]): ZoneIndex {
  const newestFirst = reports.toSorted((a, b) => yearOf(b) - yearOf(a));
  return createZoneIndex(
    newestFirst.flatMap(({ report }) =>
      report.sentences.map((sentence) => ({
        id: `${report.id}:${sentence.start}`,
        zones: { text: normalizeText(sliceSpan(report.source, sentence)) },
      })),
    ),
    { text: 1 },
  );
}
