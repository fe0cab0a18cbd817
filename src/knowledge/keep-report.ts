import { foldWidth } from '../report/fold-width.ts';
import type { KnownReport } from './knowledge.ts';

/** Writes a report down as JSON, without what follows from the rest. */
export const renderKnownReport = ({ folded: _, ...known }: KnownReport): string => JSON.stringify(known);

/** Reads what this very code wrote down; whoever keeps it keeps what is written by other code apart. */
export function parseKnownReport(text: string): KnownReport {
  const known: Omit<KnownReport, 'folded'> = JSON.parse(text);
  return { ...known, folded: foldWidth(known.report.source) };
}
