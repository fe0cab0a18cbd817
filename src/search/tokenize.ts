import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { normalizeText } from './normalize.ts';
import { isStopWord, QUESTION_FRAME } from './stop-words.ts';

/** A word of normalised text; `start` and `end` are UTF-16 offsets into it. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `number` keeps decimals, thousands and ratios whole: 2.95`45.35`, `1:0.76`. */
  readonly kind: 'han' | 'number' | 'latin';
};

/** A term of a question and how much a passage gains by holding it. */
type QueryTerm = { readonly text: string; readonly weight: number };

/** Names of things, doings and qualities, everything else, and what no dictionary lists. */
export type WordClass = 'noun' | 'verb' | 'other' | 'unlisted';

export type Tokenizer = {
  /** Cuts normalised text into words; punctuation and spaces are left out. */
  segment(text: string): readonly Word[];
  /** Whether a text means something by itself: no adverb, pronoun, particle, direction or number. */
  isContent(text: string): boolean;
  /** What sort of word a text is by the dictionary; of several words, what the last of them is. */
  classOf(text: string): WordClass;
  /** Whether the last word of a text is what somebody does, be it said like a thing (`培育`, `医疗救助`). */
  isDoing(text: string): boolean;
  /** Whether the dictionary takes a word for the name of a place or a person (`万州`, `梁平`), and so for no other word. */
  isName(text: string): boolean;
  /** Whether a text is one word of the dictionary or of the domain, not merely joined by the segmenter. */
  isWord(text: string): boolean;
  /**
   * What normalised text is found by, repetitions kept: every Han character, every pair of neighbouring ones, every
   * longer word, every number and Latin word. Pairs also stand for the words of two characters.
   */
  documentTerms(text: string): readonly string[];
  /** The distinct terms of a normalised question, without its stop words and its frame. */
  queryTerms(question: string): readonly QueryTerm[];
};

/**
 * What each kind of term weighs; a pair that is also a word has both weights. Words are worth most per term but are
 * cut differently in different surroundings, pairs and characters make up for that. Halving or doubling any of the
 * three moves the first hit by 0.3 % or less on two public question sets, so these are not tuned finely. Numbers and
 * Latin words have no parts, so they weigh what a word of two characters weighs with its parts.
 */
const WEIGHTS = { word: 0.75, pair: 0.5, character: 0.85, whole: 2.95 } as const;

/** Things the dictionary takes for doings. */
const MISTAKEN = /.[费款金额率员证]$|[低医社五]保$|^[站所队组班园]长$/u;

/** What anybody may type must not fill the memory. */
const MOST_KEPT_WORDS = 20_000;

