import { buildDigest, type Digest } from './digest.ts';
import type { DigestSource } from './digest-ports.ts';
import type { Ledger } from './entry.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { Owners } from './ownership.ts';
import type { Slots } from './slot.ts';
import type { Target } from './target.ts';

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
    sections: readonly string[],
    since: { readonly asOf: LocalDate; readonly knownBefore: Date | null },
  ): Promise<Digest> {
    const [entries, ownersById] = await Promise.all([ledger.allEntries(), owners.all()]);
    const { knowledgeVersion } = parts;
    const targets = selectSections(parts.targets, sections);
    return buildDigest({ asOf, since, knowledgeVersion, targets, entries, owners: ownersById });
  }

  return {
    async digestFor(subscription, slotOn) {
      const last = await slots.lastSent(subscription.id);
      const since = last
        ? { asOf: last.slotOn, knownBefore: last.renderedAt }
        : { asOf: addDays(slotOn, -7), knownBefore: null };
      return build(slotOn, subscription.sections, since);
    },
    preview: (asOf, sections) => build(asOf, sections, { asOf: addDays(asOf, -7), knownBefore: null }),
  };
}

/** Targets under any of the headings, or all when none is named. */
export function selectSections(targets: readonly Target[], sections: readonly string[]): readonly Target[] {
  if (sections.length === 0) return targets;
  return targets.filter(({ section }) =>
    sections.some((wanted) => section === wanted || section.startsWith(`${wanted}/`)),
  );
}
