/** What the page and its server say to each other. The bot never sees any of it: it only sees Slack's payloads. */
import type { Block } from './block-kit/blocks.ts';
import type { ViewContent } from './block-kit/check-view.ts';
import type { Usage } from './block-kit/measure-blocks.ts';

export type Person = { readonly id: string; readonly name: string; readonly isBot: boolean };

export type Conversation = {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  readonly name: string;
  readonly topic: string;
  /** The person on the other side of the bot; only for direct messages. */
  readonly userId?: string;
};

export type Reaction = { readonly name: string; readonly userIds: readonly string[] };

/** Why Slack would not have shown a message or a view, with the code it answers. */
export type Refusal = { readonly error: string; readonly details: readonly string[] };

/** A file people can fetch from the workspace by its id. */
export type SharedFile = { readonly id: string; readonly name: string };

export type Message = {
  /** Unique in the workspace; ephemeral and refused messages have one too. */
  readonly id: string;
  readonly channelId: string;
  /** Slack's message id, `seconds.sequence` of the workspace clock. */
  readonly ts: string;
  readonly threadTs?: string;
  readonly authorId: string;
  /** Slack mrkdwn, escaped as Slack does. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Files shared in it. */
  readonly files?: readonly SharedFile[];
  /** The only person who sees it. */
  readonly visibleTo?: string;
  readonly isEdited: boolean;
  readonly reactions: readonly Reaction[];
  /** Set on a message the bot tried to send and Slack would have refused. */
  readonly refusal?: Refusal;
};

export type OpenView = {
  readonly id: string;
  readonly rootId: string;
  readonly previousId?: string;
  readonly hash: string;
  readonly userId: string;
  /** The browser tab that opened it; empty for App Home. */
  readonly sessionId: string;
  /** The conversation it was opened from, if it was from one. */
  readonly channelId?: string | undefined;
  readonly content: ViewContent;
};

export type Command = { readonly name: string; readonly description: string; readonly usageHint: string };

export type Shortcut = {
  readonly name: string;
  readonly callbackId: string;
  readonly kind: 'message' | 'global';
};

/** One suggestion of the start page: what it shows, and the text it puts into the composer. */
export type Suggestion = { readonly title: string; readonly why: string; readonly text: string };

export type SampleState = 'unavailable' | 'absent' | 'loaded';

/** Everything one tab needs to draw itself. */
export type Snapshot = {
  readonly workspaceName: string;
  readonly bot: Person;
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly suggestions: readonly Suggestion[];
  readonly messages: readonly Message[];
  readonly home: OpenView | null;
  readonly modals: readonly OpenView[];
  /** Instant of the workspace clock, in ms since 1970. */
  readonly nowMs: number;
  readonly sample: SampleState;
  /** What is being done until the bot is there, for people; null once it is. */
  readonly starting: string | null;
};

/** What changed, for the tab it concerns. */
export type Change =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-removed'; readonly messageId: string }
  | { readonly kind: 'modals'; readonly modals: readonly OpenView[] }
  | { readonly kind: 'home'; readonly home: OpenView }
  | { readonly kind: 'clock'; readonly nowMs: number }
  | { readonly kind: 'sample'; readonly sample: SampleState }
  | { readonly kind: 'starting'; readonly starting: string | null }
  | { readonly kind: 'view-refused'; readonly refusal: Refusal };

/** The value of one element, spelled as in Slack's `state.values`. */
export type ElementValue = { readonly type: string; readonly [field: string]: unknown };

/** `state.values` of Slack's payloads: by block id, then action id. */
export type FormValues = { readonly [blockId: string]: { readonly [actionId: string]: ElementValue } };

/** Errors to show beside the fields, by block id. */
export type FieldErrors = { readonly [blockId: string]: string };

/** How the page's request ended. `error` is a sentence for the person. */
export type Outcome =
  | { readonly ok: true; readonly fieldErrors?: FieldErrors }
  | { readonly ok: false; readonly error: string };

/** One request between Slack's side and the bot, with its answer. */
export type Exchange = {
  readonly id: string;
  readonly direction: 'to-bot' | 'from-bot';
  /** What it was: `command /policy`, `event app_mention`, `chat.postMessage`… */
  readonly name: string;
  readonly payload: unknown;
  readonly answer: unknown;
  readonly durationMs: number;
};

/** What the inspect panel shows for one message. */
export type Inspection = {
  readonly exchanges: readonly Exchange[];
  readonly usage: readonly Usage[];
  /** As Slack keeps them; as the bot sent them where Slack would refuse them. */
  readonly blocks: readonly unknown[];
  readonly refusal?: Refusal;
  /** The stages of the answer, in words; null where there was no question. */
  readonly stages: string | null;
};
