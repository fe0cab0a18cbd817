import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver, isRawBodyError } from '@slack/bolt';
import { describeFault, type Log } from '../logging.ts';
import { createSlackLogger } from './create-slack-logger.ts';
import { EVENTS_PATH } from './ids.ts';
import { isInboundBody } from './inbound-body.ts';
import type { Inbound, InboundOptions } from './receivers.ts';
import { createRouteServer, listen } from './route-server.ts';

/** Slack's rule for the age of a request. Bolt refuses what is older, but not what is dated as far ahead. */
const MAX_CLOCK_SKEW_MS = 5 * 60_000;

/** Signed requests, everything under one path; the health routes beside it unless they have a port of their own. */
export function createHttpInbound({ config, routes, log }: InboundOptions, signingSecret: string): Inbound {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: createSlackLogger(log),
  });
  const events = {
    path: EVENTS_PATH,
    method: 'POST',
    async handler(request: IncomingMessage, response: ServerResponse) {
      const status = await refuse(request, signingSecret, log);
      // The connection may hold the rest of a body that was not read.
      if (status !== undefined) response.writeHead(status, { connection: 'close' }).end();
      else receiver.requestListener(request, response);
    },
  } as const;
  const server = createRouteServer(config.health === null ? [events, ...routes] : [events], log);
  const healthServer = config.health === null ? undefined : createRouteServer(routes, log);
  return {
    receiver,
    async start() {
      const port = await listen(server, { ...config.http, variables: 'HOST and PORT' });
      if (!healthServer || config.health === null) return { port, healthPort: port };
      const variables = 'HEALTH_HOST and HEALTH_PORT';
      return { port, healthPort: await listen(healthServer, { ...config.health, variables }) };
    },
    async stop() {
      // Closes when the last kept-alive connection is gone, which is not waited for.
      server.close();
      healthServer?.close();
    },
    close() {
      server.closeAllConnections();
      healthServer?.closeAllConnections();
    },
    isConnected: () => server.listening,
  };
}

/**
 * The status to refuse a request with; undefined for one that is signed, timely and can be read. Bolt verifies it
 * again; a body that is no object would end in a rejection that Bolt leaves to nobody.
 */
async function refuse(
  request: IncomingMessage,
  signingSecret: string,
  log: Log,
): Promise<number | undefined> {
  const { defaultBodyLimit: bodyLimit } = HTTPModuleFunctions;
  try {
    const sentAtMs = Number(request.headers['x-slack-request-timestamp']) * 1_000;
    if (sentAtMs > Date.now() + MAX_CLOCK_SKEW_MS) throw new Error('the timestamp is in the future');
    const verified = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
      { signingSecret, bodyLimit },
      request,
    );
    return isInboundBody(parse(verified)) ? undefined : 400;
  } catch (error) {
    log.warn('http.refused', describeFault(error));
    return isRawBodyError(error) && error.statusCode === 413 ? 413 : 401;
  }
}

/** Not with the error of the parser: that quotes what it could not read. */
function parse(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request);
  } catch {
    return undefined;
  }
}
