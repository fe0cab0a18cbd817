import { selectSections } from '../../targets/digest-source.ts';
import { STATUSES } from '../../targets/entry.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import type { Message } from '../blocks/message.ts';
import { matchesFilter, type TargetFilter } from './target-filter.ts';
import { targetListMessage } from './target-list-message.ts';
import { listSections, readRows, type TargetServices } from './target-services.ts';

/** The targets a filter lets through for one person: the most urgent first where that matters. */
export async function filterRows(
  services: TargetServices,
  filter: TargetFilter,
  viewerId: string,
): Promise<readonly TargetRow[]> {
  const subscription =
    filter.subscriptionId === null
      ? undefined
      : await services.records.subscriptions.find(filter.subscriptionId);
  const shown = new Set(selectSections(services.targets, subscription?.sections ?? []).map(({ id }) => id));
  const rows = (await readRows(services)).filter(
    (row) => shown.has(row.target.id) && matchesFilter(row, filter, viewerId),
  );
  return filter.statuses.length > 1 || filter.isStale ? rows.toSorted(compareUrgency) : rows;
}

/** What somebody should look at first; among equals numbers before tasks, then the order of the report. */
function compareUrgency(a: TargetRow, b: TargetRow): number {
  const rank = ({ standing }: TargetRow): number => STATUSES.indexOf(standing.status);
  return rank(a) - rank(b) || Number(a.target.kind === 'milestone') - Number(b.target.kind === 'milestone');
}

/** A page of them as a message. */
export async function listTargets(
  services: TargetServices,
  request: { readonly filter: TargetFilter; readonly from: number; readonly viewerId: string },
): Promise<Message> {
  const { filter, from, viewerId } = request;
  const rows = await filterRows(services, filter, viewerId);
  return targetListMessage({ rows, filter, from, sections: listSections(services) });
}
