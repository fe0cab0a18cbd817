import { describe, expect, it } from 'vitest';
import { createProgressBar } from '../../src/cli/progress-bar.ts';

function collect(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('createProgressBar', () => {
  it('draws on a terminal, only when the picture changes, and wipes itself', () => {
    const stream = collect(true);
    const bar = createProgressBar(stream, 1_000);

    bar.update(500);
    bar.update(501);
    bar.update(1_000);
    bar.clear();

    expect(stream.written).toEqual([
      `\r[${'='.repeat(20)}${' '.repeat(20)}] 50%`,
      `\r[${'='.repeat(40)}] 100%`,
      '\r\u001b[K',
    ]);
  });

  it('writes nothing elsewhere', () => {
    const stream = collect(false);
    const bar = createProgressBar(stream, 2);

    bar.update(1);
    bar.clear();

    expect(stream.written).toEqual([]);
  });

  it('writes nothing when there is nothing to do', () => {
    const stream = collect(true);
    const bar = createProgressBar(stream, 0);

    bar.update(0);
    bar.clear();

    expect(stream.written).toEqual([]);
  });
});
