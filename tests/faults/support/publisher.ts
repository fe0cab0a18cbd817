import { LogLevel } from '@slack/web-api';
import type { SchedulerEvent } from '../../../src/scheduling/ports.ts';
import { DEFAULT_GRACE_MS, type Publisher } from '../../../src/scheduling/publish-due.ts';
import { createPostLookup } from '../../../src/slack/digests/find-digest.ts';
import { createOwnerNotifier } from '../../../src/slack/digests/notify-owner.ts';
import { createDigestPoster, createSingleRequestClient } from '../../../src/slack/digests/post-digest.ts';
import { createDigestSource } from '../../../src/targets/digest-source.ts';
import type { TargetRecords } from '../../../src/targets/records.ts';
import { PLAIN_CALENDAR } from '../../../src/targets/working-days.ts';
import { makeMilestone, makeNumericTarget } from '../../support/target-builders.ts';

/** The scheduler as the bot runs it, on real stores and a real Web API client, at a clock of the test. */
export function createTestPublisher(input: {
  readonly records: TargetRecords;
  readonly slackUrl: string;
  readonly now: () => Date;
  /** How long a request may take; processes that compete for two processors need more. */
  readonly timeoutMs?: number;
  readonly report?: (event: SchedulerEvent) => void;
}): Publisher {
  const { records, slackUrl, now, timeoutMs = 2_000, report = () => undefined } = input;
  const client = createSingleRequestClient('xoxb-test', {
    slackApiUrl: slackUrl,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
  });
  return {
    ...records,
    calendar: PLAIN_CALENDAR,
    source: createDigestSource({
      targets: [makeNumericTarget(), makeMilestone()],
      knowledgeVersion: 'test',
      ...records,
    }),
    poster: createDigestPoster(client),
    lookup: createPostLookup(client),
    notifier: createOwnerNotifier(client),
    graceMs: DEFAULT_GRACE_MS,
    now,
    report,
    isStopping: () => false,
  };
}
