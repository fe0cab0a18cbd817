import type { Change, Outcome, SampleState, Snapshot, Suggestion } from '../protocol.ts';
import { createPageAnswers } from './answer-page.ts';
import { answerResponseUrl } from './answer-response-url.ts';
import { createBotDelivery } from './bot-delivery.ts';
import { BOT_USER_ID, CONVERSATIONS, PEOPLE } from './cast.ts';
import type { WorkspaceClock } from './clock.ts';
import { createExchanges } from './exchanges.ts';
import { createHttpServer } from './http-server.ts';
import { listenFrom } from './listen.ts';
import { createLiveUpdates, type Viewer } from './live-updates.ts';
import type { Manifest } from './manifest.ts';
import { buildPageFiles } from './page-files.ts';
import { createWorkspaceState, type StateChange } from './state.ts';
import { createResponseUrls, createTriggers } from './tickets.ts';
import { createUploads } from './uploads.ts';
import { callMethod } from './web-api/call-method.ts';
import type { Workspace } from './workspace.ts';

/** What the workspace needs from whoever runs the bot. All of it is beside Slack: the bot knows nothing of it. */
export type BotRunner = {
  /**
   * Starts the bot against this Web API; called again, with nothing kept, after a reset. Resolves with its events url.
   * `say` tells people what is being done, in their words.
   */
  readonly start: (slackApiUrl: string, say: (stage: string) => void) => Promise<string>;
  readonly stop: () => Promise<void>;
  /** Called after the clock was moved, so that the bot's scheduler looks at it at once. */
  readonly clockMoved: (now: Date) => Promise<void>;
  /** The stages of the answer to a question, in words, for the inspect panel; null for a text that is no question. */
  readonly explain: (text: string) => Promise<string | null>;
  /** Entries marked 示例; absent while the bot keeps no ledger. */
  readonly sample?: { readonly load: () => Promise<void>; readonly remove: () => Promise<void> };
};

export type WorkspaceOptions = {
  /** The port to try first. */
  readonly port: number;
  readonly clock: WorkspaceClock;
  readonly manifest: Manifest;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly suggestions: readonly Suggestion[];
  readonly runner: BotRunner;
  /** Told the page's address as soon as it can be opened, while the bot still starts. */
  readonly onOpen?: (url: string) => void;
  /** Told what is being done while the bot starts, as the page is. */
  readonly onStage?: (stage: string) => void;
};

