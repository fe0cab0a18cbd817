import { describe, expect, it } from 'vitest';
import { publishDue } from '../../src/scheduling/publish-due.ts';
import { createPostgresDatabase } from '../support/engines.ts';
import { DUE, judgeOutcome, minutesAfterDue, openOffice } from './support/office.ts';
import { createTestPublisher } from './support/publisher.ts';
import { spawnReplica } from './support/spawn-replica.ts';
import type { Behaviour } from './support/stub-slack.ts';
import { tally } from './support/tally.ts';

const SLOTS = 30;

describe('replicas racing for the same slots on PostgreSQL', () => {
  it.each([
    { replicas: 2, killed: 0, behaviours: [] },
    { replicas: 5, killed: 0, behaviours: [] },
    { replicas: 5, killed: 2, behaviours: ['turn-429', 'accept-cut', 'turn-500', 'accept-500', 'turn-cut'] },
  ] satisfies { replicas: number; killed: number; behaviours: Behaviour[] }[])(
    '$replicas replicas, $killed of them killed after posting, faults $behaviours: no slot twice, none without an end',
    async ({ replicas, killed, behaviours }) => {
      const office = await openOffice(createPostgresDatabase, SLOTS);
      office.slack.script(...behaviours);
      const crew = await Promise.all(
        Array.from({ length: replicas }, (_, index) =>
          spawnReplica({
            location: office.place.location,
            slackUrl: office.slack.url,
            now: DUE.toISOString(),
            dieAt: index < killed ? 'posted' : null,
          }),
        ),
      );

      for (const replica of crew) replica.begin();
      const ends = await Promise.all(crew.map((replica) => replica.ended()));
      expect(ends.filter((signal) => signal === 'SIGKILL')).toHaveLength(killed);
      for (const minutes of [1, 3, 5]) {
        const now = () => minutesAfterDue(minutes);
        await publishDue(createTestPublisher({ records: office.records, slackUrl: office.slack.url, now }));
      }

      const slots = await office.slots();
      const outcome = judgeOutcome(office.slack, slots);
      const posts = office.slack.messages.filter(({ slot }) => slot !== '').length;
      tally(
        `PostgreSQL: ${replicas} replicas, ${killed} killed, ${behaviours.length} faults of Slack, ${SLOTS} slots`,
        posts,
        outcome,
      );
      expect(slots).toHaveLength(SLOTS);
      expect(outcome).toMatchObject({ twice: 0, open: 0, unexplained: 0 });
      const uncertain = killed + behaviours.filter((behaviour) => !behaviour.startsWith('turn-429')).length;
      expect(outcome.sent).toBeGreaterThanOrEqual(SLOTS - uncertain);
      if (uncertain === 0) expect(posts).toBe(SLOTS);
      await office.close();
    },
    40_000,
  );
});
