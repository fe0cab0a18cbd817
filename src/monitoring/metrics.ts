import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AbstainReason, Answer } from '../answering/answer.ts';
import type { EntryKind, NewEntry } from '../targets/entry.ts';

/** What came of a question; `failed` when no answer could be made. */
export type QuestionOutcome = Answer['status'] | 'failed';

/** The kinds of deliveries Slack makes. */
export type DeliveryKind = 'command' | 'event' | 'action' | 'view' | 'shortcut' | 'options' | 'other';

/** How a request to Slack ended; `no_answer` leaves open whether it had an effect. */
export type CallResult = 'ok' | 'error' | 'rate_limited' | 'http_error' | 'no_answer';

export type DigestOutcome = 'posted' | 'unknown' | 'retry' | 'skipped' | 'paused' | 'failed';

/** An entry by its kind; `proposal` for one that was proposed by one person and accepted by another. */
export type EntryLabel = EntryKind | 'proposal';

/** Queues that may grow: work acknowledged and not done, questions waiting for an answer, messages kept for later. */
export type QueueName = 'work' | 'answers' | 'deliveries';

export type DigestState = {
  readonly isHealthy: boolean;
  readonly overdue: number;
  readonly lastRunAt: Date | null;
};

/**
 * What can be seen of a running bot from outside: numbers, and labels out of small sets. No text of a question, no
 * name, no id: whoever may read these need not be somebody who may read messages.
 */
export type Metrics = {
  /** `seconds` is how long an answer took to make; absent where none was made. */
  countQuestion(outcome: QuestionOutcome, reason: AbstainReason | undefined, seconds?: number): void;
  observeAcknowledgement(kind: DeliveryKind, seconds: number): void;
  countSlackCall(method: string, result: CallResult): void;
  countDigest(outcome: DigestOutcome): void;
  countEntry(kind: EntryLabel, origin: NewEntry['origin']): void;
  /** The length of a queue, read when somebody asks for the metrics. */
  watchQueue(name: QueueName, read: () => number): void;
  /** The state of digests, read likewise; one that cannot be read counts as not healthy. */
  watchDigests(read: () => Promise<DigestState>): void;
  /** Everything in the text format Prometheus reads. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
};

/** An answer takes milliseconds; what takes more than Slack's three seconds for an acknowledgement is a fault. */
const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10];

/** Methods of the Web API, as `chat.postMessage`. Anything else is counted together, so that labels stay few. */
const METHOD = /^[a-z]+(?:\.[a-zA-Z]+){1,3}$/;
const RESPONSE_URL = 'response_url';

/** Creates the metrics of one application, with those of the process: event-loop lag, memory, garbage collection. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'policy_bot_questions_total',
    help: 'Questions by what came of them and why there was no answer.',
    labelNames: ['outcome', 'reason'],
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'policy_bot_answer_seconds',
    help: 'How long making an answer took.',
    buckets: SECONDS,
    registers,
  });
  const acknowledgements = new Histogram({
    name: 'policy_bot_acknowledgement_seconds',
    help: 'How long Slack waited for an acknowledgement, from the verified request.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const slackCalls = new Counter({
    name: 'policy_bot_slack_calls_total',
    help: 'Requests to Slack by method and result.',
    labelNames: ['method', 'result'],
    registers,
  });
  const digests = new Counter({
    name: 'policy_bot_digests_total',
    help: 'What the scheduler did about digests.',
    labelNames: ['outcome'],
    registers,
  });
  const entries = new Counter({
    name: 'policy_bot_entries_total',
    help: 'Entries recorded, by kind and where they came from.',
    labelNames: ['kind', 'origin'],
    registers,
  });
  const queues = new Map<QueueName, () => number>();
  let refreshDigests = async (): Promise<void> => undefined;
  new Gauge({
    name: 'policy_bot_queue_length',
    help: 'What waits in each queue.',
    labelNames: ['queue'],
    registers,
    collect() {
      for (const [queue, read] of queues) this.set({ queue }, read());
    },
  });

  return {
    countQuestion(outcome, reason, seconds) {
      questions.inc({ outcome, reason: reason ?? 'none' });
      if (seconds !== undefined) answerSeconds.observe(seconds);
    },
    observeAcknowledgement: (kind, seconds) => acknowledgements.observe({ kind }, seconds),
    countSlackCall(method, result) {
      const isKnown = METHOD.test(method) || method === RESPONSE_URL;
      slackCalls.inc({ method: isKnown ? method : 'other', result });
    },
    countDigest: (outcome) => digests.inc({ outcome }),
    countEntry: (kind, origin) => entries.inc({ kind, origin }),
    watchQueue: (name, read) => queues.set(name, read),
    watchDigests(read) {
      refreshDigests = watchDigests(registry, read);
    },
    async render() {
      await refreshDigests();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** Adds the numbers about digests and returns what brings them up to date: one look for all three. */
function watchDigests(registry: Registry, read: () => Promise<DigestState>): () => Promise<void> {
  const registers = [registry];
  const overdue = new Gauge({
    name: 'policy_bot_digest_overdue',
    help: 'Digests due for long and not decided.',
    registers,
  });
  const lastRun = new Gauge({
    name: 'policy_bot_digest_last_run_timestamp_seconds',
    help: 'When the scheduler last finished a run; 0 before the first.',
    registers,
  });
  const healthy = new Gauge({
    name: 'policy_bot_digest_healthy',
    help: 'Whether digests appear when they should.',
    registers,
  });
  return async () => {
    try {
      const state = await read();
      healthy.set(Number(state.isHealthy));
      overdue.set(state.overdue);
      lastRun.set(Math.floor((state.lastRunAt?.getTime() ?? 0) / 1000));
    } catch {
      // The database does not answer, which `/readyz` tells; the other numbers are worth having all the same.
      healthy.set(0);
    }
  };
}
