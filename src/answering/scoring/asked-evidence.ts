import { SHARE_DIMENSIONS } from '../../report/units.ts';
import { readCharacters, readPairs } from '../../search/grams.ts';
import { keepForEach } from '../../search/remember-lately.ts';
import type { TermTable } from '../../search/term-table.ts';
import { type Operation, readComparison } from '../language/comparisons.ts';
import { PROCEDURE } from '../language/question-frames.ts';
import { type AskedLikeness, gramsOfQuestion } from '../retrieval/asked-index.ts';
import type { Grams } from '../retrieval/candidate.ts';
import type { CandidateIndex } from '../retrieval/candidate-index.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { AskedClassifier, Classified } from './asked-classifier.ts';
import type { Associations } from './associations.ts';
import type { AskedForm, FormClassifier } from './form-classifier.ts';
import { type Rewording, readMeant, readRewording } from './rewording.ts';

/** A term with what it weighs and what it is made of. */
export type WeighedTerm = {
  readonly term: Term;
  readonly text: string;
  /** How telling it is in these reports, by its pairs. */
  readonly weight: number;
  /** The places of its grams among those said (`SaidGrams`), repetitions kept. */
  readonly pairs: readonly number[];
  readonly characters: readonly number[];
  /** What says it, as far as it may stand in a text of the reports. */
  readonly words: readonly PrintableWord[];
};

/** A word and the number of the pair it begins with; -1 for one that begins with none, as a number or a single character. */
export type PrintableWord = { readonly text: string; readonly pair: number };

/** The pairs and characters of a question, each once: first those of what is asked about, then those of its terms alone. */
export type SaidGrams = {
  readonly size: number;
  /** By the number of a gram at candidates: one more than its place among those said; 0 for what is not said. */
  readonly slots: Uint16Array;
  /** The weights of what is asked about, by place: its pairs, then its characters. */
  readonly pairWeights: readonly number[];
  readonly characterWeights: readonly number[];
};

/** A question with everything about it that does not depend on a candidate; made once a question. */
export type AskedEvidence = {
  readonly asked: Interpretation;
  readonly terms: readonly WeighedTerm[];
  readonly said: SaidGrams;
  /** By the number of a gram at candidates: 1 for what is asked about or may stand for a term. */
  readonly sayable: Uint8Array;
  /** By the number of a gram at candidates: 1 for one that a word of some term begins with. */
  readonly beginning: Uint8Array;
  /** What a search needs: the grams of the question, and those that may stand for them. */
  readonly searched: readonly string[];
  readonly likeness: AskedLikeness;
  /** What known questions teach about this one, by report id. */
  readonly classified: ReadonlyMap<string, Classified>;
  readonly wantsNumber: boolean;
  readonly wantsList: boolean;
  /** The term next to the asking word: what is counted or measured. */
  readonly focus: WeighedTerm | null;
  readonly aspects: Aspects;
  /** What the question wants reckoned, if anything. */
  readonly operation: Operation | null;
  /** A way of doing something is asked for. */
  readonly asksHow: boolean;
  readonly rewording: Rewording;
  /** The form of what is asked for. */
  readonly form: AskedForm;
  /** What was found in zones: many candidates have their sentence, what leads it and the heading above it in common. */
  readonly zones: ZonesRead;
};

/** What of a question was found in zones that candidates share; filled as they are read. */
export type ZonesRead = {
  /** By the grams of a zone. */
  readonly read: Map<Grams, ZoneRead>;
  /** The grams that the candidate looked at holds, by place; one table for all, one after another. */
  readonly located: Uint8Array;
};

/** What of a question was found in a zone. */
export type ZoneRead = {
  /** The places of the grams that stand there. */
  readonly places: readonly number[];
  /** The numbers of those that a word of some term begins with. */
  readonly beginnings: readonly number[];
  /** Whether it says each term, as far as somebody looked. */
  readonly says: (boolean | undefined)[];
};

