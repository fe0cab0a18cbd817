import type { Tokenizer, Word } from '../../search/tokenize.ts';

/** What a cutter knows of the words of the reports. */
export type CutterOptions = {
  readonly tokenizer: Tokenizer;
  /** Runs of whole neighbouring words the reports print. */
  readonly grams: ReadonlySet<string>;
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
export function createCutter({ tokenizer, grams, places, isListed }: CutterOptions): (run: string) => Cut {
  /** `青岚有`: the name of the place and what happens to follow it somewhere. */
  const isPlaceWithMore = (piece: string): boolean =>
    /[有要在都共将会能把给]$/u.test(piece) && places.has(piece.slice(0, -1));

  /** `建设有`, `生产总值达`, `占全省`: a verb that happens to stand beside a noun is no part of its name. */
  const holdsLooseVerb = (piece: string): boolean =>
    piece.length > 2 &&
    !tokenizer.isWord(piece) &&
    ((/[有达占为]$/u.test(piece) && tokenizer.segment(piece).at(-1)?.text.length === 1) ||
      (/^[占达居列]/u.test(piece) && tokenizer.segment(piece)[0]?.text.length === 1));

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
          (isListed(piece) && !NOMINAL_SUFFIX.test(piece)) ||
          (length >= 2 &&
            grams.has(piece) &&
            !/^[的得了是和与在]|[的得了是和与在]$|..中$/u.test(piece) &&
            !isPlaceWithMore(piece) &&
            !holdsLooseVerb(piece));
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

/** Characters that make a noun of what stands before them; cut off, they leave nothing that was asked (入住|率). */
const NOMINAL_SUFFIX = /^[率费额员]$/u;

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

/** Runs of whole neighbouring words of the reports: a piece that tears a word apart says nothing. */
export function collectGrams(words: readonly Word[]): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [index, first] of words.entries()) {
    let gram = '';
    let end = first.start;
    for (const word of words.slice(index, index + MAX_PIECE_CHARS)) {
      if (word.start !== end || word.kind !== 'han' || gram.length + word.text.length > MAX_PIECE_CHARS)
        break;
      gram += word.text;
      end = word.end;
      if (gram.length >= 2) grams.add(gram);
    }
  }
  return grams;
}
