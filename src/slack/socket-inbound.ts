import { setTimeout as wait } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { AppError } from '../errors.ts';
import { describeFault, type Log } from '../logging.ts';
import { createSlackLogger } from './create-slack-logger.ts';
import { isInboundFrame } from './inbound-body.ts';
import type { Inbound, InboundOptions } from './receivers.ts';
import { createRouteServer, listen } from './route-server.ts';

/** Longest wait between two attempts to connect. */
const MAX_RECONNECT_WAIT_MS = 30_000;

/** A connection that did not last this long counts as a failed attempt, so that nothing connects in a tight loop. */
const STEADY_MS = 10_000;

type SocketClient = SocketModeReceiver['client'];

/** A socket the bot opens itself, with a server of our own for the health routes. */
export function createSocketInbound(
  { config, routes, clientOptions, log }: InboundOptions,
  appToken: string,
): Inbound {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createSlackLogger(log),
    // The package's own reconnecting gives up on errors it takes for final, as a rejection nobody handles.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  guardFrames(receiver.client, log);
  const connection = keepConnected(receiver.client, log);
  const server = createRouteServer(routes, log);
  return {
    receiver,
    async start() {
      const address = config.health ?? config.http;
      const port = await listen(server, { ...address, variables: 'HEALTH_HOST, HEALTH_PORT, HOST and PORT' });
      await describeConnectFailure(connection.start());
      return { port, healthPort: port };
    },
    async stop() {
      server.close();
      connection.stop();
      await receiver.stop();
    },
    close: () => server.closeAllConnections(),
    isConnected: connection.isConnected,
  };
}

/**
 * Lets only frames through that the client can read. It trusts what comes over the socket: `null` or an event without
 * a payload ends in a rejection nobody handles, and a frame may be named like the client's own events.
 */
function guardFrames(client: SocketClient, log: Log): void {
  const receivers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (isBinary === true || typeof data !== 'string' || !isInboundFrame(data)) {
      log.warn('socket.frame_ignored', { isBinary: isBinary === true });
      return;
    }
    for (const receive of receivers) {
      // An async function: what it throws becomes a rejection.
      Promise.resolve(receive(data, false)).catch((error: unknown) => {
        log.error('socket.frame_failed', describeFault(error));
      });
    }
  });
}

/** Connects again whenever the connection is lost, for as long as it takes. */
function keepConnected(client: SocketClient, log: Log) {
  const stopping = new AbortController();
  let connectedAtMs: number | undefined;
  let failures = 0;
  let isStarted = false;
  let isTrying = false;

  client.on('connected', () => {
    connectedAtMs = Date.now();
  });
  client.on('disconnecting', () => {
    connectedAtMs = undefined;
  });
  client.on('disconnected', () => {
    const lastedMs = connectedAtMs === undefined ? 0 : Date.now() - connectedAtMs;
    connectedAtMs = undefined;
    if (!isStarted || isTrying || stopping.signal.aborted) return;
    failures = lastedMs < STEADY_MS ? failures + 1 : 0;
    void reconnect();
  });

  async function reconnect(): Promise<void> {
    isTrying = true;
    let waitMs = failures === 0 ? 0 : backoffMs(failures);
    while (!stopping.signal.aborted) {
      try {
        await wait(waitMs, undefined, { signal: stopping.signal });
        await client.start();
        break;
      } catch (error) {
        if (stopping.signal.aborted) break;
        failures += 1;
        log.warn('socket.not_reconnected', { failures, ...describeFault(error) });
        const toldMs = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
        waitMs = Math.max(toldMs, backoffMs(failures));
      }
    }
    isTrying = false;
  }

  return {
    async start() {
      await client.start();
      isStarted = true;
    },
    stop: () => stopping.abort(),
    isConnected: () => connectedAtMs !== undefined,
  };
}

function backoffMs(failures: number): number {
  return Math.min(MAX_RECONNECT_WAIT_MS, 1_000 * 2 ** (failures - 1));
}

async function describeConnectFailure<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new AppError(
      'slack_failed',
      `cannot open the Socket Mode connection (${reason}); check SLACK_APP_TOKEN and that Socket Mode is on`,
      { cause: error },
    );
  }
}