/** Sides of a number that a question may ask for in so many words. */
export type Aspects = {
  /** How it changed: `增长多少`. */
  readonly growth: boolean;
  /** What came new in the year: `新增多少`. */
  readonly added: boolean;
  /** Something new or built may be meant. */
  readonly mayBeAdded: boolean;
  /** All there is: `现有多少`. */
  readonly held: boolean;
  /** For each person, month or thing: `每人多少`. */
  readonly each: boolean;
  readonly eachWord: boolean;
  /** 万 or 亿, when the asking names one. */
  readonly scale: '万' | '亿' | null;
  readonly share: boolean;
};

const ROLE_WEIGHT = { topic: 1, scope: 1, soft: 0.4 } as const;

type Preparation = {
  readonly asked: Interpretation;
  readonly index: CandidateIndex;
  readonly likeness: AskedLikeness;
  readonly classifiers: ReadonlyMap<string, AskedClassifier>;
  readonly wantsList: boolean;
  readonly associations: Associations;
  readonly forms: FormClassifier;
};

/** What a part of a question says, with what it takes from the part before it (`福彩销售和增速`). */
export function completeText({ text, terms }: Interpretation): string {
  const lent = terms.filter((term) => !text.includes(term.text)).map((term) => term.text);
  return lent.length === 0 ? text : `${lent.join('')}${text}`;
}

/** Prepares a question for being held against candidates. */
export function prepareAsked({
  asked,
  index,
  likeness,
  classifiers,
  wantsList,
  associations,
  forms,
}: Preparation): AskedEvidence {
  const read = asked.terms.map((term) => {
    const pairs = readPairs(term.text);
    const characters = readCharacters(term.text);
    const grams = pairs.length > 0 ? pairs : characters;
    const mean = grams.reduce((total, gram) => total + index.weightOf(gram), 0) / Math.max(1, grams.length);
    return { term, weight: ROLE_WEIGHT[term.role] * mean, pairs, characters };
  });
  const characters = [...new Set(read.flatMap((term) => term.characters))];
  const held = new Set(characters);
  const pairs = [...new Set(readPairs(asked.text))].filter(
    (pair) => asked.terms.some(({ text }) => text.includes(pair)) || [...pair].some((each) => held.has(each)),
  );
  const places = new Map(
    [...new Set([...pairs, ...characters, ...read.flatMap((term) => term.pairs)])].map((gram, place) => [
      gram,
      place,
    ]),
  );
  const terms = read.map(
    ({ term, weight, ...grams }): WeighedTerm => ({
      term,
      text: term.text,
      weight,
      pairs: grams.pairs.flatMap((gram) => places.get(gram) ?? []),
      characters: grams.characters.flatMap((gram) => places.get(gram) ?? []),
      words: findPrintable(term.alternatives, index.grams),
    }),
  );
  const alternatives = asked.terms.map((term) => gramsOfWords(term.alternatives));
  const sayable = [
    ...new Set(alternatives.flatMap((grams) => grams.pairs)),
    ...new Set(alternatives.flatMap((grams) => grams.characters)),
    ...pairs,
  ];
  const wantsNumber = asked.quantities.length > 0;
  const said = gramsOfQuestion(completeText(asked));
  return {
    asked,
    terms,
    said: {
      size: places.size,
      slots: placeByNumber(places, index.grams),
      pairWeights: pairs.map(index.weightOf),
      characterWeights: characters.map(index.weightOf),
    },
    beginning: markBeginnings(terms, index.grams),
    sayable: markByNumber([...sayable, ...characters], index.grams),
    searched: [...sayable, ...readMeant(said, associations)],
    likeness,
    classified: new Map([...classifiers].map(([report, classify]) => [report, classify(said)])),
    wantsNumber,
    wantsList,
    focus: wantsNumber ? findFocus(terms, asked) : null,
    aspects: readAspects(asked),
    operation: readOperation(asked.text),
    asksHow: PROCEDURE.test(asked.text),
    rewording: readRewording(said, associations, index.grams),
    form: forms.read(asked),
    zones: { read: new Map(), located: new Uint8Array(places.size) },
  };
}