/** Starts the local workspace and the bot behind it. Resolves with the page's address. */
export async function startWorkspace(options: WorkspaceOptions) {
  const { clock, manifest, runner } = options;
  const realNowMs = () => performance.now();
  const live = createLiveUpdates();
  const startedAt = clock.now();
  let baseUrl = '';
  let botUrl = '';
  let restarting: Promise<unknown> = Promise.resolve();
  let starting: string | null = null;
  let sample: SampleState = runner.sample === undefined ? 'unavailable' : 'absent';

  const state = createWorkspaceState(clock, (change) =>
    live.broadcast((viewer) => changeFor(viewer, change)),
  );
  const workspace: Workspace = {
    manifest,
    clock,
    state,
    exchanges: createExchanges(realNowMs),
    triggers: createTriggers(realNowMs),
    responseUrls: createResponseUrls(realNowMs),
    uploads: createUploads(),
    delivery: createBotDelivery(() => botUrl, options.signingSecret),
    bot: { id: BOT_USER_ID, name: manifest.features.bot_user.display_name, isBot: true },
    baseUrl: () => baseUrl,
  };

  async function closeServer(): Promise<void> {
    live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  function changeFor(viewer: Viewer, change: StateChange): Change | undefined {
    switch (change.kind) {
      case 'message':
        return isVisible(viewer, change.message) ? change : undefined;
      case 'message-removed':
        return { kind: 'message-removed', messageId: change.message.id };
      case 'modals':
        return change.sessionId === viewer.sessionId
          ? { kind: 'modals', modals: state.modals(viewer.sessionId) }
          : undefined;
      case 'home':
        return change.view.userId === viewer.userId ? { kind: 'home', home: change.view } : undefined;
      case 'view-refused':
        return change.userId === viewer.userId
          ? { kind: 'view-refused', refusal: change.refusal }
          : undefined;
    }
  }

  function snapshotFor(viewer: Viewer): Snapshot {
    return {
      workspaceName: manifest.display_information.name,
      bot: workspace.bot,
      people: PEOPLE,
      conversations: CONVERSATIONS.filter(({ userId }) => (userId ?? viewer.userId) === viewer.userId),
      commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
        name: command,
        description,
        usageHint: usage_hint,
      })),
      shortcuts: manifest.features.shortcuts.map(({ name, callback_id, type }) => ({
        name,
        callbackId: callback_id,
        kind: type,
      })),
      suggestions: options.suggestions,
      messages: state.messages().filter((message) => isVisible(viewer, message)),
      home: state.home(viewer.userId),
      modals: state.modals(viewer.sessionId),
      nowMs: clock.now().getTime(),
      sample,
      starting,
    };
  }

  function setStarting(stage: string | null): void {
    starting = stage;
    live.broadcast(() => ({ kind: 'starting', starting }));
    if (stage !== null) options.onStage?.(stage);
  }

  function setSample(next: SampleState): void {
    sample = next;
    live.broadcast(() => ({ kind: 'sample', sample }));
  }

  async function startBot(): Promise<void> {
    setStarting('正在启动机器人……');
    try {
      botUrl = await runner.start(`${baseUrl}/api/`, setStarting);
    } finally {
      setStarting(null);
    }
  }

  /** Starts over. A bot that does not start leaves an empty workspace, in which one can try again. */
  async function restart(): Promise<Outcome> {
    try {
      setStarting('正在收起原来的工作区……');
      await runner.stop();
      clock.moveTo(startedAt);
      state.clear();
      workspace.exchanges.clear();
      sample = runner.sample === undefined ? 'unavailable' : 'absent';
      live.broadcast((viewer) => ({ kind: 'snapshot', snapshot: snapshotFor(viewer) }));
      await startBot();
      return { ok: true };
    } catch (error) {
      setStarting(null);
      return { ok: false, error: `机器人没能重新启动，请再点一次「重新开始」：${error}` };
    }
  }

  const answerPage = createPageAnswers(workspace, {
    explain: runner.explain,
    async moveClock(instant) {
      clock.moveTo(instant);
      await runner.clockMoved(clock.now());
      live.broadcast(() => ({ kind: 'clock', nowMs: clock.now().getTime() }));
      return { ok: true };
    },
    async changeSample(action) {
      if (runner.sample === undefined) return { ok: false, error: '这个机器人还没有填报。' };
      await runner.sample[action]();
      setSample(action === 'load' ? 'loaded' : 'absent');
      return { ok: true };
    },
    reset() {
      // One after another: two tabs may ask at once.
      const restarted = restarting.then(restart);
      restarting = restarted;
      return restarted;
    },
  });

  const server = createHttpServer({
    pageFiles: await buildPageFiles(),
    callApi: (method, token, args) => callMethod(workspace, { method, token, args }, options.botToken),
    receiveFile: workspace.uploads.receive,
    findFile: workspace.uploads.find,
    answerResponseUrl: (urlId, body) => answerResponseUrl(workspace, urlId, body),
    // What is done while the bot starts over waits for it, instead of reaching nobody.
    answerPage: async (name, body) => {
      await restarting;
      return answerPage(name, body);
    },
    openStream: (response, viewer) =>
      live.add(response, viewer, { kind: 'snapshot', snapshot: snapshotFor(viewer) }),
  });
  const port = await listenFrom(server, options.port);
  baseUrl = `http://127.0.0.1:${port}`;
  options.onOpen?.(`${baseUrl}/`);
  const started = startBot();
  restarting = started.catch(() => undefined);
  try {
    await started;
  } catch (error) {
    await closeServer();
    throw error;
  }

  return {
    url: `${baseUrl}/`,
    async stop(): Promise<void> {
      await runner.stop();
      await closeServer();
    },
  };
}

/** Ephemeral messages are seen by one person, direct messages by the person they belong to. */
function isVisible(viewer: Viewer, message: { channelId: string; visibleTo?: string }): boolean {
  if (message.visibleTo !== undefined && message.visibleTo !== viewer.userId) return false;
  const owner = CONVERSATIONS.find(({ id }) => id === message.channelId)?.userId;
  return owner === undefined || owner === viewer.userId;
}
