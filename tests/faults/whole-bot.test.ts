import { describe, expect, it } from 'vitest';
import { type Application, startApplication } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/logging.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { createSqliteFile } from '../support/database-places.ts';
import { createPostgresDatabase } from '../support/engines.ts';
import { realAnswers } from '../support/real-answers.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { testEnvironment } from '../support/slack/start-bot.ts';
import { makeNewSubscription, makeValueEntry } from '../support/target-builders.ts';

describe('the whole bot', () => {
  it.each([
    { engine: 'SQLite', create: createSqliteFile, replicas: 1 },
    { engine: 'PostgreSQL', create: createPostgresDatabase, replicas: 3 },
  ])('posts exactly one digest, with $replicas on $engine', async ({ create, replicas }) => {
    const slack = await startFakeSlack();
    const place = await create();
    const database = await openDatabase(place.location);
    const records = createTargetRecords(database.db);
    await records.subscriptions.add(
      makeNewSubscription({ channelId: slack.channel }),
      new Date('2019-06-24T00:59:00Z'),
    );
    await records.ledger.append([
      makeValueEntry({ targetId: '2019-3-1-01', asOf: '2019-06-20', value: '185' }),
    ]);
    const now = () => new Date('2019-06-24T01:00:05Z');
    const log = createLog({ level: 'error', now, write: () => undefined });
    const environment =
      'url' in place.location ? { DATABASE_URL: place.location.url } : { DATABASE_FILE: place.location.file };
    const config = readConfig({ ...testEnvironment(slack), ...environment });

    const bots: Application[] = await Promise.all(
      Array.from({ length: replicas }, () =>
        startApplication(config, { log, now, answers: { thread: realAnswers(), isShared: true } }),
      ),
    );
    const { body } = await slack.take('chat.postMessage');
    await Promise.all(bots.map((bot) => bot.stop(5_000)));

    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    const text = JSON.stringify(body.blocks);
    expect(text).toContain('量化目标12项');
    expect(text).toContain('/400个');
    const [subscription] = await records.subscriptions.list();
    expect(await records.slots.listRecent(subscription?.id ?? '', 5)).toMatchObject([
      { slotOn: '2019-06-24', state: 'sent' },
    ]);
    await database.close();
    await slack.close();
    await place.drop();
  });
});
