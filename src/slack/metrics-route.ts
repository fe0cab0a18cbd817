import type { Route } from './route-server.ts';

/** `/metrics`: numbers in the text format Prometheus reads; 503 when they cannot be had. */
export function createMetricsRoute(
  render: () => Promise<{ readonly contentType: string; readonly text: string }>,
): Route {
  return {
    path: '/metrics',
    method: 'GET',
    handler: (_request, response) => {
      render().then(
        ({ contentType, text }) => response.writeHead(200, { 'content-type': contentType }).end(text),
        () => response.writeHead(503).end(),
      );
    },
  };
}
