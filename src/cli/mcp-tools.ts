import { createAnswerer } from '../answering/create-answerer.ts';
import { quoteSpan } from '../answering/quotes.ts';
import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { locateInOriginal } from '../knowledge/locate.ts';
import { contains } from '../report/span.ts';
import { createPassageIndex } from '../search/passage-index.ts';
import { createTokenizer } from '../search/tokenize.ts';
import type { Entry } from '../targets/entry.ts';
import type { Standing } from '../targets/judge-target.ts';
import type { LocalDate } from '../targets/local-date.ts';
import type { Target } from '../targets/target.ts';
import { judgeTargets } from '../targets/target-rows.ts';
import { scopeKnowledge } from './scope-knowledge.ts';

/**
 * What assistants may call, as functions of the knowledge: the same answers and spans as `npm run ask -- --json`. What a
 * scope needs is prepared when it is first asked for, and kept.
 */
export function createReportTools(knowledge: Knowledge) {
  const tokenizer = createTokenizer({ words: knowledge.synonyms.flat() });
  const answererOf = keepByReports(createAnswerer);
  const indexOf = keepByReports((scoped) => {
    const sentences = scoped.reports.flatMap((known) =>
      known.report.sentences.map((sentence) => ({
        id: `${known.report.id}/${sentence.id}`,
        quote: quoteSpan(known, { start: sentence.start, end: sentence.end }),
      })),
    );
    return {
      quotes: new Map(sentences.map(({ id, quote }) => [id, quote])),
      index: createPassageIndex(
        sentences.map(({ id, quote }) => ({ id, text: `${quote.quote}\n${quote.section}` })),
        { tokenizer },
      ),
    };
  });

  return {
    /** The answer to a question: exactly what `ask --json` prints. */
    askReport: ({ question, scope }: { readonly question: string; readonly scope?: string | undefined }) =>
      answererOf(scopeKnowledge(knowledge, scope)).answer(question),

    /** Sentences nearest to some words, best first. */
    findPassages({
      query,
      scope,
      limit,
    }: {
      readonly query: string;
      readonly scope?: string | undefined;
      readonly limit: number;
    }) {
      const { index, quotes } = indexOf(scopeKnowledge(knowledge, scope));
      const passages = index.search(query, limit).flatMap(({ id, score }) => {
        const quote = quotes.get(id);
        return quote ? [{ ...quote, score }] : [];
      });
      return { knowledgeVersion: knowledge.version, query, passages };
    },

    /** Every report with what it is about. */
    listReports({ scope }: { readonly scope?: string | undefined }) {
      const reports = scopeKnowledge(knowledge, scope).reports.map(
        ({ report, title, years, places, kind, collection, received, figures, layout }) => ({
          id: report.id,
          title,
          years,
          places,
          kind,
          collection,
          received,
          figures: figures.length,
          pages: layout.pages.length,
          chars: report.source.length,
        }),
      );
      return { knowledgeVersion: knowledge.version, reports };
    },

    /** A span of a report, and the whole paragraph it begins in. */
    readPassage({
      report,
      start,
      end,
    }: {
      readonly report: string;
      readonly start: number;
      readonly end: number;
    }) {
      const known = knowledge.reports.find((candidate) => candidate.report.id === report);
      if (!known) {
        const ids = knowledge.reports.map((candidate) => candidate.report.id).join(', ');
        throw new AppError('input_invalid', `there is no report “${report}”; there are: ${ids || 'none'}`);
      }
      const { length } = known.report.source;
      if (start >= end || end > length) {
        throw new AppError(
          'input_invalid',
          `[${start}, ${end}) is no span of “${report}”; offsets run from 0 to ${length}, the end is exclusive`,
        );
      }
      const passage = quoteSpan(known, { start, end });
      const around = known.layout.paragraphs.find((paragraph) =>
        contains(paragraph, { start, end: start + 1 }),
      );
      return {
        knowledgeVersion: knowledge.version,
        ...passage,
        paragraph: around ? quoteSpan(known, { start: around.start, end: around.end }) : null,
      };
    },
  };
}

/** Where the targets of a scope stand on a day, by the rules of the digest; nothing of who said what. */
export function describeTargets(input: {
  readonly knowledge: Knowledge;
  readonly targets: readonly Target[];
  readonly entries: readonly Entry[];
  readonly asOf: LocalDate;
  readonly scope?: string | undefined;
  readonly target?: string | undefined;
}) {
  const { knowledge, targets, entries, asOf, scope, target: wanted } = input;
  const ids = new Set(scopeKnowledge(knowledge, scope).reports.map(({ report }) => report.id));
  const inScope = targets.filter(({ source }) => ids.has(source));
  const chosen = inScope.filter(
    ({ id, name, quote }) =>
      wanted === undefined || id === wanted || name.includes(wanted) || quote.includes(wanted),
  );
  if (wanted !== undefined && chosen.length === 0) {
    throw new AppError(
      'input_invalid',
      `no target has the id “${wanted}” or these words; call without a target to list all ${inScope.length}`,
    );
  }
  const rows = judgeTargets({ targets: chosen, entries, owners: new Map(), asOf });
  return {
    knowledgeVersion: knowledge.version,
    asOf,
    targets: rows.map(({ target, standing }) => ({
      ...target,
      ...printedAt(knowledge, target),
      ...sayStanding(standing),
    })),
  };
}

function sayStanding({ status, byRule, expected, achievedShare, expectedShare, isStale, latest }: Standing) {
  const said =
    latest === null
      ? null
      : {
          asOf: latest.asOf,
          ...(latest.kind === 'value' ? { value: latest.value } : { state: latest.state }),
        };
  return { status, byRule, expected, achievedShare, expectedShare, isStale, latest: said };
}

function printedAt(
  knowledge: Knowledge,
  spot: { readonly source: string; readonly start: number; readonly end: number },
) {
  const known = knowledge.reports.find(({ report }) => report.id === spot.source);
  const place = known ? locateInOriginal(known.layout, spot) : null;
  return place ? { printedAt: place } : {};
}

/** Keeps what was made for a set of reports; there are no more sets than reports and places. */
function keepByReports<T>(make: (knowledge: Knowledge) => T): (knowledge: Knowledge) => T {
  const made = new Map<string, T>();
  return (knowledge) => {
    const key = knowledge.reports.map(({ report }) => report.id).join('\n');
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(knowledge);
    made.set(key, fresh);
    return fresh;
  };
}