const RUN =
  /(?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:]\d+)*(?![\p{Script=Latin}\d]))|(?<latin>[\p{Script=Latin}\d]+(?:[-'.+#&_][\p{Script=Latin}\d]+)*)|(?<han>\p{Script=Han}+)/gu;

const require = createRequire(import.meta.url);

/**
 * The segmenter's own dictionary. Its module reads a second file of that size, too, and would keep both for good: 11 MB
 * that nothing needs when the segmenter has read them. Forgetting the module is not enough, as whoever required it keeps it.
 */
function readDictionary(): Uint8Array {
  const path = require.resolve('@node-rs/jieba/dict.js');
  const read: typeof import('@node-rs/jieba/dict.js') = require(path);
  const { dict } = read;
  Object.assign(read, { dict: undefined, idf: undefined });
  delete require.cache[path];
  return dict;
}

/**
 * Creates the one tokenizer that documents and questions share. It loads the segmenter's dictionary (about 0.2 s and
 * 40 MB), so make one per process.
 *
 * @param options.words domain words to keep whole (names and aliases of what the reports measure); any script or width.
 */
export function createTokenizer(options: { readonly words?: readonly string[] } = {}): Tokenizer {
  const jieba = Jieba.withDict(readDictionary());
  keepWhole(jieba, (options.words ?? []).map(normalizeText));

  /** Whether a text is a word, of those asked lately: all reports use much the same ones. */
  const words = new Map<string, boolean>();

  function segment(text: string): Word[] {
    const words: Word[] = [];
    for (const { groups, 0: run, index } of text.matchAll(RUN)) {
      if (groups?.han === undefined) {
        const kind = groups?.number === undefined ? 'latin' : 'number';
        words.push({ text: run, start: index, end: index + run.length, kind });
        continue;
      }
      let start = index;
      for (const cut of jieba.cut(run, true)) {
        words.push({ text: cut, start, end: start + cut.length, kind: 'han' });
        start += cut.length;
      }
    }
    return words;
  }

  return {
    segment,
    isName: (text) => {
      const [first, ...others] = jieba.tag(text, false);
      return others.length === 0 && /^n[rs]/u.test(first?.tag ?? '');
    },
    isWord: (text) => {
      const known = words.get(text) ?? jieba.cut(text, false).length === 1;
      if (words.size >= MOST_KEPT_WORDS) words.clear();
      words.set(text, known);
      return known;
    },
    classOf: (text) => {
      const words = jieba.tag(text, false);
      const last = words.at(-1);
      if (!last || (words.length > 1 && words.every(({ word }) => word.length === 1))) return 'unlisted';
      // A doing with its object (渡过|难关) is a doing.
      if (words.length > 1 && /^v(?!n)/.test(words[0]?.tag ?? '')) return 'verb';
      // The dictionary takes some sums, people and schemes for doings (保费, 护理员, 低保).
      if (/^(?:vn|an|[nbjsg]|eng)/.test(last.tag) || MISTAKEN.test(text)) return 'noun';
      return /^[vad]/.test(last.tag) ? 'verb' : 'other';
    },
    isDoing: (text) =>
      (!MISTAKEN.test(text) || text.endsWith('证')) && /^v/u.test(jieba.tag(text, false).at(-1)?.tag ?? ''),
    isContent: (text) => jieba.tag(text, true).some(({ tag }) => /^(?:[nvabijlzsg]|eng|x)/.test(tag)),
    documentTerms: (text) => {
      const terms: string[] = [];
      visitTerms(segment(text), (term, kind) => {
        // A word of one or two Han characters is in the list already, as a character or a pair.
        if (kind !== 'word' || term.length > 2) terms.push(term);
      });
      return terms;
    },
    queryTerms: (question) => {
      const asked = question.replace(QUESTION_FRAME, (frame) => ' '.repeat(frame.length));
      const seen = new Set<string>();
      const weights = new Map<string, number>();
      visitTerms(
        segment(asked).filter((word) => !isStopWord(word.text)),
        (term, kind) => {
          const key = `${kind} ${term}`;
          if (seen.has(key)) return;
          seen.add(key);
          weights.set(term, (weights.get(term) ?? 0) + WEIGHTS[kind]);
        },
      );
      return [...weights].map(([text, weight]) => ({ text, weight }));
    },
  };
}

/** Names each term of a text with its kind, in reading order. Pairs do not reach across anything left out. */
function visitTerms(words: readonly Word[], visit: (term: string, kind: keyof typeof WEIGHTS) => void): void {
  let previous = { character: '', end: -1 };
  for (const word of words) {
    if (word.kind !== 'han') {
      visit(word.kind === 'number' ? word.text.replaceAll(',', '') : word.text, 'whole');
      continue;
    }
    visit(word.text, 'word');
    let at = word.start;
    for (const character of word.text) {
      visit(character, 'character');
      if (previous.end === at) visit(previous.character + character, 'pair');
      at += character.length;
      previous = { character, end: at };
    }
  }
}

/**
 * Gives each word just the frequency at which the segmenter stops cutting it: more would tear its neighbours apart. All
 * words of one frequency are loaded together, since each load costs as much as thousands of words.
 */
function keepWhole(jieba: Jieba, words: readonly string[]): void {
  let cut = words.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  for (let frequency = 3; frequency <= 3_000_000 && cut.length > 0; frequency *= 10) {
    cut = cut.filter((word) => jieba.cut(word, true).length > 1);
    if (cut.length > 0) jieba.loadDict(Buffer.from(cut.map((word) => `${word} ${frequency} n\n`).join('')));
  }
}
