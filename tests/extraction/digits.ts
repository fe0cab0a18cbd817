import { readFileSync } from 'node:fs';
import type { Extraction } from '../../src/extraction/extraction.ts';

/** Every number printed in a text, exponents with the digits they stand for. */
function listNumbers(text: string): string[] {
  return text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/gu) ?? [];
}

/** The text of an office document's source: what its paragraphs, cells, notes, header and footer say. */
export function readOrigin(file: string): string {
  const xml = readFileSync(file, 'utf8');
  const shown = xml.slice(xml.indexOf('<office:master-styles'));
  return shown
    .replace(/<text:page-number[^>]*>\d*<\/text:page-number>/gu, '')
    .replace(/<\/text:p>|<text:note [^>]*>|<\/text:note-citation>/gu, ' ')
    .replace(/<text:span[^>]*>|<\/text:span>/gu, '')
    .replace(/<[^>]+>/gu, '');
}

/** Numbers of the original that stand neither in the text nor, with a reason, in what was left out. */
export function listLostNumbers(original: string, { text, leftOut }: Extraction): string[] {
  const found = listNumbers([text, ...leftOut.map((part) => part.text)].join('\n'));
  return listNumbers(original).filter((number) => {
    const at = found.indexOf(number);
    if (at >= 0) found.splice(at, 1);
    return at < 0;
  });
}
