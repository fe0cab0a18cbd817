import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Period } from '../../report/report.ts';
import type { Span } from '../../report/span.ts';
import { readCharacters, readPairs } from '../../search/grams.ts';
import type { PassageContext } from '../ranking/describe-passages.ts';
import type { FigureContext } from '../ranking/figure-context.ts';

/** The texts a candidate is found by, from its own words outwards. All normalised. */
export type Zone = 'own' | 'near' | 'sentence' | 'above';

/** The pairs and characters of a text, each once. */
export type Grams = { readonly pairs: ReadonlySet<string>; readonly characters: ReadonlySet<string> };

type CandidateBase = {
  /** Unique over all reports, and the same whenever the same knowledge is loaded: `figure:REPORT:START-END`. */
  readonly id: string;
  readonly known: KnownReport;
  readonly span: Span;
  readonly period: Period | null;
  readonly zones: Readonly<Record<Zone, string>>;
  readonly grams: Readonly<Record<Zone, Grams>>;
  /** The grams a question may put into words of its own, each once in its zone; `near` and `sentence` only for numbers. */
  readonly sayable: Readonly<Record<'own' | 'near' | 'sentence', readonly string[]>>;
};

/** A number that may answer. */
export type FigureCandidate = CandidateBase & {
  readonly kind: 'figure';
  readonly context: FigureContext;
  /** Ways to call it: its own words, then its reviewed name and aliases. */
  readonly names: readonly { readonly text: string; readonly grams: Grams }[];
  /** The characters that stand right beside the number: what it counts. */
  readonly head: readonly string[];
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

/** Makes the candidate of a number. */
export function toFigureCandidate(context: FigureContext): FigureCandidate {
  const { figure, known } = context;
  const zones = {
    own: context.own,
    near: [context.shared, context.reference, context.opening, context.clause].join('\n'),
    sentence: context.sentence,
    above: context.heading,
  };
  const grams = gramsOfZones(zones);
  const names = [context.printedOwn + context.shared, ...context.names].map((text) => ({
    text,
    grams: gramsOf(text),
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
    head: before.length > 0 ? before : after,
  };
}

/** Makes the candidate of a sentence. */
export function toSentenceCandidate(context: PassageContext): SentenceCandidate {
  const { sentence, known } = context;
  const zones = {
    own: context.text,
    near: context.text,
    sentence: context.text,
    above: `${context.lead}\n${context.heading}`,
  };
  const grams = gramsOfZones(zones);
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
export function gramsOf(text: string): Grams {
  return { pairs: new Set(readPairs(text)), characters: new Set(readCharacters(text)) };
}

type GramList = { readonly pairs: Iterable<string>; readonly characters: Iterable<string> };

/** All pairs and characters of several texts, each once. */
function joinGrams(...all: readonly GramList[]): readonly string[] {
  return [...new Set(all.flatMap(({ pairs, characters }) => [...pairs, ...characters]))];
}

function gramsOfZones(zones: Readonly<Record<Zone, string>>): Record<Zone, Grams> {
  return {
    own: gramsOf(zones.own),
    near: gramsOf(zones.near),
    sentence: gramsOf(zones.sentence),
    above: gramsOf(zones.above),
  };
}
