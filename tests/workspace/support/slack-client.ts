import { WebClient } from '@slack/web-api';
import { SILENT_LOGGER } from './silent-logger.ts';

/** The real Web API client against the workspace, as a bot uses it. */
export function createSlackClient(workspaceUrl: string, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${workspaceUrl}api/`,
    retryConfig: { retries: 0 },
    logger: SILENT_LOGGER,
  });
}

/** Does what the page does: one request in a person's name. */
export async function askPage(workspaceUrl: string, name: string, body: object): Promise<unknown> {
  const response = await fetch(`${workspaceUrl}page/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'U0STAFF001', sessionId: 'tab', ...body }),
  });
  return response.json();
}

/** The snapshot a tab starts from. */
export async function readSnapshot(
  workspaceUrl: string,
  viewer: { readonly userId: string; readonly sessionId: string },
) {
  const stream = await fetch(`${workspaceUrl}page/stream?${new URLSearchParams(viewer)}`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  return JSON.parse(text.slice('data: '.length, text.indexOf('\n\n')))
    .snapshot as import('../../../src/workspace/protocol.ts').Snapshot;
}
