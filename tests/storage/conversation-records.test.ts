import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRecords } from '../../src/conversation/records.ts';
import { createConversationRecords } from '../../src/storage/conversation-records.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';

const NOON = new Date('2026-11-24T12:00:00.000Z');
const hoursAfterNoon = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

let database: Database;
let records: ConversationRecords;

beforeEach(async () => {
  database = await openDatabase({ file: ':memory:' });
  records = createConversationRecords(database.db);
});

afterEach(() => database.close());

describe('handledEvents', () => {
  it('lets exactly one of many callers claim a key', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => records.handledEvents.claim('Ev1', NOON)),
    );

    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('lets a released key be claimed again', async () => {
    await records.handledEvents.claim('Ev1', NOON);
    await records.handledEvents.release('Ev1');

    expect(await records.handledEvents.claim('Ev1', NOON)).toBe(true);
  });

  it('keeps keys apart', async () => {
    expect(await records.handledEvents.claim('Ev1', NOON)).toBe(true);
    expect(await records.handledEvents.claim('Ev2', NOON)).toBe(true);
  });
});

describe('threadMemory', () => {
  it('returns the question remembered last', async () => {
    await records.threadMemory.remember('C1:1', { question: '城市低保标准' }, NOON);
    await records.threadMemory.remember('C1:1', { question: '农村低保标准' }, NOON);

    expect(await records.threadMemory.lastQuestion('C1:1', NOON)).toBe('农村低保标准');
    expect(await records.threadMemory.lastQuestion('C1:2', NOON)).toBeUndefined();
  });

  it('knows the question before the last, of the same conversation and day', async () => {
    await records.threadMemory.remember('C1:1', { question: '城市低保标准' }, NOON);
    expect(await records.threadMemory.questionBefore('C1:1', NOON)).toBeUndefined();
    await records.threadMemory.remember('C1:2', { question: '养老床位' }, NOON);
    await records.threadMemory.remember('C1:1', { question: '农村低保标准' }, hoursAfterNoon(2));

    expect(await records.threadMemory.questionBefore('C1:1', hoursAfterNoon(2))).toBe('城市低保标准');
    expect(await records.threadMemory.questionBefore('C1:1', hoursAfterNoon(25))).toBeUndefined();
  });

  it.each([
    { hours: 23.9, known: true },
    { hours: 24, known: false },
  ])('after $hours hours it is still known: $known', async ({ hours, known }) => {
    await records.threadMemory.remember('C1:1', { question: '城市低保标准' }, NOON);

    const question = await records.threadMemory.lastQuestion('C1:1', hoursAfterNoon(hours));

    expect(question !== undefined).toBe(known);
  });
});

describe('askedQuestions', () => {
  it('gives a question back by its id, the same id for the same text', async () => {
    const id = await records.askedQuestions.keep({ question: '低保标准?' }, NOON);

    expect(await records.askedQuestions.keep({ question: '低保标准?' }, hoursAfterNoon(1))).toBe(id);
    expect(await records.askedQuestions.keep({ question: '低保标准' }, NOON)).not.toBe(id);
    expect(await records.askedQuestions.find(id)).toEqual({ question: '低保标准?' });
    expect(await records.askedQuestions.find('nothing')).toBeUndefined();
  });

  it('starts the retention period again when a question is asked again', async () => {
    const id = await records.askedQuestions.keep({ question: '低保标准?' }, NOON);
    await records.askedQuestions.keep({ question: '低保标准?' }, hoursAfterNoon(2));

    await records.retention.forgetQuestionsBefore(hoursAfterNoon(1));

    expect(await records.askedQuestions.find(id)).toEqual({ question: '低保标准?' });
  });
});

describe('the answer to a question', () => {
  it('is kept with it, each under an id of its own', async () => {
    const { askedQuestions, threadMemory } = records;
    const first = await askedQuestions.keep({ question: '低保标准?', answer: '{"a":1}' }, NOON);
    const second = await askedQuestions.keep({ question: '低保标准?', answer: '{"a":2}' }, NOON);
    await threadMemory.remember('C1:1', { question: '低保标准?', askedId: first }, NOON);

    expect(second).not.toBe(first);
    expect(await askedQuestions.find(first)).toEqual({ question: '低保标准?', answer: '{"a":1}' });
    expect(await threadMemory.lastAsked('C1:1', NOON)).toBe(first);
    expect(await threadMemory.lastAsked('C1:2', NOON)).toBeUndefined();

    await threadMemory.remember('C1:1', { question: '农村呢' }, NOON);
    await threadMemory.forget('C1:1');

    expect(await threadMemory.lastQuestion('C1:1', NOON)).toBeUndefined();
    expect(await threadMemory.questionBefore('C1:1', NOON)).toBeUndefined();
  });
});

