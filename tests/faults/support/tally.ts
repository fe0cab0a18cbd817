import type { judgeOutcome } from './office.ts';

type Outcome = ReturnType<typeof judgeOutcome>;
type Row = Outcome & { readonly fault: string; readonly posts: number };

const rows: Row[] = [];

/** Keeps one line for the table printed at the end of the suite. */
export function tally(fault: string, posts: number, outcome: Outcome): void {
  rows.push({ fault, posts, ...outcome });
}

export function printTally(): void {
  const columns = ['posts', 'sent', 'unknown', 'skipped', 'open', 'twice'] as const;
  const lines = rows.map((row) => `| ${row.fault} | ${columns.map((column) => row[column]).join(' | ')} |`);
  process.stdout.write(
    [`\n| fault | ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length + 1)}`, ...lines, ''].join(
      '\n',
    ),
  );
}
