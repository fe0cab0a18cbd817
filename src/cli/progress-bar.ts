/** Where a bar is drawn: standard error, or anything that behaves like it. */
export type ProgressStream = { readonly isTTY?: boolean; write(text: string): unknown };

export type ProgressBar = {
  update(done: number): void;
  /** Wipes the bar, so that what is printed next starts on an empty line. */
  clear(): void;
};

const WIDTH = 40;

/** Creates a bar that shows on a terminal and stays silent elsewhere, so that logs hold no control characters. */
export function createProgressBar(stream: ProgressStream, total: number): ProgressBar {
  let shown = '';
  return {
    update(done) {
      if (stream.isTTY !== true || total === 0) return;
      const share = Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      const bar = `[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(share * 100)}%`;
      if (bar === shown) return;
      shown = bar;
      stream.write(`\r${bar}`);
    },
    clear() {
      if (shown !== '') stream.write('\r\u001b[K');
      shown = '';
    },
  };
}
