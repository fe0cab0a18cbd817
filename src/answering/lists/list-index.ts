import type { KnownReport } from '../../knowledge/knowledge.ts';
import { type Span, sliceSpan } from '../../report/span.ts';
import { readCharacters, readPairs } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Tokenizer, Word } from '../../search/tokenize.ts';
import { isGeneralWord } from '../language/list-questions.ts';
import { type Described, type ListableContext, splitByPeriod } from '../ranking/describe-sections.ts';
import type { CandidateIndex } from '../retrieval/candidate-index.ts';

/** Something that can be listed, with the grams of its parts by their numbers in the index. */
export type Listable = {
  readonly context: ListableContext;
  /** What names it. */
  readonly name: readonly number[];
  /** The names of its points, or how they begin. */
  readonly outline: readonly number[];
  readonly above: readonly number[];
  readonly body: readonly number[];
  /** Each point by itself. */
  readonly points: readonly (readonly number[])[];
  /** The nouns of its name that tell more than that something is done or told. */
  readonly nouns: readonly Word[];
};

/** A point without a name is told by how it begins. */
const OPENING_CHARS = 24;

type Reading = { readonly index: Pick<CandidateIndex, 'grams'>; readonly tokenizer: Tokenizer };

/** Reads the grams of everything that can be listed; done at the first question that asks for a list. */
export function readListables(
  contexts: readonly ListableContext[],
  { index: { grams }, tokenizer }: Reading,
): readonly Listable[] {
  const read = (text: string): readonly number[] => [
    ...new Set([...readPairs(text), ...readCharacters(text)].flatMap((gram) => grams.find(gram) ?? [])),
  ];
  return contexts.map(
    (context): Listable => ({
      context,
      name: read(context.name),
      outline: read(
        context.outline === ''
          ? context.pointTexts.map((text) => text.slice(0, OPENING_CHARS)).join('\n')
          : context.outline,
      ),
      above: read(context.above),
      body: read(context.body),
      points: context.pointTexts.map(read),
      nouns: tokenizer
        .segment(context.name)
        .filter(({ text }) => tokenizer.classOf(text) === 'noun' && !isGeneralWord(text)),
    }),
  );
}

/** The whole of a report as a list of its parts, and the parts of each time together; none where it has no two. */
export function describeWhole(known: KnownReport): ListableContext[] {
  const { report } = known;
  const tops = report.sections.filter(({ parentId }) => parentId === null);
  const [title] = report.titles;
  if (!title || tops.length < 2) return [];
  const headings = tops.map(({ heading }) => heading);
  const textOf = (span: Span): string => normalizeText(sliceSpan(report.source, span));
  const outline = headings.map(textOf).join('\n');
  const whole: Described = {
    known,
    span: { start: tops[0]?.start ?? 0, end: tops.at(-1)?.end ?? 0 },
    period: null,
    name: textOf(title),
    above: '',
    body: outline,
    points: headings,
    outline,
    title,
    depth: 0,
    isNameless: true,
  };
  return [whole, ...splitByPeriod(whole)].map((context) => ({
    ...context,
    outline: context.points.map(textOf).join('\n'),
    pointTexts: context.points.map(textOf),
  }));
}

/** A list by its title, as known questions name it. */
export const placeOfList = ({ title }: Pick<ListableContext, 'title'>): string =>
  `list:${title.start}-${title.end}`;
