import { findAttentionReasons } from '../../targets/digest.ts';
import { STATUSES } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { ALL_TARGETS, selectTargets, showsStatus } from '../../targets/target-selection.ts';
import type { Message } from '../blocks/message.ts';
import { ME, matchesFilter, type TargetFilter } from './target-filter.ts';
import { targetListMessage } from './target-list-message.ts';
import { listSections, readRows, type TargetServices } from './target-services.ts';

/** The targets a filter lets through for one person, as they stand on a day or today, what needs a look first. */
export async function filterRows(
  services: TargetServices,
  filter: TargetFilter,
  { viewerId, asOf }: { readonly viewerId: string; readonly asOf?: LocalDate },
): Promise<readonly TargetRow[]> {
  const subscription =
    filter.subscriptionId === null
      ? undefined
      : await services.records.subscriptions.find(filter.subscriptionId);
  const selection = subscription ?? ALL_TARGETS;
  const all = await readRows(services, asOf);
  const owners = new Map(all.map((row) => [row.target.id, row.owners]));
  const shown = new Set(selectTargets(services.targets, selection, owners).map(({ id }) => id));
  const rows = all.filter(
    (row) =>
      shown.has(row.target.id) &&
      showsStatus(selection, row.standing.status) &&
      matchesFilter(row, filter, viewerId),
  );
  return rows.toSorted(compareUrgency);
}

/** What needs a look first, then numbers before tasks, each by status and in the order of the report. */
export function compareUrgency(a: TargetRow, b: TargetRow): number {
  const rank = ({ target, standing }: TargetRow): readonly [number, number, number] => {
    const status = STATUSES.indexOf(standing.status);
    const isTask = Number(target.kind === 'milestone');
    // What was never reported is too much to stand before everything else.
    const isLoud = findAttentionReasons(standing).some((reason) => reason !== 'unreported');
    return isLoud ? [0, status, isTask] : [1, isTask, status];
  };
  const [first, second] = [rank(a), rank(b)];
  return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
}

/** A page of them as a message. */
export async function listTargets(
  services: TargetServices,
  request: {
    readonly filter: TargetFilter;
    readonly from: number;
    readonly viewerId: string;
    readonly showsOwners?: boolean;
  },
): Promise<Message> {
  const { filter, from, viewerId, showsOwners = false } = request;
  const rows = await filterRows(services, filter, { viewerId });
  const others = rows.length > 0 ? [] : await filterRows(services, withoutStanding(filter), { viewerId });
  const own = filter.ownerId === ME ? await services.records.subscriptions.listByChannel(viewerId) : [];
  const isSubscribed = own.length > 0;
  const sections = listSections(services);
  return targetListMessage({ rows, filter, from, sections, others, showsOwners, isSubscribed });
}

/** The same filter without where a target stands: what there is when nothing stands so. */
const withoutStanding = (filter: TargetFilter): TargetFilter => ({
  ...filter,
  statuses: [],
  isStale: false,
  needsAttention: false,
});
