import type { ChannelScope } from '../../conversation/records.ts';
import { describeFault } from '../../logging.ts';
import type { Covered, SlackServices } from '../services.ts';

/** Ids of the reports a channel keeps to; undefined where it asks all. A database that is away narrows nothing. */
export async function readScope(
  { answerer, log, records }: Pick<SlackServices, 'answerer' | 'log' | 'records'>,
  channelId: string | undefined,
): Promise<readonly string[] | undefined> {
  if (channelId === undefined) return undefined;
  try {
    const scope = await records.channelScopes.find(channelId);
    return scope ? reportsOf(answerer, scope) : undefined;
  } catch (error) {
    log.warn('channel.scope_unknown', describeFault(error));
    return undefined;
  }
}

/** The reports of a scope; none when they were withdrawn since, which then narrows nothing. */
function reportsOf({ reports }: Pick<Covered, 'reports'>, scope: ChannelScope): readonly string[] {
  return reports
    .filter(({ id, collection }) => (scope.kind === 'report' ? id === scope.id : collection === scope.name))
    .map(({ id }) => id);
}
