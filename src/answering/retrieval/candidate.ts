import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Period } from '../../report/report.ts';
import type { Span } from '../../report/span.ts';
import { readCharacters, readPairs } from '../../search/grams.ts';
import type { TermTable } from '../../search/term-table.ts';
import type { PassageContext } from '../ranking/describe-passages.ts';
import type { FigureContext } from '../ranking/figure-context.ts';

/** The texts a candidate is found by, from its own words outwards. All normalised. */
export type Zone = 'own' | 'near' | 'sentence' | 'above';

/** The pairs and characters of a text, each once, in the order of print, by their numbers in the table of the index. */
export type Grams = { readonly pairs: readonly number[]; readonly characters: readonly number[] };

type CandidateBase = {
  /** Unique over all reports, and the same whenever the same knowledge is loaded: `figure:REPORT:START-END`. */
  readonly id: string;
  readonly known: KnownReport;
  readonly span: Span;
  readonly period: Period | null;
  readonly zones: Readonly<Record<Zone, string>>;
  readonly grams: Readonly<Record<Zone, Grams>>;
  /** The grams a question may put into words of its own, each once in its zone; `near` and `sentence` only for numbers. */
  readonly sayable: Readonly<Record<'own' | 'near' | 'sentence', readonly number[]>>;
};

/** A number that may answer. */
export type FigureCandidate = CandidateBase & {
  readonly kind: 'figure';
  readonly context: FigureContext;
  /** Ways to call it: its own words, then its reviewed name and aliases. */
  readonly names: readonly { readonly text: string; readonly grams: Grams }[];
  /** The characters that stand right beside the number, by their numbers: what it counts. */
  readonly head: readonly number[];
};

/** A sentence that may answer. */
export type SentenceCandidate = CandidateBase & {
  readonly kind: 'sentence';
  readonly context: PassageContext;
};

/** What may answer a question. */
export type Candidate = FigureCandidate | SentenceCandidate;

/** How many characters beside a number say what it counts. */
const HEAD_CHARS = 4;

/** Makes the candidate of a number; its grams are numbered by the table. */
export function toFigureCandidate(context: FigureContext, table: TermTable): FigureCandidate {
  const { figure, known } = context;
  const zones = {
    own: context.own,
    near: [context.shared, context.reference, context.opening, context.clause].join('\n'),
    sentence: context.sentence,
    above: context.heading,
  };
  const grams = gramsOfZones(zones, table);
  const names = [context.printedOwn + context.shared, ...context.names].map((text) => ({
    text,
    grams: gramsOf(text, table),
  }));
  const before = readCharacters(context.printedBefore.join('')).slice(-HEAD_CHARS);
  const after = readCharacters(context.printedAfter.join('')).slice(0, HEAD_CHARS);
  return {
    kind: 'figure',
    id: `figure:${known.report.id}:${figure.start}-${figure.end}`,
    known,
    span: { start: figure.start, end: figure.end },
    period: figure.period,
    context,
    zones,
    grams,
    sayable: {
      own: joinGrams(grams.own, ...names.map((name) => ({ ...name.grams, characters: [] }))),
      near: joinGrams(grams.near),
      sentence: joinGrams(grams.sentence, { pairs: grams.above.pairs, characters: [] }),
    },
    names,
    head: (before.length > 0 ? before : after).map(table.add),
  };
}

/** Makes the candidate of a sentence; its grams are numbered by the table. */
export function toSentenceCandidate(context: PassageContext, table: TermTable): SentenceCandidate {
  const { sentence, known } = context;
  const zones = {
    own: context.text,
    near: context.text,
    sentence: context.text,
    above: `${context.lead}\n${context.heading}`,
  };
  const grams = gramsOfZones(zones, table);
  return {
    kind: 'sentence',
    id: `sentence:${known.report.id}:${sentence.start}-${sentence.end}`,
    known,
    span: { start: sentence.start, end: sentence.end },
    period: context.period,
    context,
    zones,
    grams,
    sayable: {
      own: joinGrams(grams.own),
      near: [],
      sentence: joinGrams({ pairs: grams.above.pairs, characters: [] }),
    },
  };
}

/** The pairs and characters of normalised text. */
function gramsOf(text: string, table: TermTable): Grams {
  const numberAll = (grams: readonly string[]): number[] => [...new Set(grams)].map(table.add);
  return { pairs: numberAll(readPairs(text)), characters: numberAll(readCharacters(text)) };
}

/** All pairs and characters of several texts, each once. */
function joinGrams(...all: readonly Grams[]): readonly number[] {
  return [...new Set(all.flatMap(({ pairs, characters }) => [...pairs, ...characters]))];
}

/** The grams of each zone; those of a text that is several zones at once are kept once. */
function gramsOfZones(zones: Readonly<Record<Zone, string>>, table: TermTable): Record<Zone, Grams> {
  const own = gramsOf(zones.own, table);
  const near = zones.near === zones.own ? own : gramsOf(zones.near, table);
  return {
    own,
    near,
    sentence: zones.sentence === zones.own ? own : gramsOf(zones.sentence, table),
    above: gramsOf(zones.above, table),
  };
}
