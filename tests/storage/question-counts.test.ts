import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRecords } from '../../src/conversation/records.ts';
import { createConversationRecords } from '../../src/storage/conversation-records.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import type { TestLocation } from '../support/database-places.ts';
import { ENGINES } from '../support/engines.ts';

describe.each(ENGINES)('counts and settings on $engine', ({ create }) => {
  let place: TestLocation;
  let database: Database;
  let records: ConversationRecords;

  beforeEach(async () => {
    place = await create();
    database = await openDatabase(place.location);
    records = createConversationRecords(database.db);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  it('count questions by the day in China, channel and outcome, however many come at a time', async () => {
    const count = (outcome: string, now: string, channelId = 'C1') =>
      records.questionCounts.add({ channelId, outcome, now: new Date(now) });
    await Promise.all(Array.from({ length: 6 }, () => count('answered', '2026-11-24T15:59:59.000Z')));
    await count('answered', '2026-11-24T16:00:00.000Z');
    await count('not-covered', '2026-11-24T12:00:00.000Z');
    await count('answered', '2026-11-24T12:00:00.000Z', '');

    expect(await records.questionCounts.list()).toEqual([
      { askedOn: '2026-11-24', channelId: '', outcome: 'answered', count: 1 },
      { askedOn: '2026-11-24', channelId: 'C1', outcome: 'answered', count: 6 },
      { askedOn: '2026-11-24', channelId: 'C1', outcome: 'not-covered', count: 1 },
      { askedOn: '2026-11-25', channelId: 'C1', outcome: 'answered', count: 1 },
    ]);
  });

  it('keep what a channel keeps to, the last choice', async () => {
    const act = { by: 'U1', now: new Date('2026-11-24T12:00:00.000Z') };
    expect(await records.channelScopes.find('C1')).toBeNull();
    await records.channelScopes.set('C1', { kind: 'report', id: 'qinglan' }, act);
    await records.channelScopes.set('C1', { kind: 'collection', name: '县报告' }, act);

    expect(await records.channelScopes.find('C1')).toEqual({ kind: 'collection', name: '县报告' });
    expect(await records.channelScopes.find('C2')).toBeNull();
    await records.channelScopes.set('C1', null, act);
    expect(await records.channelScopes.find('C1')).toBeNull();
  });
});
