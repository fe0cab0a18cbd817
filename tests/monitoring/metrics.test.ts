import { createServer, type Server } from 'node:http';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { measureAnswer } from '../../src/monitoring/measure-answer.ts';
import { measureCalls } from '../../src/monitoring/measure-calls.ts';
import { measureRecords } from '../../src/monitoring/measure-records.ts';
import { createMetrics, type Metrics } from '../../src/monitoring/metrics.ts';
import { createFetch } from '../../src/slack/web-client.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createTargetRecords } from '../../src/storage/target-records.ts';
import { realAnswerer } from '../support/real-knowledge.ts';
import { makeValueEntry } from '../support/target-builders.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** The lines of one metric, without the explanations. */
async function linesOf(metrics: Metrics, name: string): Promise<string[]> {
  const { text } = await metrics.render();
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('createMetrics', () => {
  it('gives what Prometheus reads, with the lag of the event loop', async () => {
    const { contentType, text } = await createMetrics().render();

    expect(contentType).toContain('text/plain; version=0.0.4');
    expect(text).toContain('# TYPE policy_bot_questions_total counter');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('keeps the labels few, whatever a method is called', async () => {
    const metrics = createMetrics();
    for (let serial = 0; serial < 1_000; serial += 1) metrics.countSlackCall(`x${serial}/../"}`, 'ok');
    metrics.countSlackCall('chat.postMessage', 'ok');
    metrics.countSlackCall('response_url', 'rate_limited');

    expect(await linesOf(metrics, 'policy_bot_slack_calls_total')).toEqual([
      'policy_bot_slack_calls_total{method="other",result="ok"} 1000',
      'policy_bot_slack_calls_total{method="chat.postMessage",result="ok"} 1',
      'policy_bot_slack_calls_total{method="response_url",result="rate_limited"} 1',
    ]);
  });

  it('reads queues when it is asked', async () => {
    const metrics = createMetrics();
    let length = 0;
    metrics.watchQueue('work', () => length);

    length = 3;

    expect(await linesOf(metrics, 'policy_bot_queue_length')).toEqual([
      'policy_bot_queue_length{queue="work"} 3',
    ]);
  });

  it('tells the state of digests, and the other numbers when that cannot be read', async () => {
    const metrics = createMetrics();
    let isReachable = true;
    metrics.watchDigests(async () => {
      if (!isReachable) throw new Error('no database');
      return { isHealthy: true, overdue: 2, lastRunAt: new Date(5_000) };
    });

    expect(await linesOf(metrics, 'policy_bot_digest_')).toEqual([
      'policy_bot_digest_overdue 2',
      'policy_bot_digest_last_run_timestamp_seconds 5',
      'policy_bot_digest_healthy 1',
    ]);
    isReachable = false;
    expect(await linesOf(metrics, 'policy_bot_digest_healthy')).toEqual(['policy_bot_digest_healthy 0']);
  });
});

describe('measureAnswer', () => {
  const answered = (question: string) =>
    Promise.resolve({ result: realAnswerer.answer(question), seconds: 0.25 });

  it('counts questions by outcome and reason, without a word of them', async () => {
    const metrics = createMetrics();

    for (const question of ['低保标准?', '今天天气怎么样?', ''])
      await measureAnswer(answered(question), metrics);

    const lines = await linesOf(metrics, 'policy_bot_questions_total');
    expect(lines).toContain('policy_bot_questions_total{outcome="answered",reason="none"} 1');
    expect(lines).toContain('policy_bot_questions_total{outcome="abstained",reason="empty"} 1');
    expect(lines).toHaveLength(3);
    expect((await metrics.render()).text).not.toMatch(/低保|天气/u);
  });

  it('times the making of an answer', async () => {
    const metrics = createMetrics();

    const answer = await measureAnswer(answered('低保标准?'), metrics);

    expect(answer.status).toBe('answered');
    expect(await linesOf(metrics, 'policy_bot_answer_seconds_sum')).toEqual([
      'policy_bot_answer_seconds_sum 0.25',
    ]);
  });

  it('counts a question whose answer broke off, and passes the fault on', async () => {
    const metrics = createMetrics();

    await expect(measureAnswer(Promise.reject(new Error('defect')), metrics)).rejects.toThrow('defect');

    expect(await linesOf(metrics, 'policy_bot_questions_total')).toEqual([
      'policy_bot_questions_total{outcome="failed",reason="none"} 1',
    ]);
    expect(await linesOf(metrics, 'policy_bot_answer_seconds_count')).toEqual([
      'policy_bot_answer_seconds_count 0',
    ]);
  });
});

describe('measureRecords', () => {
  it('counts each recorded entry once', async () => {
    const metrics = createMetrics();
    const database = await openDatabase({ file: ':memory:' });
    const { ledger, proposals } = measureRecords(createTargetRecords(database.db), metrics);
    const entry = makeValueEntry();

    await ledger.append([entry]);
    await ledger.append([{ ...entry, recordedAt: new Date(0) }]);
    const proposal = await proposals.add(makeValueEntry(), new Date(0));
    const decision = { id: proposal, outcome: 'accepted', decidedBy: 'U1', now: new Date(0) } as const;
    await proposals.decide(decision);
    await proposals.decide(decision);

    expect(await linesOf(metrics, 'policy_bot_entries_total')).toEqual([
      'policy_bot_entries_total{kind="value",origin="slack"} 1',
      'policy_bot_entries_total{kind="proposal",origin="slack"} 1',
    ]);
    await database.close();
  });
});

describe('measureCalls', () => {
  const listen = async (status: number, body: string, type = 'application/json; charset=utf-8') => {
    server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };

  it.each([
    {
      status: 200,
      body: '{"ok":true}',
      path: '/api/chat.postMessage',
      label: 'method="chat.postMessage",result="ok"',
    },
    {
      status: 200,
      body: '{"ok":false,"error":"x"}',
      path: '/api/auth.test',
      label: 'method="auth.test",result="error"',
    },
    { status: 429, body: '', path: '/api/auth.test', label: 'method="auth.test",result="rate_limited"' },
    { status: 500, body: '', path: '/api/auth.test', label: 'method="auth.test",result="http_error"' },
    { status: 200, body: '{"ok":', path: '/api/auth.test', label: 'method="auth.test",result="no_answer"' },
    {
      status: 200,
      body: 'ok',
      type: 'text/html',
      path: '/commands/T1/2/3',
      label: 'method="response_url",result="ok"',
    },
  ])(
    'counts $status “$body” as $label and leaves the answer to be read',
    async ({ status, body, path, label, type }) => {
      const metrics = createMetrics();
      const url = await listen(status, body, type);

      const response = await measureCalls(fetch, metrics)(`${url}${path}`);

      expect(await response.text()).toBe(body);
      await expect
        .poll(() => linesOf(metrics, 'policy_bot_slack_calls_total'))
        .toEqual([`policy_bot_slack_calls_total{${label}} 1`]);
    },
  );

  it('counts what is rate limited though the caller is only told so by a fault', async () => {
    const metrics = createMetrics();
    const url = await listen(429, '{"ok":false}');

    const answer = createFetch(1_000, measureCalls(fetch, metrics))(`${url}/api/auth.test`);

    await expect(answer).rejects.toBeInstanceOf(WebAPIRateLimitedError);
    await expect
      .poll(() => linesOf(metrics, 'policy_bot_slack_calls_total'))
      .toEqual(['policy_bot_slack_calls_total{method="auth.test",result="rate_limited"} 1']);
  });

  it('counts a request that gets no answer, and passes the fault on', async () => {
    const metrics = createMetrics();

    await expect(measureCalls(fetch, metrics)('http://127.0.0.1:9/api/auth.test')).rejects.toThrow();

    expect(await linesOf(metrics, 'policy_bot_slack_calls_total')).toEqual([
      'policy_bot_slack_calls_total{method="auth.test",result="no_answer"} 1',
    ]);
  });
});
