import type { Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { Log } from '../logging.ts';
import { createHttpInbound } from './http-inbound.ts';
import type { Route } from './route-server.ts';
import { createSocketInbound } from './socket-inbound.ts';

/** One way for events to come in, with the health routes beside it. */
export type Inbound = {
  readonly receiver: Receiver;
  /** Begins to listen and returns the ports. */
  start(): Promise<{ readonly port: number; readonly healthPort: number }>;
  /** Takes no more work. What was acknowledged goes on. */
  stop(): Promise<void>;
  /** Closes the connections that are left. */
  close(): void;
  isConnected(): boolean;
};

export type InboundOptions = {
  readonly config: Pick<Config, 'slack' | 'http' | 'health'>;
  readonly routes: readonly Route[];
  readonly clientOptions: WebClientOptions;
  readonly log: Log;
};

export function createInbound(options: InboundOptions): Inbound {
  const { transport } = options.config.slack;
  return transport.kind === 'socket'
    ? createSocketInbound(options, transport.appToken)
    : createHttpInbound(options, transport.signingSecret);
}
