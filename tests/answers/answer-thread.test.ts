import { afterEach, describe, expect, it } from 'vitest';
import { type AnswerThread, startAnswerThread } from '../../src/answers/answer-thread.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { createLog } from '../../src/logging.ts';
import { realAnswers } from '../support/real-answers.ts';
import { realAnswerer, realCore } from '../support/real-knowledge.ts';
import { startFaultyThread } from './support/start-faulty-thread.ts';

let thread: AnswerThread | undefined;
afterEach(async () => {
  await thread?.close();
  thread = undefined;
});

const ask = (asked: AnswerThread, question: string, personId = 'U1') =>
  asked.call('answer', { question }, personId);

const start: typeof startFaultyThread = (options) => {
  const started = startFaultyThread(options);
  thread = started;
  return started;
};

describe('the answering thread', () => {
  it('answers as the answerer does, and says how long that took', async () => {
    const { result, seconds } = await ask(realAnswers(), '低保标准?');

    expect(result).toEqual(realAnswerer.answer('低保标准?'));
    expect(seconds).toBeGreaterThan(0);
  });

  it('completes a follow-up from the question before it', async () => {
    const request = { question: '农村呢?', earlier: ['城市低保标准?'] };

    const { result } = await realAnswers().call('answer', request, 'U1');

    expect(result).toEqual(realAnswerer.answer('农村呢?', ['城市低保标准?']));
  });

  it('knows what the reports are before anybody asks', async () => {
    const contents = await realAnswers().whenReady;

    expect(contents).toEqual({
      knowledgeVersion: realAnswerer.knowledgeVersion,
      reports: realAnswerer.reports,
      outline: realAnswerer.outline(),
      targets: realCore.targets,
      calendar: realCore.calendar,
      problems: [],
      decoded: [],
    });
    await expect.poll(() => realAnswers().examples()).toEqual(realAnswerer.examples);
  });

  it('gives the context of a place, and the stages of an answer in words', async () => {
    const [item] = realAnswerer.answer('低保标准?').answers;
    if (!item) throw new Error('no answer');
    const { source, start: from, end } = item;

    const { result: context } = await realAnswers().call('contextOf', { source, start: from, end }, 'U1');
    const { result: stages } = await realAnswers().call('explain', { question: '低保标准?' }, 'U1');

    expect(context).toEqual(realAnswerer.contextOf(source, from, end));
    expect(stages).toContain('问题（规范化）：低保标准');
  });

  it('says why there is nothing to answer from', async () => {
    const files = readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });
    const log = createLog({ level: 'error', now: () => new Date(0), write: () => undefined });
    // No program for the thread: as after an installation that went wrong.
    thread = startAnswerThread({ files, log, entry: new URL('./no-such-file.ts', import.meta.url) });
    const asked = ask(thread, '低保标准?');

    await expect(thread.whenReady).rejects.toThrow('no-such-file');
    await expect(asked).rejects.toThrow('no-such-file');
  });
});

describe('when the answering thread fails', () => {
  it('a call that takes too long ends, and the others are answered by a fresh thread', async () => {
    const asked = start({ limits: { callMs: 1_000 } });
    const hanging = ask(asked, 'hang');
    const others = ['低保', '养老'].map((question) => ask(asked, question, 'U2'));

    await expect(hanging).rejects.toMatchObject({ code: 'answer_late' });
    expect(asked.isReady()).toBe(false);
    expect((await Promise.all(others)).map(({ result }) => result.question)).toEqual(['低保', '养老']);
    expect(asked.isReady()).toBe(true);
    expect(asked.events()).toEqual(['answers.late']);
  });

  it('a call on which it was hardly let compute is waited for, as on a machine that is busy', async () => {
    const asked = start({ limits: { callMs: 1_000 } });

    expect((await ask(asked, 'rest')).result).toMatchObject({ question: 'rest' });
    expect(asked.events()).toEqual([]);
  });

  it('a call that never ends is given up all the same', async () => {
    const asked = start({ limits: { callMs: 200 } });

    await expect(ask(asked, 'rest for ever')).rejects.toMatchObject({ code: 'answer_late' });
    expect((await ask(asked, '低保')).result).toMatchObject({ question: '低保' });
  });

  it('a call over which it died once is made again, before the others', async () => {
    const asked = start({ deaths: 1 });
    const order: string[] = [];

    await Promise.all(
      ['die', '低保'].map((question) => ask(asked, question).then(() => order.push(question))),
    );

    expect(order).toEqual(['die', '低保']);
    expect(asked.events()).toEqual(['answers.thread_lost']);
  });

  it('a call over which it died twice is told to have failed, and the others are answered', async () => {
    const asked = start({ deaths: 2 });
    const dying = ask(asked, 'die');
    const other = ask(asked, '低保');

    await expect(dying).rejects.toMatchObject({ code: 'answer_failed' });
    expect((await other).result).toMatchObject({ question: '低保' });
    expect(asked.events()).toEqual(['answers.thread_lost', 'answers.thread_lost']);
  });

  it('what waits is told so when no fresh thread can start, and it is tried again', async () => {
    const asked = start({ deaths: 1, limits: { restartMs: 50 } });
    await asked.whenReady;
    asked.failStarts(1);

    await expect(Promise.all([ask(asked, 'die'), ask(asked, '低保')])).rejects.toMatchObject({
      code: 'answer_failed',
    });
    await expect.poll(asked.isReady).toBe(true);
    expect((await ask(asked, '低保')).result).toMatchObject({ question: '低保' });
  });

  it.each([
    { question: 'throw', fault: { name: 'AppError', code: 'answer_unsafe', message: 'a digit' } },
    { question: 'defect', fault: { name: 'TypeError', message: 'not a function' } },
  ])('passes on what the answerer threw: $fault.name', async ({ question, fault }) => {
    await expect(ask(start(), question)).rejects.toMatchObject(fault);
  });

  it('takes no more calls than it may keep waiting', async () => {
    const asked = start({ limits: { waiting: 2 } });

    // Not ready yet, so that all of them wait.
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => ask(asked, `${n}`)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[2]).toMatchObject({ reason: { code: 'answers_busy' } });
  });

  it('rejects what waits when it is closed, and what comes after', async () => {
    const asked = start();
    await asked.whenReady;
    const hanging = ask(asked, 'hang');
    const waiting = ask(asked, '低保');
    const outcomes = Promise.allSettled([hanging, waiting]);

    await asked.close();

    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ reason: { code: 'answer_failed' } });
    await expect(ask(asked, '低保')).rejects.toMatchObject({ code: 'answer_failed' });
  });
});
