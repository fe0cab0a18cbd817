import { isHan } from '../../search/grams.ts';
import type { Library } from '../library.ts';
import { interpretQuestion } from './interpret-question.ts';
import { joinName } from './join-name.ts';

/** A normalised question with slips put right, taught words as what they stand for, and names and abbreviations as they are printed. */
export function spell(question: string, library: Library): string {
  const corrected = library.lexicon.correctTypos(question);
  return spellOut(library.readTaught(joinName(corrected, library.knowledge)), library);
}

/**
 * Spells out an abbreviation in other letters (`GDP`) that no report prints, as that of the words it stands for that they
 * print most: it shares no character with what is looked for.
 */
function spellOut(text: string, library: Library): string {
  // Whoever writes several words in other letters writes another language.
  if (text.match(/[a-z]{2,}/giu)?.length !== 1) return text;
  const printed = library.knowledge.reports.map(({ folded }) => folded.toLowerCase()).join('\n');
  return interpretQuestion(text, library).terms.reduce((said, term) => {
    if (isHan(term.text) || printed.includes(term.text)) return said;
    const words = term.alternatives.filter((word) => isHan(word) && printed.includes(word));
    const [most] = words
      .map((word) => ({ word, times: countAlone(printed, word, words) }))
      .toSorted((a, b) => b.times - a.times);
    return most ? said.replaceAll(term.text, most.word) : said;
  }, text);
}

/** How often a word is printed that is no part of a longer one of them (`生产总值` in `地区生产总值`). */
function countAlone(printed: string, word: string, words: readonly string[]): number {
  const longer = words.filter((other) => other !== word && other.includes(word));
  const rest = longer.reduce((left, other) => left.replaceAll(other, ' '), printed);
  return rest.split(word).length - 1;
}
