import { soundsOfCharacter } from '../sounds.ts';
import { isLookalike } from './lookalikes.ts';
import { isStopWord } from './stop-words.ts';
import type { Tokenizer, Word } from './tokenize.ts';

/** A misspelt word of a question and the word it is taken for; offsets are into the question. */
type Correction = {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly word: string;
};

export type TypoCorrector = {
  /**
   * Finds stretches of a normalised question that sound or look like a word of the vocabulary and are none of their
   * own. `isKnown` says whether a stretch is fine as it is: the dictionary and the texts of the vocabulary should make
   * it true, or 医保 becomes 低保. Longer corrections win; they never overlap. In order of place.
   */
  findCorrections(question: string, isKnown: (text: string) => boolean): readonly Correction[];
};

/** Shorter words have too many neighbours, longer ones are found by their parts. */
const WORD_CHARS = { min: 2, max: 5 } as const;

/**
 * Creates the corrector of a vocabulary (simplified Han words). A stretch is taken for a word of the same length when
 * at least one character is the same at the same place and the others sound or look alike. Without a common character
 * every name would be taken for some word of the same sound (郑氏 for 政治). The word that keeps most characters wins,
 * then the first in code-point order.
 */
export function createTypoCorrector(
  vocabulary: Iterable<string>,
  { tokenizer }: { readonly tokenizer: Tokenizer },
): TypoCorrector {
  const wordsByCharacter = indexByCharacter([...new Set(vocabulary)].filter(isCorrectable).sort());

  function findWord(written: string): { readonly word: string; readonly changed: number } | undefined {
    let best: { readonly word: string; readonly changed: number } | undefined;
    for (let shared = 0; shared < written.length; shared += 1)
      for (const word of wordsByCharacter.get(characterKey(written, shared)) ?? []) {
        const changed = countChanges(word, written);
        if (changed === 0 || (best && changed > best.changed)) continue;
        if (best && changed === best.changed && word >= best.word) continue;
        if (isConfusedWith(word, written)) best = { word, changed };
      }
    return best;
  }

  function isConfusedWith(word: string, written: string): boolean {
    for (let at = 0; at < word.length; at += 1) {
      const [meant, said] = [word.charAt(at), written.charAt(at)];
      if (meant !== said && !isConfusable(meant, said)) return false;
    }
    return true;
  }

  return {
    findCorrections(question, isKnown) {
      const segments = tokenizer.segment(question);
      const words = segments.filter(({ text }) => text.length > 1 && tokenizer.isWord(text));
      const particles = segments.filter(({ text }) => text.length === 1 && isStopWord(text));
      const corrections: Correction[] = [];
      for (let length: number = WORD_CHARS.max; length >= WORD_CHARS.min; length -= 1) {
        for (let start = 0; start + length <= question.length; start += 1) {
          const end = start + length;
          const written = question.slice(start, end);
          if (!isCorrectable(written) || isKnown(written)) continue;
          if (corrections.some((other) => overlaps(other, { start, end }))) continue;
          // A long word may hold a particle (以奖代补); a short one beside it is an accident.
          if (length < 4 && particles.some((particle) => overlaps(particle, { start, end }))) continue;
          const found = findWord(written);
          if (!found) continue;
          // A slip may have made a word with the next character (床[未有]); to undo that takes a long word, one off.
          const isCloseCall = length > 2 && found.changed === 1;
          if (words.some((word) => TIME_WORD.test(word.text) && isCutBy(word, { start, end }))) continue;
          if (!isCloseCall && words.some((word) => isCutBy(word, { start, end }))) continue;
          const changesCommon = words.some(
            (word) =>
              COMMON_WORD.test(word.text) &&
              start <= word.start &&
              word.end <= end &&
              found.word.slice(word.start - start, word.end - start) !== word.text,
          );
          if (changesCommon) continue;
          corrections.push({ start, end, written, word: found.word });
        }
      }
      return corrections.sort((a, b) => a.start - b.start);
    },
  };
}

/**
 * What is written and what is meant share a character at the same place: that is the index. A list that grew takes room for
 * sixteen words, where most have one or two.
 */
function indexByCharacter(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const lists = new Map<number, string[]>();
  for (const word of words)
    for (let at = 0; at < word.length; at += 1) {
      const key = characterKey(word, at);
      const list = lists.get(key);
      if (list) list.push(word);
      else lists.set(key, [word]);
    }
  return new Map([...lists].map(([key, list]) => [key, list.slice()]));
}

/** The same for all vocabularies. */
const soundsByCharacter = new Map<string, readonly string[]>();

function soundsOf(character: string): readonly string[] {
  const known = soundsByCharacter.get(character);
  if (known) return known;
  const sounds = [...new Set(soundsOfCharacter(character).map(foldSound))];
  soundsByCharacter.set(character, sounds);
  return sounds;
}

const isConfusable = (a: string, b: string): boolean =>
  isLookalike(a, b) || soundsOf(a).some((sound) => soundsOf(b).includes(sound));

/** At how many places two words of one length differ. */
function countChanges(word: string, written: string): number {
  let changed = 0;
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== written.charCodeAt(at)) changed += 1;
  return changed;
}

type Stretch = { readonly start: number; readonly end: number };

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/** Too common to be the half of a slip: `索道|现在` holds no 索道线. */
const TIME_WORD = /^(?:现在|目前|如今|当前|现今|眼下|[今去明前]年|今天|年底|年初)$/u;

/** Words everybody writes right, whatever they sound like: `一共服务` is no 义工服务. */
const COMMON_WORD =
  /^(?:一共|总共|共计|合计|总计|一起|一直|一般|已经|其中|分别|大概|大约|左右|以上|以下|以内|现在|目前|去年|今年|明年)$/u;

/** Whether one edge of a stretch falls inside a word (最[低工]资). */
const isCutBy = (word: Word, { start, end }: Stretch): boolean =>
  [start, end].some((edge) => word.start < edge && edge < word.end);

// Characters outside the basic plane are too rare to be a slip, so UTF-16 units are characters here.
const isCorrectable = (text: string): boolean =>
  text.length >= WORD_CHARS.min && text.length <= WORD_CHARS.max && /^[\u4e00-\u9fff]+$/u.test(text);

const characterKey = (word: string, at: number): number =>
  (word.charCodeAt(at) * (WORD_CHARS.max + 1) + word.length) * WORD_CHARS.max + at;

/** One spelling for sounds that many speakers, those of Chongqing among them, do not tell apart. */
function foldSound(sound: string): string {
  return sound
    .replace(/^([zcs])h/u, '$1')
    .replace(/^l/u, 'n')
    .replace(/^fu$/u, 'hu')
    .replace(/ng$/u, 'n');
}
