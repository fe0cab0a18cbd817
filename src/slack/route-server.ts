import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../errors.ts';
import { describeFault, type Log } from '../logging.ts';

/** What is served at one path. */
export type Route = {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
};

/** Where a server listens, and the variables that say so. */
export type ListenAddress = { readonly host: string; readonly port: number; readonly variables: string };

/** Serves routes by exact path. Whatever a request holds, it ends in an answer and never in a fault of the process. */
export function createRouteServer(routes: readonly Route[], log: Log): Server {
  return createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      log.error('http.failed', describeFault(error));
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not parsed as an address: a request line need not hold one (`GET //`).
    const path = request.url?.split('?', 1)[0];
    const route = routes.find((candidate) => candidate.path === path && candidate.method === request.method);
    if (route) await route.handler(request, response);
    else response.writeHead(404).end();
  }
}

/** @throws AppError `address_unavailable` naming the address and the variables that set it. */
export async function listen(server: Server, { host, port, variables }: ListenAddress): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new AppError(
      'address_unavailable',
      `cannot listen on ${host}:${port} (${reason}); check ${variables}`,
      { cause },
    );
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
