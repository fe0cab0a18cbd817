import type { Person } from '../protocol.ts';
import type { BotDelivery } from './bot-delivery.ts';
import type { WorkspaceClock } from './clock.ts';
import type { Exchanges } from './exchanges.ts';
import type { Manifest } from './manifest.ts';
import type { WorkspaceState } from './state.ts';
import type { createResponseUrls, createTriggers } from './tickets.ts';
import type { createUploads } from './uploads.ts';

/** The parts of the workspace that what people do and what the bot calls both work on. */
export type Workspace = {
  readonly manifest: Manifest;
  readonly clock: WorkspaceClock;
  readonly state: WorkspaceState;
  readonly exchanges: Exchanges;
  readonly triggers: ReturnType<typeof createTriggers>;
  readonly responseUrls: ReturnType<typeof createResponseUrls>;
  readonly uploads: ReturnType<typeof createUploads>;
  readonly delivery: BotDelivery;
  /** The bot as people see it. */
  readonly bot: Person;
  /** The workspace's own address, for response urls; known once it listens. */
  readonly baseUrl: () => string;
};
