/** How many of a list are shown: one more than its limit where that is all, since the line saying so would take as much. */
export function shownCount(length: number, limit: number): number {
  return limit > 0 && length === limit + 1 ? length : Math.min(length, limit);
}
