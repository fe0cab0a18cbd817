import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readPairs } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';

/** The share of pairs nobody has said that makes a word one of somebody's own. */
const STRANGE_SHARE = 1 / 3;

/**
 * Reads a word that no report prints as the printed one it stands for: one that people taught (`铁饭票 = 低保`), and of the other
 * synonyms what nothing else helps to understand, as a third of the pairs of its characters stand in no known question (`isAsked`). All
 * other words keep their own evidence.
 */
export function createTaughtWords(
  { synonyms, taught, reports }: Pick<Knowledge, 'synonyms' | 'taught' | 'reports'>,
  isAsked: (pair: string) => boolean,
): (text: string) => string {
  const isStrange = (word: string): boolean => {
    const pairs = readPairs(word);
    return pairs.filter((pair) => !isAsked(pair)).length >= pairs.length * STRANGE_SHARE;
  };
  const printed = reports.map(({ report }) => normalizeText(report.source)).join('\n');
  const readings = [...new Set([...synonyms, ...taught])]
    .flatMap((group) => {
      const isTaught = taught.includes(group);
      const words = group.map(normalizeText);
      const meant = words.find((word) => printed.includes(word)) ?? (isTaught ? words.at(-1) : undefined);
      if (meant === undefined) return [];
      return words
        .filter((word) => word !== meant && !printed.includes(word) && (isTaught || isStrange(word)))
        .map((word) => ({ word, meant }));
    })
    .sort((a, b) => b.word.length - a.word.length);
  return (text) => readings.reduce((read, { word, meant }) => read.replaceAll(word, meant), text);
}
