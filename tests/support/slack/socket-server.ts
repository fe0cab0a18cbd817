import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Delivery } from './deliveries.ts';

/** Slack's side of Socket Mode on loopback. */
export type SocketServer = {
  readonly url: string;
  /** Sends a delivery over the open connection and resolves with what the bot acknowledged it with. */
  deliver(delivery: Delivery): Promise<unknown>;
  /** Sends anything at all, as text or bytes. */
  push(frame: string | Buffer): void;
  /** Connections the bot has opened so far. */
  connections(): number;
  /** Ends the open connection without a word. */
  cut(): void;
  /** Resolves with the next connection that has said hello. */
  reconnected(): Promise<void>;
  close(): Promise<void>;
};

const TYPES = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const;

export async function startSocketServer(): Promise<SocketServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const acknowledged = new Map<string, (payload: unknown) => void>();
  let socket: WebSocket | undefined;
  let counter = 0;
  let connections = 0;
  const waiting: (() => void)[] = [];
  server.on('connection', (opened) => {
    socket = opened;
    connections += 1;
    opened.on('message', (data: RawData) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      acknowledged.get(id)?.(payload);
    });
    opened.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    for (const resolve of waiting.splice(0)) resolve();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `ws://127.0.0.1:${port}`,
    deliver({ kind, body }) {
      const id = `envelope-${++counter}`;
      return new Promise((resolve) => {
        acknowledged.set(id, resolve);
        socket?.send(
          JSON.stringify({
            type: TYPES[kind],
            envelope_id: id,
            payload: body,
            accepts_response_payload: kind !== 'event',
            retry_attempt: 0,
            retry_reason: '',
          }),
        );
      });
    },
    push: (frame) => socket?.send(frame, { binary: typeof frame !== 'string' }),
    connections: () => connections,
    cut: () => socket?.terminate(),
    reconnected: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
