import type { ChannelScope } from '../../conversation/records.ts';
import { describeFault } from '../../logging.ts';
import type { Covered, SlackServices } from '../services.ts';

/** What a channel keeps to. */
export type Kept = {
  /** Ids of the reports it asks; undefined where it asks all. */
  readonly reports: readonly string[] | undefined;
  /** Whether it was set to something that has been withdrawn since, so that it asks all. */
  readonly isGone: boolean;
};

const ALL: Kept = { reports: undefined, isGone: false };

/** What a channel keeps to. A database that is away narrows nothing. */
export async function readScope(
  { answerer, log, records }: Pick<SlackServices, 'answerer' | 'log' | 'records'>,
  channelId: string | undefined,
): Promise<Kept> {
  if (channelId === undefined) return ALL;
  try {
    const scope = await records.channelScopes.find(channelId);
    if (!scope) return ALL;
    const reports = reportsOf(answerer, scope);
    return { reports, isGone: reports.length === 0 };
  } catch (error) {
    log.warn('channel.scope_unknown', describeFault(error));
    return ALL;
  }
}

/** The reports of a scope; none when they were withdrawn since, which then narrows nothing. */
function reportsOf({ reports }: Pick<Covered, 'reports'>, scope: ChannelScope): readonly string[] {
  return reports
    .filter(({ id, collection }) => (scope.kind === 'report' ? id === scope.id : collection === scope.name))
    .map(({ id }) => id);
}
