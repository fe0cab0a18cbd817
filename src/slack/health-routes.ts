import type { ServerResponse } from 'node:http';
import type { Route } from './route-server.ts';

/** One thing the bot needs in order to work, and whether it has it now. */
export type ReadinessCheck = { readonly name: string; readonly isReady: () => boolean | Promise<boolean> };

/**
 * `/healthz`: the process answers. `/readyz`: everything it needs is there; 503 names what is not. Warnings are what
 * should be looked at though the bot works, such as a report that could not be read.
 */
export function createHealthRoutes(
  checks: readonly ReadinessCheck[],
  readWarnings: () => readonly string[],
): Route[] {
  return [
    {
      path: '/healthz',
      method: 'GET',
      handler: (_request, response) => sendJson(response, 200, { ok: true }),
    },
    {
      path: '/readyz',
      method: 'GET',
      async handler(_request, response) {
        const results = await runChecks(checks);
        const warnings = readWarnings();
        const isReady = Object.values(results).every(Boolean);
        sendJson(response, isReady ? 200 : 503, {
          ready: isReady,
          checks: results,
          ...(warnings.length > 0 ? { warnings } : {}),
        });
      },
    },
  ];
}

async function runChecks(checks: readonly ReadinessCheck[]): Promise<Record<string, boolean>> {
  const results = checks.map(async ({ name, isReady }) => {
    try {
      return [name, await isReady()] as const;
    } catch {
      return [name, false] as const;
    }
  });
  return Object.fromEntries(await Promise.all(results));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}
