import type { Decimal } from 'decimal.js';
import type { LocalDate } from '../targets/local-date.ts';

/** A total reported for a day. */
export type Total = { readonly asOf: LocalDate; readonly amount: Decimal };

/** So many times what comes after it is a slip of a digit or a unit; less may as well be a mistake in what comes after. */
const FAR_ABOVE = 3;

/**
 * Totals with a digit too many: a total never falls, so they are far above a later one, and are none of the most that rise
 * together (of several such, the lowest). Of `60, 1200, 130` that is 1200, not the 130 after it.
 *
 * @param totals in the order of writing; those of one day keep it
 */
export function findOutliers<One extends Total>(totals: readonly One[]): ReadonlySet<One> {
  const byDay = totals.toSorted((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? -1 : 1));
  // Where the lowest of the rising rows of each length ends, and what comes before each total in its row.
  const ends: One[] = [];
  const before = new Map<One, One | undefined>();
  for (const total of byDay) {
    const at = countUpTo(ends, total.amount);
    before.set(total, ends[at - 1]);
    ends[at] = total;
  }
  const rising = new Set<One>();
  for (let total = ends.at(-1); total !== undefined; total = before.get(total)) rising.add(total);
  const outliers = new Set<One>();
  // From the last back: the lowest of what rises after a total is the one right after it.
  let next: One | undefined;
  for (const total of byDay.toReversed()) {
    if (rising.has(total)) next = total;
    else if (next && total.amount.gte(next.amount.times(FAR_ABOVE))) outliers.add(total);
  }
  return outliers;
}

/** How many end no higher, found by halving: the ends rise. */
function countUpTo(ends: readonly Total[], amount: Decimal): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]?.amount.lte(amount)) low = middle + 1;
    else high = middle;
  }
  return low;
}