/** The words that may stand in a text with these grams: none of a Han word that begins with a pair no text has. */
function findPrintable(words: readonly string[], table: TermTable): readonly PrintableWord[] {
  return words.flatMap((text): PrintableWord[] => {
    if (!HAN_WORD.test(text)) return [{ text, pair: -1 }];
    const pair = table.find(text.slice(0, 2));
    return pair === undefined ? [] : [{ text, pair }];
  });
}

const HAN_WORD = /^(?:(?![\ud800-\udfff])\p{Script=Han}){2,}$/u;

function markBeginnings(terms: readonly WeighedTerm[], table: TermTable): Uint8Array {
  const marks = new Uint8Array(table.terms.length);
  for (const { words } of terms) for (const { pair } of words) if (pair >= 0) marks[pair] = 1;
  return marks;
}

type WordGrams = { readonly pairs: readonly string[]; readonly characters: readonly string[] };

/** A term comes again in every reading of a question, and often in the next one. */
const gramsOfWords = keepForEach(
  (words: readonly string[]): WordGrams => ({
    pairs: [...new Set(words.flatMap(readPairs))],
    characters: [...new Set(words.flatMap(readCharacters))],
  }),
);

function placeByNumber(places: ReadonlyMap<string, number>, table: TermTable): Uint16Array {
  const slots = new Uint16Array(table.terms.length);
  for (const [gram, place] of places) {
    const number = table.find(gram);
    if (number !== undefined) slots[number] = place + 1;
  }
  return slots;
}

function markByNumber(grams: readonly string[], table: TermTable): Uint8Array {
  const marks = new Uint8Array(table.terms.length);
  for (const gram of grams) {
    const number = table.find(gram);
    if (number !== undefined) marks[number] = 1;
  }
  return marks;
}

/** What is to be reckoned; `一共有多少张` of one thing asks for a printed total. */
function readOperation(text: string): Operation | null {
  const comparison = readComparison(text);
  if (comparison?.operation === 'sum' && comparison.sides === null && comparison.members.length < 2)
    return null;
  return comparison?.operation ?? null;
}

/** The term nearest to the last asking word; one behind it a little before one in front. */
function findFocus(terms: readonly WeighedTerm[], { text, quantities }: Interpretation): WeighedTerm | null {
  const asking = quantities.at(-1);
  if (!asking) return null;
  const distances = terms.flatMap((term) => {
    const at = text.lastIndexOf(term.text);
    if (at < 0) return [];
    const distance = at >= asking.end ? at - asking.end : asking.start - at - term.text.length + 0.5;
    return [{ term, distance: Math.max(0, distance) }];
  });
  return distances.sort((a, b) => a.distance - b.distance)[0]?.term ?? null;
}

/** Something new or built may be meant. */
export const MAY_BE_ADDED = /[新增添建]|多了/u;

function readAspects({ text, quantities, dimensions }: Interpretation): Aspects {
  const words = quantities.map((quantity) => quantity.words).join('');
  return {
    growth: /增长|增幅|增速|涨|同比|下降|减少|提高了|降/u.test(text),
    added: /新增|新建|新添|新设/u.test(text),
    mayBeAdded: MAY_BE_ADDED.test(text),
    held: /现有|共有|[一总]共|总数|目前|现在|有多少/u.test(text),
    each: /每|人均|月|平均/u.test(text),
    eachWord: text.includes('每'),
    scale: words.includes('亿') ? '亿' : words.includes('万') ? '万' : null,
    share: dimensions.some((dimension) => SHARE_DIMENSIONS.includes(dimension)),
  };
}
