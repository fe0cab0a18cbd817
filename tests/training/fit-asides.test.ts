import { describe, expect, it } from 'vitest';
import asides from '../../src/answering/scoring/asides.json' with { type: 'json' };
import { openAsides } from '../../src/answering/understanding/aside-tagger.ts';
import { readMarkedMessages } from '../../src/cli/training-sets.ts';
import { type AsideCase, fitAsides, parseAsides } from '../../src/training/fit-asides.ts';

const cases = readMarkedMessages().map(parseAsides);

/** From here on something is left out. */
const SURE = 0.8;
const GROUPS = 4;

/** How much of what is left out was said aside, and how much of what was said aside is left out, in characters. */
function judge(fitted: ReturnType<typeof fitAsides>, asked: readonly AsideCase[]) {
  const tagger = openAsides(fitted);
  const counts = { left: 0, right: 0, aside: 0 };
  for (const { text, isAside } of asked) {
    const likely = tagger.read(text);
    for (const [at, is] of isAside.entries()) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
      const isLeftOut = (likely[at] ?? 0) >= SURE;
      counts.left += Number(isLeftOut);
      counts.aside += Number(is);
      counts.right += Number(isLeftOut && is);
    }
  }
  return { precision: counts.right / counts.left, recall: counts.right / counts.aside };
}

describe('parseAsides', () => {
  it('reads what is marked as said aside', () => {
    expect(parseAsides('【请问,】低保标准【呢】')).toEqual({
      text: '请问,低保标准呢',
      isAside: [true, true, true, false, false, false, false, true],
    });
  });

  it.each(
    [...readMarkedMessages().entries()]
      .filter(([, line]) => /[【】]/u.test(line))
      .map(([, line]) => line)
      .slice(0, 20),
  )('finds something asked in %s', (line) => {
    expect(parseAsides(line).isAside).toContain(false);
  });
});

describe('fitAsides', () => {
  it('gives the table that ships', () => {
    expect(fitAsides(cases)).toEqual(asides);
  });

  it('rarely leaves out what is asked in messages it was not fitted to', () => {
    const others = cases.filter((_, at) => at % GROUPS !== 0);
    const { precision, recall } = judge(
      fitAsides(others),
      cases.filter((_, at) => at % GROUPS === 0),
    );

    expect(precision).toBeGreaterThan(0.88);
    expect(recall).toBeGreaterThan(0.55);
  });
});
