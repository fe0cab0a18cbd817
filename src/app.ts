import { createLiveAnswers, type GivenThread } from './answers/live-answers.ts';
import type { Contents } from './answers/protocol.ts';
import type { Config } from './config.ts';
import { forgetOldRecords } from './conversation/forget-old-records.ts';
import { createReportReader } from './loading/create-report-reader.ts';
import { describeFault, type Log } from './logging.ts';
import { measureAnswer } from './monitoring/measure-answer.ts';
import { measureCalls } from './monitoring/measure-calls.ts';
import { measureRecords } from './monitoring/measure-records.ts';
import { createMetrics } from './monitoring/metrics.ts';
import { sharedDatabaseUrl } from './places.ts';
import type { SchedulerEvent } from './scheduling/ports.ts';
import { remindOwners } from './scheduling/remind-owners.ts';
import { createScheduler } from './scheduling/scheduler.ts';
import { createSchedulerLog } from './scheduling/scheduler-log.ts';
import { createSlackApp } from './slack/create-slack-app.ts';
import { createSlackLogger } from './slack/create-slack-logger.ts';
import { createPostLookup } from './slack/digests/find-digest.ts';
import { createOwnerNotifier } from './slack/digests/notify-owner.ts';
import {
  createDigestPoster,
  createSingleRequestClient,
  POST_TIMEOUT_MS,
} from './slack/digests/post-digest.ts';
import { createHealthRoutes } from './slack/health-routes.ts';
import { createFileDownload } from './slack/knowledge/download-file.ts';
import { measureAcknowledgements } from './slack/measure-acknowledgements.ts';
import { createMetricsRoute } from './slack/metrics-route.ts';
import { createOutbox } from './slack/outbox.ts';
import { createInbound } from './slack/receivers.ts';
import type { SlackServices } from './slack/services.ts';
import { createPermissions } from './slack/targets/permissions.ts';
import { createOwnerReminder } from './slack/targets/remind-owner.ts';
import { createWorkTracker } from './slack/track-work.ts';
import { createTurns } from './slack/turns.ts';
import { verifyToken } from './slack/verify-token.ts';
import { createFetch, createWebClient, webClientOptions } from './slack/web-client.ts';
import { createConversationRecords } from './storage/conversation-records.ts';
import { openDatabase } from './storage/database.ts';
import { createKnowledgeChanges } from './storage/knowledge-changes-store.ts';
import { createTargetRecords } from './storage/target-records.ts';
import { createDigestSource } from './targets/digest-source.ts';

const HOUR_MS = 60 * 60 * 1000;

/** The running bot. */
export type Application = {
  readonly port: number;
  /** Where `/healthz`, `/readyz` and `/metrics` are served. */
  readonly healthPort: number;
  /** Resolves when nothing is in flight: true, or false after `deadlineMs`. */
  whenIdle(deadlineMs: number): Promise<boolean>;
  /** Removes what has passed its retention period. Done at start and every hour. */
  forgetOldRecords(): Promise<void>;
  /** Looks for due digests and reminders now, instead of at the next tick; for a clock that is moved by hand. */
  runScheduler(): Promise<void>;
  /** Looks for new reports and reviews now; true when what is answered from was exchanged. */
  refreshKnowledge(): Promise<boolean>;
  /** Takes no more work, finishes what was acknowledged, closes. False when work was left at the deadline. */
  stop(deadlineMs: number): Promise<boolean>;
};

export type Surroundings = {
  readonly log: Log;
  readonly now: () => Date;
  /** Started already, from the folders of the configuration. */
  readonly answers?: GivenThread;
};

