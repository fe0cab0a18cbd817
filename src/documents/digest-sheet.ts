import { stringify } from 'csv-stringify/sync';
import type { Digest } from '../targets/digest.ts';
import {
  baselineText,
  entryText,
  expectedText,
  goalText,
  type ShowPerson,
  STATUS_LABELS,
  sharesOf,
  titleText,
} from '../targets/digest-wording.ts';
import { DOCUMENT_WORDS } from './document-words.ts';

/** Makes a sheet of a digest, a row for each target, that opens in Excel. */
export function buildDigestSheet(digest: Digest, showPerson: ShowPerson): string {
  const columns = DOCUMENT_WORDS.sheetColumns;
  const attention = new Set(digest.attention.map(({ id }) => id));
  const rows = digest.targets.map((target) => {
    const { latest, unit } = target;
    const shares = sharesOf(target);
    const sample = latest?.isSample ? DOCUMENT_WORDS.sample : '';
    return {
      [columns.period]: titleText(digest),
      [columns.name]: target.name,
      [columns.kind]: DOCUMENT_WORDS.kinds[target.kind],
      [columns.status]: STATUS_LABELS[target.status].word,
      [columns.attention]: attention.has(target.id) ? DOCUMENT_WORDS.yes : '',
      [columns.latest]: latest ? `${entryText(latest, unit)}${sample}` : '',
      [columns.asOf]: latest?.asOf ?? '',
      [columns.goal]: goalText(target),
      [columns.expected]: expectedText(target) ?? '',
      [columns.achieved]: shares ? String(shares.achieved) : '',
      [columns.expectedShare]: shares ? String(shares.expected) : '',
      [columns.baseline]: baselineText(target),
      [columns.owners]: target.owners.map(showPerson).join('、'),
      [columns.note]: latest && !latest.isSample ? latest.note : '',
      [columns.quote]: target.quote,
      [columns.section]: target.section,
      [columns.source]: target.source,
      [columns.span]: `${target.start}-${target.end}`,
    };
  });
  return stringify(rows, {
    header: true,
    columns: Object.values(columns),
    // Excel takes a file for UTF-8 only when it begins with a byte-order mark.
    bom: true,
    // What people wrote must not come alive as a formula.
    escape_formulas: true,
  });
}
