import { selectSections } from '../../targets/digest-source.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import type { Message } from '../blocks/message.ts';
import { matchesFilter, type TargetFilter } from './target-filter.ts';
import { targetListMessage } from './target-list-message.ts';
import { listSections, readRows, type TargetServices } from './target-services.ts';

/** The targets a filter lets through for one person, in the order of the report. */
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
  return (await readRows(services)).filter(
    (row) => shown.has(row.target.id) && matchesFilter(row, filter, viewerId),
  );
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
