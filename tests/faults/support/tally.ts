import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { judgeOutcome } from './office.ts';

type Outcome = ReturnType<typeof judgeOutcome>;

/** Keeps one line for the table that is printed when all fault tests are done. */
export function tally(fault: string, posts: number, outcome: Outcome): void {
  const { sent, unknown, skipped, open, twice } = outcome;
  keep([fault, posts, sent, unknown, skipped, open, twice]);
}

/** The same for entries: how many were acknowledged and how many of them are gone. */
export function tallyEntries(fault: string, acknowledged: number, lost: number): void {
  keep([`${fault}: ${acknowledged} entries acknowledged, ${lost} lost`, '–', '–', '–', '–', '–', '–']);
}

function keep(cells: readonly (string | number)[]): void {
  appendFileSync(inject('faultTable'), `| ${cells.join(' | ')} |\n`);
}
