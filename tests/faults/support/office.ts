import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import type { TargetRecords } from '../../../src/targets/records.ts';
import type { SlotRecord } from '../../../src/targets/slot.ts';
import type { NewSubscription } from '../../../src/targets/subscription.ts';
import type { TestLocation } from '../../support/database-places.ts';
import { makeNewSubscription } from '../../support/target-builders.ts';
import { type StubSlack, startStubSlack } from './stub-slack.ts';

/** Monday 24 June 2019, 09:00 in China. */
export const DUE = new Date('2019-06-24T01:00:00.000Z');

export const minutesAfterDue = (minutes: number) => new Date(DUE.getTime() + minutes * 60_000);

/** One office: a database, a Slack that records posts, and subscriptions due on Monday at nine. */
export type Office = {
  readonly place: TestLocation;
  readonly database: Database;
  readonly records: TargetRecords;
  readonly slack: StubSlack;
  /** Every slot on record. */
  slots(): Promise<readonly SlotRecord[]>;
  close(): Promise<void>;
};

export async function openOffice(
  create: () => Promise<TestLocation>,
  subscriptions = 1,
  changes: Partial<NewSubscription> = {},
): Promise<Office> {
  const place = await create();
  const database = await openDatabase(place.location);
  const records = createTargetRecords(database.db);
  const slack = await startStubSlack();
  for (let index = 0; index < subscriptions; index += 1) {
    await records.subscriptions.add(
      makeNewSubscription({ channelId: `C${index + 1}`, ...changes }),
      new Date('2019-06-20T00:00:00.000Z'),
    );
  }
  return {
    place,
    database,
    records,
    slack,
    async slots() {
      const found: SlotRecord[] = [];
      for (const { id } of await records.subscriptions.list())
        found.push(...(await records.slots.listRecent(id, 100)));
      return found;
    },
    async close() {
      await slack.close();
      await database.close();
      await place.drop();
    },
  };
}

/** What every fault must leave behind: no slot posted twice, and none without an end. */
export function judgeOutcome(
  slack: StubSlack,
  slots: readonly SlotRecord[],
): {
  readonly twice: number;
  readonly open: number;
  readonly sent: number;
  readonly unknown: number;
  readonly skipped: number;
  readonly unexplained: number;
} {
  const count = (state: SlotRecord['state']) => slots.filter((slot) => slot.state === state).length;
  return {
    twice: [...slack.countBySlot().values()].filter((posts) => posts > 1).length,
    open: count('pending') + count('claimed') + count('sending'),
    sent: count('sent'),
    unknown: count('unknown'),
    skipped: count('skipped'),
    unexplained: slots.filter(({ state, reason }) => (state === 'unknown' || state === 'skipped') && !reason)
      .length,
  };
}