/** Builds every part, in order, by hand, and starts it. Throws an AppError when a part cannot start. */
export async function startApplication(
  config: Config,
  { log, now, answers: given }: Surroundings,
): Promise<Application> {
  const metrics = createMetrics();
  const send = measureCalls(fetch, metrics);
  const clientOptions = webClientOptions({ apiUrl: config.slack.apiUrl, log, send });
  const client = createWebClient(config.slack.botToken, clientOptions);
  const postingClient = createSingleRequestClient(config.slack.botToken, {
    slackApiUrl: config.slack.apiUrl,
    logger: createSlackLogger(log),
    fetch: createFetch(POST_TIMEOUT_MS, send),
  });
  const database = await openDatabase(config.database);
  const changes = createKnowledgeChanges(database.db);
  // The knowledge is built on its own thread while Slack is asked who the bot is.
  const starting = createLiveAnswers({
    folders: config,
    changes,
    databaseUrl: sharedDatabaseUrl(config),
    log,
    exchanged: (contents) => logContents(contents, log),
    given,
  });

  try {
    const [identity, answers] = await Promise.all([verifyToken(client), starting]);
    const { contents } = answers;
    const records = createConversationRecords(database.db);
    const targetRecords = measureRecords(createTargetRecords(database.db), metrics);
    const digests = createDigestSource({
      ...targetRecords,
      get targets() {
        return contents().targets;
      },
      get knowledgeVersion() {
        return contents().knowledgeVersion;
      },
    });
    const reminder = createOwnerReminder({ client: postingClient, log, now });
    const remind = () => {
      const { targets, calendar } = contents();
      return remindOwners({ targets, calendar, records: targetRecords, reminder, now });
    };
    const reportDigest = createSchedulerLog(log);
    const publisher = {
      ...targetRecords,
      get calendar() {
        return contents().calendar;
      },
      source: digests,
      poster: createDigestPoster(postingClient),
      lookup: createPostLookup(postingClient),
      notifier: createOwnerNotifier(postingClient),
      graceMs: config.digestGraceMs,
      now,
      report: (event: SchedulerEvent) => {
        metrics.countDigest(event.kind);
        reportDigest(event);
      },
    };
    const scheduler = createScheduler(publisher, remind);
    const outbox = createOutbox({ client, log, now });
    const turns = createTurns();
    const work = createWorkTracker();
    metrics.watchQueue('work', () => work.count());
    metrics.watchQueue('answers', answers.count);
    metrics.watchQueue('deliveries', () => outbox.count());
    metrics.watchDigests(() => scheduler.health());
    let isStopping = false;

    const services: SlackServices = {
      answerer: {
        get knowledgeVersion() {
          return contents().knowledgeVersion;
        },
        get reports() {
          return contents().reports;
        },
        get examples() {
          return answers.examples();
        },
        outline: () => contents().outline,
      },
      answer: ({ question, earlier, scope, userId }) =>
        measureAnswer(answers.call('answer', { question, earlier, scope }, userId), metrics),
      async contextOf({ source, start, end }, userId) {
        return (await answers.call('contextOf', { source, start, end }, userId)).result;
      },
      outbox,
      records,
      targets: {
        get targets() {
          return contents().targets;
        },
        get calendar() {
          return contents().calendar;
        },
        records: targetRecords,
        digests,
        permissions: createPermissions({ roles: config.targetRoles, client, log, now }),
        digestHealth: () => scheduler.health(),
        recordsHealth: () => database.health(),
        get knowledgeVersion() {
          return contents().knowledgeVersion;
        },
        outbox,
        get files() {
          return contents();
        },
        log,
        now,
      },
      knowledge: {
        changes,
        reader: createReportReader(),
        download: createFileDownload({
          botToken: config.slack.botToken,
          apiUrl: config.slack.apiUrl,
          send: fetch,
          log,
        }),
        figuresIn: async (place, userId) => (await answers.call('figuresIn', place, userId)).result,
        refresh: answers.refresh,
      },
      log,
      now,
      feedbackTo: config.feedbackTo,
      answersFollowUpsWithoutMention: config.answersFollowUpsWithoutMention,
    };
    const routes = createHealthRoutes(
      [
        { name: 'running', isReady: () => !isStopping },
        { name: 'knowledge', isReady: () => contents().reports.length > 0 },
        { name: 'answers', isReady: answers.isReady },
        { name: 'database', isReady: async () => (await database.health()) === 'ok' },
        { name: 'slack', isReady: () => inbound.isConnected() },
        { name: 'digests', isReady: async () => (await scheduler.health()).isHealthy },
      ],
      () => contents().problems.map(({ code, file }) => `${file}: ${code}`),
    );
    const metricsRoute = createMetricsRoute(() => metrics.render());
    const inbound = createInbound({ config, routes: [...routes, metricsRoute], clientOptions, log });
    createSlackApp({
      services,
      inbound,
      client,
      clientOptions,
      botToken: config.slack.botToken,
      identity,
      work,
      turns,
      measure: measureAcknowledgements(metrics.observeAcknowledgement),
    });
    const { port, healthPort } = await inbound.start();
    const forget = async () => {
      try {
        const age = { now: now(), questionDays: config.questionRetentionDays };
        log.debug('records.forgotten', { rows: await forgetOldRecords(records.retention, age) });
      } catch (error) {
        log.error('records.not_forgotten', describeFault(error));
      }
    };
    const forgetting = setInterval(() => void forget(), HOUR_MS);
    await forget();
    scheduler.start();
    answers.start();
    log.info('bot.ready', { transport: config.slack.transport.kind, port, healthPort });

    return {
      port,
      healthPort,
      whenIdle: work.whenIdle,
      forgetOldRecords: forget,
      runScheduler: () => scheduler.runNow(),
      refreshKnowledge: answers.refresh,
      async stop(deadlineMs) {
        isStopping = true;
        clearInterval(forgetting);
        // A digest being posted is work like any other: waited for, but not beyond the deadline.
        void work.track(scheduler.stop());
        await inbound.stop();
        log.info('bot.stopping');
        const isDone = await work.whenIdle(deadlineMs);
        inbound.close();
        await answers.close();
        await database.close();
        log.info('bot.stopped', { isDone });
        return isDone;
      },
    };
  } catch (error) {
    await starting.then(
      (answers) => answers.close(),
      () => undefined,
    );
    await database.close();
    throw error;
  }
}

function logContents({ knowledgeVersion, reports, targets, problems, decoded }: Contents, log: Log): void {
  log.info('knowledge.loaded', {
    version: knowledgeVersion,
    reports: reports.length,
    targets: targets.length,
    fileProblems: problems.length,
  });
  for (const { code, file, lines, detail } of problems)
    log.warn('knowledge.file_problem', { code, file, lines: lines.join(','), detail });
  for (const { file, encoding } of decoded) log.info('knowledge.file_decoded', { file, encoding });
}
