import { isHan } from '../../search/grams.ts';
import type { Library } from '../library.ts';
import { interpretQuestion } from './interpret-question.ts';

/**
 * Spells out an abbreviation in other letters (`GDP`) that no report prints, as the first of the words it stands for that
 * one prints: it shares no character with what is looked for.
 */
export function spellOut(text: string, library: Library): string {
  // Whoever writes several words in other letters writes another language.
  if (text.match(/[a-z]{2,}/giu)?.length !== 1) return text;
  const printed = library.knowledge.reports.map(({ folded }) => folded);
  const isPrinted = (word: string): boolean => printed.some((source) => source.toLowerCase().includes(word));
  return interpretQuestion(text, library).terms.reduce((said, term) => {
    if (isHan(term.text) || isPrinted(term.text)) return said;
    const meant = term.alternatives.find((word) => isHan(word) && isPrinted(word));
    return meant === undefined ? said : said.replaceAll(term.text, meant);
  }, text);
}
