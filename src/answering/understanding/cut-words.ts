import type { Tokenizer, Word } from '../../search/tokenize.ts';

/** Runs of words as the reports print them. */
export type Runs = { has(text: string): boolean };

/** What a cutter knows of the words of the reports. */
export type CutterOptions = {
  readonly tokenizer: Tokenizer;
  /** Runs of whole neighbouring words the reports print. */
  readonly runs: Runs;
  /** Names of the reports' own place. */
  readonly places: ReadonlySet<string>;
  /** Whether the lexicon lists a word, for whatever use. */
  readonly isListed: (word: string) => boolean;
};

/** The cheapest way to cut a run of Han characters, and what it costs. */
export type Cut = { readonly pieces: readonly string[]; readonly cost: number };

/** Longest piece looked up in the reports; longer agreements are found as neighbouring pieces. */
const MAX_PIECE_CHARS = 8;

/** What a way of cutting costs: few, long, known pieces win. The differences, not the values, matter. */
const COST = {
  known: 1,
  loneWord: 1.3,
  perChar: 0.05,
  unknownWord: 2.2,
  slip: 2.7,
  unlistedWord: 3,
  strayCharacter: 1.6,
} as const;

/** Creates the function that cuts runs of Han characters into pieces the reports or the lexicon know. */
export function createCutter({ tokenizer, runs, places, isListed }: CutterOptions): (run: string) => Cut {
  /** The cheapest way to cut a run of Han characters into pieces the reports or the lexicon know. */
  function cutRun(run: string): Cut {
    const segmented = new Map<number, string[]>();
    for (const word of tokenizer.segment(run))
      segmented.set(word.start, [...(segmented.get(word.start) ?? []), word.text]);
    const named = [...places].filter((place) => place.length > 1).flatMap((place) => findAll(run, place));
    // A piece that begins or ends within the name of a place tears the name apart.
    const tearsPlace = (start: number, end: number): boolean =>
      named.some(
        (place) =>
          (place.start < start && start < place.end && place.end < end) ||
          (start < place.start && place.start < end && end < place.end),
      );
    const best: { cost: number; pieces: readonly string[] }[] = [{ cost: 0, pieces: [] }];
    for (let start = 0; start < run.length; start += 1) {
      const here = best[start];
      if (!here) continue;
      const offer = (piece: string, cost: number): void => {
        const end = start + piece.length;
        const total = here.cost + cost;
        const known = best[end];
        if (!known || total < known.cost) best[end] = { cost: total, pieces: [...here.pieces, piece] };
      };
      for (let length = 1; length <= MAX_PIECE_CHARS && start + length <= run.length; length += 1) {
        const piece = run.slice(start, start + length);
        if (length > 1 && tearsPlace(start, start + length)) continue;
        const isPiece =
          isListed(piece) ||
          (length >= 2 && runs.has(piece) && !/^[的得了是和与在]|[的得了是和与在]$|..中$/u.test(piece));
        if (isPiece)
          offer(
            piece,
            length === 1 && !isParticle(piece) ? COST.loneWord : COST.known - COST.perChar * length,
          );
        else if (length === 1) offer(piece, COST.strayCharacter);
      }
      for (const word of segmented.get(start) ?? []) {
        // A word that swallows a particle (`县有`) is more likely a slip of the segmenter than a word.
        const isSlip = isSegmenterSlip(word, isListed);
        if (word.length >= 2)
          offer(word, !tokenizer.isWord(word) ? COST.unlistedWord : isSlip ? COST.slip : COST.unknownWord);
      }
    }
    return best[run.length] ?? { pieces: [run], cost: Number.POSITIVE_INFINITY };
  }

  return cutRun;
}

/** Characters that open a verb or noun phrase and are seldom part of a word the reports would need to contain. */
const OPENERS = '咱我你他她要能会可哪几这那每总前新各再又还没不最约';

/** Whether the segmenter took a function word and its neighbour for one word: `县有`, `要建`, `这部分`. */
function isSegmenterSlip(word: string, isListed: (rest: string) => boolean): boolean {
  if (word.length === 2 && [...word].some(isParticle)) return true;
  return OPENERS.includes(word.charAt(0)) && isListed(word.slice(1));
}

/** Characters that are words by themselves wherever they stand. */
const isParticle = (text: string): boolean => '的得了是有在和与跟或吗呢吧啊被把对到从'.includes(text);

/** Where a word stands in a text. */
export function findAll(text: string, word: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    found.push({ start: at, end: at + word.length });
  return found;
}

/**
 * Runs of whole neighbouring words of the reports: a piece that tears a word apart says nothing. A report has forty thousand, so
 * their hashes are kept, in order: a twentieth of the memory of the texts. Hashes have 52 bits, so that of a million pieces that
 * are no runs not one in a hundred million is taken for one.
 */
export function collectRuns(words: readonly Word[]): Runs {
  const hashes: number[] = [];
  for (const [index, first] of words.entries()) {
    const hash = createHash();
    let length = 0;
    let end = first.start;
    for (let next = index; next < words.length; next += 1) {
      const word = words[next];
      if (!word || word.start !== end || word.kind !== 'han' || length + word.text.length > MAX_PIECE_CHARS)
        break;
      hash.add(word.text);
      length += word.text.length;
      end = word.end;
      if (length >= 2) hashes.push(hash.read());
    }
  }
  const sorted = Float64Array.from(hashes).sort();
  const distinct = sorted.filter((hash, at) => at === 0 || hash !== sorted[at - 1]);
  return {
    has(text) {
      const hash = createHash();
      hash.add(text);
      return holds(distinct, hash.read());
    },
  };
}

/** FNV-1a, twice with other beginnings, over the UTF-16 units of texts. */
function createHash() {
  let one = 0x811c9dc5;
  let other = 0x01234567;
  return {
    add(text: string): void {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        one = Math.imul(one ^ code, 0x01000193);
        other = Math.imul(other ^ code, 0x01000193) ^ (other >>> 15);
      }
    },
    read: (): number => (one >>> 0) * 2 ** 20 + (other >>> 12),
  };
}

/** Whether a number is among others that are in order. */
function holds(numbers: Float64Array, number: number): boolean {
  let [first, end] = [0, numbers.length];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if ((numbers[middle] ?? 0) < number) first = middle + 1;
    else end = middle;
  }
  return numbers[first] === number;
}
