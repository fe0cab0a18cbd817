import type { Ledger, NewEntry } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { localDateAt } from '../../targets/zoned-time.ts';
import { SAMPLER_ID, TIME_ZONE } from '../server/cast.ts';
import { sampleEntries } from './sample-entries.ts';

type Parts = { readonly ledger: Ledger; readonly targets: readonly Target[]; readonly now: () => Date };

/** Loads the sample entries and takes them back. The ledger only grows: removal is an undo of each. */
export function createSampleLedger({ ledger, targets, now }: Parts) {
  return {
    async load(): Promise<void> {
      const instant = now();
      const today = localDateAt(instant, TIME_ZONE.name);
      await ledger.append(sampleEntries(targets, { today, now: instant, recordedBy: SAMPLER_ID }));
    },

    async remove(): Promise<void> {
      const entries = await ledger.allEntries();
      const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
      const standing = entries.filter(
        (entry) => entry.origin === 'sample' && entry.kind !== 'undo' && !undone.has(entry.seq),
      );
      const instant = now();
      await ledger.append(
        standing.map(
          ({ targetId, seq }): NewEntry => ({
            kind: 'undo',
            targetId,
            undoes: seq,
            asOf: localDateAt(instant, TIME_ZONE.name),
            note: '清除示例填报',
            recordedBy: SAMPLER_ID,
            recordedAt: instant,
            saidIn: '',
            origin: 'sample',
            requestKey: `sample-undo:${seq}`,
          }),
        ),
      );
    },
  };
}
