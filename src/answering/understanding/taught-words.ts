import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readPairs } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';

/**
 * Reads a word that people taught (`铁饭票 = 低保`) as the printed one it stands for, where nothing else helps to
 * understand it: no report prints it, and not all pairs of its characters stand in known questions (`isAsked`). All other
 * words keep their own evidence.
 */
export function createTaughtWords(
  { synonyms, reports }: Pick<Knowledge, 'synonyms' | 'reports'>,
  isAsked: (pair: string) => boolean,
): (text: string) => string {
  const isStrange = (word: string): boolean => readPairs(word).some((pair) => !isAsked(pair));
  const printed = reports.map(({ report }) => normalizeText(report.source)).join('\n');
  const taught = synonyms
    .flatMap((group) => {
      const words = group.map(normalizeText);
      const meant = words.find((word) => printed.includes(word));
      if (meant === undefined) return [];
      return words
        .filter((word) => !printed.includes(word) && isStrange(word))
        .map((word) => ({ word, meant }));
    })
    .sort((a, b) => b.word.length - a.word.length);
  return (text) => taught.reduce((read, { word, meant }) => read.replaceAll(word, meant), text);
}