describe('feedback', () => {
  const feedback = {
    kind: 'wrong-number',
    userId: 'U1',
    channelId: 'C1',
    question: '低保标准?',
    knowledgeVersion: 'abc',
    comment: '应为546元',
  } as const;

  it('lists what was added, oldest first', async () => {
    await records.feedback.add(
      { ...feedback, comment: 'second' },
      { requestKey: 'b', now: hoursAfterNoon(1) },
    );
    await records.feedback.add(feedback, { requestKey: 'a', now: NOON });

    expect(await records.feedback.list()).toEqual([
      { ...feedback, createdAt: NOON },
      { ...feedback, comment: 'second', createdAt: hoursAfterNoon(1) },
    ]);
  });
});

describe('feedback of one act', () => {
  it('is kept once, however often it comes', async () => {
    const act = { requestKey: 'view:V1', now: NOON };
    const feedback = {
      kind: 'helpful',
      userId: 'U1',
      channelId: 'C1',
      question: '低保标准?',
      knowledgeVersion: 'abc',
      comment: '',
    } as const;

    expect(await records.feedback.add(feedback, act)).toBe(true);
    expect(await records.feedback.add(feedback, act)).toBe(false);
    expect(await records.feedback.list()).toHaveLength(1);
  });
});

describe('unanswered', () => {
  it('counts equal questions, the most frequent first, then the most recent', async () => {
    await records.unanswered.add({ question: '房价', askedAs: '房价', reason: 'not-covered' }, NOON);
    await records.unanswered.add(
      { question: '天气', askedAs: '天气', reason: 'not-covered' },
      hoursAfterNoon(1),
    );
    await records.unanswered.add(
      { question: '房价', askedAs: '房价', reason: 'not-covered' },
      hoursAfterNoon(2),
    );
    await records.unanswered.add(
      { question: '人口', askedAs: '人口', reason: 'not-covered' },
      hoursAfterNoon(3),
    );

    expect(await records.unanswered.list()).toEqual([
      { question: '房价', askedAs: '房价', reason: 'not-covered', count: 2, lastAskedAt: hoursAfterNoon(2) },
      { question: '人口', askedAs: '人口', reason: 'not-covered', count: 1, lastAskedAt: hoursAfterNoon(3) },
      { question: '天气', askedAs: '天气', reason: 'not-covered', count: 1, lastAskedAt: hoursAfterNoon(1) },
    ]);
  });
});

describe('retention', () => {
  it('removes every question text from before the instant and nothing after it', async () => {
    const old = await records.askedQuestions.keep({ question: '旧问题' }, NOON);
    const recent = await records.askedQuestions.keep({ question: '新问题' }, hoursAfterNoon(2));
    await records.threadMemory.remember('C1:1', { question: '旧问题' }, NOON);
    await records.unanswered.add({ question: '旧问题', askedAs: '旧问题', reason: 'not-covered' }, NOON);
    await records.unanswered.add(
      { question: '新问题', askedAs: '新问题', reason: 'not-covered' },
      hoursAfterNoon(2),
    );
    await records.feedback.add(
      {
        kind: 'helpful',
        userId: 'U1',
        channelId: 'C1',
        question: '旧问题',
        knowledgeVersion: 'a',
        comment: '',
      },
      { requestKey: 'old', now: NOON },
    );

    const touched = await records.retention.forgetQuestionsBefore(hoursAfterNoon(1));

    expect(touched).toBe(4);
    expect(await records.askedQuestions.find(old)).toBeUndefined();
    expect(await records.askedQuestions.find(recent)).toEqual({ question: '新问题' });
    expect(await records.threadMemory.lastQuestion('C1:1', NOON)).toBeUndefined();
    expect((await records.unanswered.list()).map((row) => row.question)).toEqual(['新问题']);
    expect(await records.feedback.list()).toMatchObject([{ kind: 'helpful', question: '' }]);
  });

  it('removes old claims, so that the table does not grow for ever', async () => {
    await records.handledEvents.claim('Ev1', NOON);
    await records.handledEvents.claim('Ev2', hoursAfterNoon(2));

    expect(await records.retention.forgetEventsBefore(hoursAfterNoon(1))).toBe(1);
    expect(await records.handledEvents.claim('Ev2', NOON)).toBe(false);
  });
});
