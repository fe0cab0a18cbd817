import { stepBack } from './cadence.ts';
import { buildDigest, type Digest } from './digest.ts';
import type { DigestSource } from './digest-ports.ts';
import type { Ledger } from './entry.ts';
import type { LocalDate } from './local-date.ts';
import type { Owners } from './ownership.ts';
import { findReportPeriod, type ReportPeriod } from './report-period.ts';
import type { Slots } from './slot.ts';
import type { Target } from './target.ts';
import { selectTargets, type TargetSelection } from './target-selection.ts';

/** Reads what digests are made of from the records; targets and version are looked at anew for each. */
export function createDigestSource(parts: {
  readonly targets: readonly Target[];
  readonly knowledgeVersion: string;
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly slots: Slots;
}): DigestSource {
  const { ledger, owners, slots } = parts;

  async function build(
    asOf: LocalDate,
    period: ReportPeriod,
    wanted: {
      readonly selection: TargetSelection;
      readonly since: { readonly asOf: LocalDate; readonly knownBefore: Date | null };
    },
  ): Promise<Digest> {
    const [entries, ownersById] = await Promise.all([ledger.allEntries(), owners.all()]);
    const { knowledgeVersion } = parts;
    const { selection, since } = wanted;
    const targets = selectTargets(parts.targets, selection, ownersById);
    return buildDigest({
      asOf,
      period,
      since,
      selection,
      knowledgeVersion,
      targets,
      entries,
      owners: ownersById,
    });
  }

  return {
    async digestFor(subscription, { slotOn, nominalOn }) {
      const { sections, owners: wantedOwners, statuses } = subscription;
      const { every } = subscription.cadence;
      const last = await slots.lastSent(subscription.id);
      const since = last
        ? { asOf: last.slotOn, knownBefore: last.renderedAt }
        : { asOf: stepBack(slotOn, every), knownBefore: null };
      return build(slotOn, findReportPeriod(every, slotOn, nominalOn), {
        selection: { sections, owners: wantedOwners, statuses },
        since,
      });
    },
    preview: ({ asOf, period, selection: { sections, owners: wantedOwners, statuses }, since }) =>
      build(asOf, period, {
        selection: { sections, owners: wantedOwners, statuses },
        since: {
          asOf: since ?? (period.isOver ? stepBack(asOf, period.every) : period.from),
          knownBefore: null,
        },
      }),
  };
}
