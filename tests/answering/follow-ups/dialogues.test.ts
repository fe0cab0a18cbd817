import { describe, expect, it } from 'vitest';
import { findFaults, findWrongNumbers, hold, readDialogues } from '../../support/dialogues.ts';

/**
 * How many of each set end as they should. Those of `worked` were at hand while follow-ups were made; the others were written
 * before, and looked at when their first score was known.
 */
const FLOORS = { worked: 146, 'kept-back': 68, 'kept-back-2': 44, 'kept-back-3': 35 } as const;

describe.each(Object.entries(FLOORS))('dialogues: %s', (name, floor) => {
  const ended = readDialogues(`tests/fixtures/dialogues/${name}.jsonl`).map((dialogue) => ({
    dialogue,
    said: hold(dialogue),
  }));

  it('end as they should', () => {
    const faults = ended.flatMap(({ dialogue, said }) => {
      const found = findFaults(dialogue, said);
      return found.length === 0 ? [] : [`${dialogue.id} ${found.join('; ')}`];
    });

    expect(ended.length - faults.length, faults.join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it('never tell a number that does not answer', () => {
    expect(
      ended.flatMap(({ dialogue, said }) =>
        findWrongNumbers(dialogue, said).map((value) => `${dialogue.id} ${value}`),
      ),
    ).toEqual([]);
  });
});
