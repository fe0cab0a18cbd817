import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readPairs } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';

/** The share of pairs nobody has said that makes a word one of somebody's own. */
const STRANGE_SHARE = 1 / 3;

/**
 * Reads a word that people taught (`铁饭票 = 低保`) as the printed one it stands for, where nothing else helps to
 * understand it: no report prints it, and a third of the pairs of its characters stand in no known question (`isAsked`). A name
 * that is printed without 的 is read so on the same terms. All other words keep their own evidence.
 */
export function createTaughtWords(
  { synonyms, reports }: Pick<Knowledge, 'synonyms' | 'reports'>,
  isAsked: (pair: string) => boolean,
): (text: string) => string {
  const isStrange = (word: string): boolean => {
    const pairs = readPairs(word);
    return pairs.filter((pair) => !isAsked(pair)).length >= pairs.length * STRANGE_SHARE;
  };
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
  const joinName = (text: string): string => {
    const { name = '', owner = '', head = '' } = OWNED_NAME.exec(text)?.groups ?? {};
    const isMeant = name !== '' && printed.includes(owner + head) && isStrange(name);
    return isMeant ? text.replace(name, owner + head) : text;
  };
  return (text) => taught.reduce((read, { word, meant }) => read.replaceAll(word, meant), joinName(text));
}

/** A name alone that may be printed without its 的 (`低保的标准`). */
const OWNED_NAME =
  /^(?<name>(?<owner>[^\P{Script=Han}的]{2,})的(?<head>[^\P{Script=Han}的]{2,}?))呢?[?。!\s]*$/u;
