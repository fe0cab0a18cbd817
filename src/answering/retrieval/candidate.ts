import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Period } from '../../report/report.ts';
import type { Span } from '../../report/span.ts';
import { readCharacters, readPairs } from '../../search/grams.ts';
import { createTermTable, type TermTable } from '../../search/term-table.ts';
import type { PassageContext } from '../ranking/describe-passages.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import {
  type AnswerForm,
  formOfNumber,
  formOfSentence,
  type NumberAspects,
  readNumberAspects,
} from '../scoring/answer-form.ts';

/** The texts a candidate is found by, from its own words outwards. All normalised. */
export type Zone = 'own' | 'near' | 'sentence' | 'above';

/** The zones, and what a candidate goes on about: what leads its sentence, and what leads those before it. */
export type Context = Zone | 'topic' | 'before';

/** The pairs and characters of a text, each once, in the order of print, by their numbers in the table of the index. */
export type Grams = {
  /** The pairs, then the characters. */
  readonly all: readonly number[];
  readonly pairCount: number;
};

type CandidateBase = {
  /** Unique over all reports, and the same whenever the same knowledge is loaded: `figure:REPORT:START-END`. */
  readonly id: string;
  readonly known: KnownReport;
  readonly span: Span;
  readonly period: Period | null;
  readonly form: AnswerForm;
  readonly zones: Readonly<Record<Context, string>>;
  readonly grams: Readonly<Record<Context, Grams>>;
  /** The grams a question may put into words of its own, each once in its zone; `near` and `topic` only for numbers. */
  readonly sayable: Readonly<Record<'own' | 'near' | 'topic' | 'sentence' | 'before', readonly number[]>>;
};

/** A number that may answer. */
export type FigureCandidate = CandidateBase & {
  readonly kind: 'figure';
  readonly context: FigureContext;
  /** Ways to call it: its own words, then its reviewed name and aliases. */
  readonly names: readonly { readonly text: string; readonly grams: Grams }[];
  readonly aspects: NumberAspects;
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

/** Makes the candidate of a number. */
export function toFigureCandidate(context: FigureContext, reader: GramReader): FigureCandidate {
  const { figure, known } = context;
  const zones = {
    own: context.own,
    near: [context.shared, context.reference, context.opening, context.clause].join('\n'),
    topic: context.topic,
    sentence: context.sentence,
    before: context.before,
    above: context.heading,
  };
  const grams = gramsOfZones(zones, reader);
  // 其中 says whose part it is, and is no part of its name.
  const printed = `${context.printedOwn}${context.shared}`.replace(/^其中[,:]?/u, '');
  const names = [printed, ...context.names].map((text) => ({ text, grams: reader.read(text) }));
  const aspects = readNumberAspects(context);
  const before = readCharacters(context.printedBefore.join('')).slice(-HEAD_CHARS);
  const after = readCharacters(context.printedAfter.join('')).slice(0, HEAD_CHARS);
  return {
    kind: 'figure',
    id: `figure:${known.report.id}:${figure.start}-${figure.end}`,
    known,
    span: { start: figure.start, end: figure.end },
    period: figure.period,
    form: formOfNumber(context, aspects),
    aspects,
    context,
    zones,
    grams,
    sayable: {
      own: [...new Set([...grams.own.all, ...names.flatMap((name) => pairsOf(name.grams))])],
      near: grams.near.all,
      topic: grams.topic.all,
      sentence: reader.join(grams.sentence, grams.above),
      before: grams.before.all,
    },
    names,
    head: (before.length > 0 ? before : after).map(reader.table.add),
  };
}

/** Makes the candidate of a sentence. */
export function toSentenceCandidate(context: PassageContext, reader: GramReader): SentenceCandidate {
  const { sentence, known } = context;
  const zones = {
    own: context.text,
    near: context.text,
    topic: '',
    sentence: context.text,
    before: context.before,
    above: `${context.lead}\n${context.heading}`,
  };
  const grams = gramsOfZones(zones, reader);
  return {
    kind: 'sentence',
    id: `sentence:${known.report.id}:${sentence.start}-${sentence.end}`,
    known,
    span: { start: sentence.start, end: sentence.end },
    period: context.period,
    form: formOfSentence(context.period),
    context,
    zones,
    grams,
    sayable: {
      own: grams.own.all,
      near: [],
      topic: [],
      sentence: reader.join(NO_GRAMS, grams.above),
      before: grams.before.all,
    },
  };
}

/** Reads normalised texts as grams; the same one again, as of a heading above many candidates, is the same object. */
export type GramReader = {
  /** The numbers of all grams that were read. */
  readonly table: TermTable;
  read(text: string): Grams;
  /** All of some grams and the pairs of those above, each once; of the same two the same list. */
  join(grams: Grams, above: Grams): readonly number[];
};

const NO_GRAMS: Grams = { all: [], pairCount: 0 };

const pairsOf = ({ all, pairCount }: Grams): readonly number[] => all.slice(0, pairCount);

/** Creates a reader that numbers grams by a table. */
export function createGramReader(table: TermTable = createTermTable()): GramReader {
  const known = new Map<string, Grams>();
  const joined = new Map<Grams, Map<Grams, readonly number[]>>();
  const numberAll = (grams: readonly string[]): number[] => [...new Set(grams)].map(table.add);
  return {
    table,
    read(text) {
      const there = known.get(text);
      if (there) return there;
      const pairs = numberAll(readPairs(text));
      const grams = { all: [...pairs, ...numberAll(readCharacters(text))], pairCount: pairs.length };
      known.set(text, grams);
      return grams;
    },
    join(grams, above) {
      const withAbove = joined.get(grams) ?? new Map<Grams, readonly number[]>();
      joined.set(grams, withAbove);
      const list = withAbove.get(above) ?? [...new Set([...grams.all, ...pairsOf(above)])];
      withAbove.set(above, list);
      return list;
    },
  };
}

function gramsOfZones(
  zones: Readonly<Record<Context, string>>,
  { read }: GramReader,
): Record<Context, Grams> {
  return {
    own: read(zones.own),
    near: read(zones.near),
    topic: read(zones.topic),
    sentence: read(zones.sentence),
    before: read(zones.before),
    above: read(zones.above),
  };
}
