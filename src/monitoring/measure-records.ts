import type { TargetRecords } from '../targets/records.ts';
import type { Metrics } from './metrics.ts';

/** The same records, with every entry counted that was recorded, not those that were there already. */
export function measureRecords(records: TargetRecords, metrics: Pick<Metrics, 'countEntry'>): TargetRecords {
  return {
    ...records,
    ledger: {
      ...records.ledger,
      async append(entries, references) {
        const kept = await records.ledger.append(entries, references);
        const asked = new Map(entries.map((entry) => [entry.requestKey, entry.recordedAt.getTime()]));
        for (const { requestKey, recordedAt, kind, origin } of kept) {
          // One that was there before was recorded at another time.
          if (asked.get(requestKey) === recordedAt.getTime()) metrics.countEntry(kind, origin);
        }
        return kept;
      },
    },
    proposals: {
      ...records.proposals,
      async decide(decision) {
        const isDecided = await records.proposals.decide(decision);
        if (isDecided && decision.outcome === 'accepted') metrics.countEntry('proposal', 'slack');
        return isDecided;
      },
    },
  };
}
