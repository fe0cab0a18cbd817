import { createServer, type Server } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { createSlackLogger, type Log } from '../logging.ts';
import type { HealthRoute } from './health-routes.ts';
import { EVENTS_PATH } from './ids.ts';

/** One way for events to come in, with the health routes beside it. */
export type Inbound = {
  readonly receiver: Receiver;
  /** Begins to listen and returns the port. */
  start(): Promise<number>;
  /** Takes no more work. What was acknowledged goes on. */
  stop(): Promise<void>;
  /** Closes the connections that are left. */
  close(): void;
  isConnected(): boolean;
};

export type InboundOptions = {
  readonly config: Pick<Config, 'slack' | 'http'>;
  readonly routes: readonly HealthRoute[];
  readonly clientOptions: WebClientOptions;
  readonly log: Log;
};

export function createInbound(options: InboundOptions): Inbound {
  const { transport } = options.config.slack;
  return transport.kind === 'socket'
    ? createSocketInbound(options, transport.appToken)
    : createHttpInbound(options, transport.signingSecret);
}

/** Signed requests, everything under one path. */
function createHttpInbound({ config, routes, log }: InboundOptions, signingSecret: string): Inbound {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    customRoutes: [...routes],
    logger: createSlackLogger(log),
  });
  let server: Server | undefined;
  return {
    receiver,
    async start() {
      server = await describeListenFailure(receiver.start({ ...config.http }), config);
      return portOf(server);
    },
    async stop() {
      // Resolves only when the last kept-alive connection is gone, which is not waited for.
      void receiver.stop();
    },
    close: () => server?.closeAllConnections(),
    isConnected: () => server?.listening === true,
  };
}

/**
 * A socket the bot opens itself. The health routes get a server of our own: the receiver's listens on every
 * interface whatever HOST says.
 */
function createSocketInbound(
  { config, routes, clientOptions, log }: InboundOptions,
  appToken: string,
): Inbound {
  // Opening a connection is safe to repeat, so this client keeps the package's own retries.
  const { retryConfig: _retryConfig, rejectRateLimitedCalls: _reject, ...connectionOptions } = clientOptions;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createSlackLogger(log),
    installerOptions: { clientOptions: connectionOptions },
  });
  const server = createHealthServer(routes);
  let isConnected = false;
  receiver.client.on('connected', () => {
    isConnected = true;
  });
  for (const state of ['reconnecting', 'disconnecting', 'disconnected']) {
    receiver.client.on(state, () => {
      isConnected = false;
    });
  }
  return {
    receiver,
    async start() {
      await describeListenFailure(listen(server, config.http), config);
      await describeConnectFailure(receiver.start());
      return portOf(server);
    },
    async stop() {
      server.close();
      await receiver.stop();
    },
    close: () => server.closeAllConnections(),
    isConnected: () => isConnected,
  };
}

function createHealthServer(routes: readonly HealthRoute[]): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const route = routes.find((candidate) => candidate.path === path && candidate.method === request.method);
    if (route) route.handler(request, response);
    else response.writeHead(404).end();
  });
}

function listen(server: Server, address: Config['http']): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...address }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function describeListenFailure<Result>(
  work: Promise<Result>,
  { http }: Pick<Config, 'http'>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new AppError(
      'slack_failed',
      `cannot listen on ${http.host}:${http.port} (${reason}); check HOST and PORT`,
      {
        cause: error,
      },
    );
  }
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
