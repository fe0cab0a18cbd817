import type { DecodedFile, FileProblem } from '../../knowledge/file-problems.ts';
import type { Log } from '../../logging.ts';
import type { DigestSource } from '../../targets/digest-ports.ts';
import type { Entry } from '../../targets/entry.ts';
import { judgeTarget } from '../../targets/judge-target.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { RecordsHealth, TargetRecords } from '../../targets/records.ts';
import type { Target } from '../../targets/target.ts';
import { judgeTargets, type TargetRow } from '../../targets/target-rows.ts';
import type { WorkCalendar } from '../../targets/working-days.ts';
import { localDateAt } from '../../targets/zoned-time.ts';
import type { Outbox } from '../outbox.ts';
import type { Permissions } from './permissions.ts';

/** What the listeners about targets and digests work with. */
export type TargetServices = {
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
  readonly records: TargetRecords;
  readonly digests: DigestSource;
  readonly permissions: Permissions;
  /** Whether the scheduler runs and nothing is overdue. */
  readonly digestHealth: () => Promise<{ readonly isHealthy: boolean; readonly overdue: number }>;
  /** Whether something could be put on record right now. */
  readonly recordsHealth: () => Promise<RecordsHealth>;
  readonly knowledgeVersion: string;
  readonly outbox: Outbox;
  /** Files of reports and reviews that were not read, or not as UTF-8. */
  readonly files: { readonly problems: readonly FileProblem[]; readonly decoded: readonly DecodedFile[] };
  readonly log: Log;
  readonly now: () => Date;
};

/** The reports are China's: “today” in forms and lists is China's, wherever the bot runs. */
export const TIME_ZONE = 'Asia/Shanghai';

export function todayOf({ now }: Pick<TargetServices, 'now'>): LocalDate {
  return localDateAt(now(), TIME_ZONE);
}

/** Headings under which there are targets, in the order of the reports. */
export function listSections({ targets }: Pick<TargetServices, 'targets'>): readonly string[] {
  return [...new Set(targets.map(({ section }) => section))];
}

/** Every target that is owed on a day, today unless another is said, with where it stands, in the order of the report. */
export async function readRows(
  services: TargetServices,
  asOf: LocalDate = todayOf(services),
): Promise<readonly TargetRow[]> {
  const [entries, owners] = await Promise.all([
    services.records.ledger.allEntries(),
    services.records.owners.all(),
  ]);
  return judgeTargets({ targets: services.targets, entries, owners, asOf });
}

/** One target with where it stands and all its entries; undefined for an id the reports no longer have. */
export async function readTarget(
  services: TargetServices,
  targetId: string,
): Promise<(TargetRow & { readonly history: readonly Entry[] }) | undefined> {
  const target = services.targets.find(({ id }) => id === targetId);
  if (!target) return undefined;
  const [history, owners] = await Promise.all([
    services.records.ledger.entriesOf(targetId),
    services.records.owners.all(),
  ]);
  const view = { asOf: todayOf(services), knownBefore: null };
  return {
    target,
    standing: judgeTarget(target, history, view),
    owners: owners.get(targetId) ?? [],
    history,
  };
}
