import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Viewer } from './live-updates.ts';
import type { PageFile } from './page-files.ts';
import { isPageRequestName, type PageRequestName } from './page-requests.ts';
import { parseBody, readBody, readBytes } from './read-body.ts';
import type { UploadedFile } from './uploads.ts';

/** What the server's addresses lead to. */
export type Routes = {
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  readonly callApi: (method: string, token: string, args: Readonly<Record<string, unknown>>) => object;
  readonly answerResponseUrl: (
    urlId: string,
    body: unknown,
  ) => { readonly status: number; readonly body: string };
  /** Takes the bytes of a file the bot has announced; false for one it has not. */
  readonly receiveFile: (id: string, content: Buffer) => boolean;
  readonly findFile: (id: string) => UploadedFile | undefined;
  readonly answerPage: (name: PageRequestName, body: unknown) => Promise<unknown>;
  readonly openStream: (response: ServerResponse, viewer: Viewer) => void;
};

/** Nothing is loaded from anywhere else, except pictures a bot's message points to. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'";

/** The largest file a bot may want to see, in base64. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/** Serves the page, its requests, Slack's Web API under `/api/` and response urls. */
export function createHttpServer(routes: Routes) {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: `本地服务出错了：${error}` });
      else response.destroy();
    });
  });
  // Idle connections are the client's to close: one closed here just when the bot uses it again is a failed call.
  server.keepAliveTimeout = 0;
  return server;
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Other names for the loopback address would let a foreign web page talk to the workspace (DNS rebinding).
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) {
    return sendJson(response, 403, { ok: false, error: 'unknown host' });
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, area = '', name = ''] = url.pathname.split('/');
  const contentType = request.headers['content-type'] ?? '';
  if (area === 'api') {
    const body = parseBody(await readBody(request), contentType);
    const fields = isRecord(body) ? body : {};
    const { token, ...args } = { ...Object.fromEntries(url.searchParams), ...fields };
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    return sendJson(response, 200, routes.callApi(name, bearer ?? String(token ?? ''), args));
  }
  if (area === 'response') {
    const { status, body } = routes.answerResponseUrl(name, parseBody(await readBody(request), contentType));
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    return;
  }
  if (area === 'upload') {
    const isTaken = routes.receiveFile(name, await readBytes(request));
    response
      .writeHead(isTaken ? 200 : 404, { 'content-type': 'text/plain' })
      .end(isTaken ? 'OK' : 'not found');
    return;
  }
  if (area === 'file') {
    const found = routes.findFile(name);
    if (!found?.content) return sendJson(response, 404, { ok: false, error: 'not found' });
    response
      .writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      })
      .end(found.content);
    return;
  }
  if (area === 'page' && name === 'stream') {
    const { userId = '', sessionId = '' } = Object.fromEntries(url.searchParams);
    return routes.openStream(response, { userId, sessionId });
  }
  if (area === 'page' && isPageRequestName(name)) {
    // A JSON body cannot be sent across origins without asking first, and this server never agrees.
    const body = contentType.includes('application/json')
      ? parseBody(await readBody(request, name === 'upload' ? MAX_UPLOAD_BYTES : undefined), contentType)
      : undefined;
    const result = await routes.answerPage(name, body);
    return sendJson(
      response,
      result === null ? 400 : 200,
      result ?? { ok: false, error: '请求的格式不对。' },
    );
  }
  const file = routes.pageFiles.get(url.pathname);
  if (file === undefined) return sendJson(response, 404, { ok: false, error: 'not found' });
  response
    .writeHead(200, {
      'content-type': `${file.contentType}; charset=utf-8`,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-store',
    })
    .end(file.body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
