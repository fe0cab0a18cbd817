import { stepBack } from './cadence.ts';
import { buildDigest, type Digest, type DigestInput } from './digest.ts';
import type { DigestSource } from './digest-ports.ts';
import type { Ledger } from './entry.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { Owners } from './ownership.ts';
import { type DigestTime, findDigestTime } from './report-period.ts';
import type { Slots } from './slot.ts';
import type { Target } from './target.ts';
import { owedOn, selectTargets, type TargetSelection } from './target-selection.ts';

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
    { asOf, period }: DigestTime,
    wanted: {
      readonly selection: TargetSelection;
      readonly since: DigestInput['since'];
    },
  ): Promise<Digest> {
    const [entries, ownersById] = await Promise.all([ledger.allEntries(), owners.all()]);
    const { knowledgeVersion } = parts;
    const { selection, since } = wanted;
    const targets = selectTargets(owedOn(parts.targets, asOf), selection, ownersById);
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
      const time = findDigestTime(every, slotOn, nominalOn);
      return build(time, {
        selection: { sections, owners: wantedOwners, statuses },
        since: last
          ? countAfter(findDigestTime(every, last.slotOn, last.nominalOn), last.renderedAt)
          : countFrom(time.period.isOver ? time.period.from : stepBack(time.asOf, every)),
      });
    },
    preview: ({ asOf, period, selection: { sections, owners: wantedOwners, statuses }, since }) =>
      build(
        { asOf, period },
        {
          selection: { sections, owners: wantedOwners, statuses },
          since: countFrom(since ?? period.from),
        },
      ),
  };
}

/** Nobody knows when on that day a reader looked last, so that all of it is news. */
const countFrom = (from: LocalDate): DigestInput['since'] => ({
  from,
  asOf: addDays(from, -1),
  knownBefore: null,
});

/** From where the last digest ended: the day after, unless more could be reported for its last day. */
const countAfter = (
  { asOf, period }: DigestTime,
  knownBefore: DigestInput['since']['knownBefore'],
): DigestInput['since'] => ({ from: period.isOver ? addDays(asOf, 1) : asOf, asOf, knownBefore });
