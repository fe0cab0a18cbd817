import type { Route } from './route-server.ts';

export type Metric = { readonly name: string; readonly help: string; readonly value: number };

/** `/metrics`: gauges in the text format Prometheus reads; 503 when they cannot be had. */
export function createMetricsRoute(read: () => Promise<readonly Metric[]>): Route {
  return {
    path: '/metrics',
    method: 'GET',
    handler: (_request, response) => {
      read().then(
        (metrics) => {
          const lines = metrics.flatMap(({ name, help, value }) => [
            `# HELP policy_bot_${name} ${help}`,
            `# TYPE policy_bot_${name} gauge`,
            `policy_bot_${name} ${value}`,
          ]);
          response
            .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
            .end(`${lines.join('\n')}\n`);
        },
        () => response.writeHead(503).end(),
      );
    },
  };
}
