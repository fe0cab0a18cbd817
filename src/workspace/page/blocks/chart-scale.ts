/** The size charts are drawn in; they scale with the column. */
export const FRAME = { width: 560, height: 260, left: 48, right: 12, top: 12, bottom: 44 } as const;

/** Round values for a vertical axis that holds all values and zero: about `count` steps of 1, 2 or 5 times a power of ten. */
export function axisTicks(values: readonly number[], count = 4): readonly number[] {
  const low = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  // All zeros still need an axis.
  const high = highest === 0 && low === 0 ? 1 : highest;
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Maps a value to a height in the frame, for ticks from lowest to highest. */
export function heightOf(value: number, ticks: readonly number[]): number {
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const usable = FRAME.height - FRAME.top - FRAME.bottom;
  return FRAME.top + usable * (1 - (value - low) / (high - low));
}

/** The left edge and width of a category's band. */
export function bandOf(index: number, count: number): { readonly x: number; readonly width: number } {
  const width = (FRAME.width - FRAME.left - FRAME.right) / count;
  return { x: FRAME.left + index * width, width };
}
