import type { ServerResponse } from 'node:http';
import type { Change } from '../protocol.ts';

export type Viewer = { readonly userId: string; readonly sessionId: string };

/** The open tabs, told about every change that concerns them by Server-Sent Events. */
export function createLiveUpdates() {
  const tabs = new Map<ServerResponse, Viewer>();

  function write(response: ServerResponse, change: Change): void {
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  }

  return {
    /** Keeps a tab's connection open; `first` is what it draws itself from. */
    add(response: ServerResponse, viewer: Viewer, first: Change): void {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      write(response, first);
      tabs.set(response, viewer);
      response.on('close', () => tabs.delete(response));
    },

    /** Sends each tab what `changeFor` gives for it; nothing where that is undefined. */
    broadcast(changeFor: (viewer: Viewer) => Change | undefined): void {
      for (const [response, viewer] of tabs) {
        const change = changeFor(viewer);
        if (change !== undefined) write(response, change);
      }
    },

    close(): void {
      for (const response of tabs.keys()) response.end();
      tabs.clear();
    },
  };
}
