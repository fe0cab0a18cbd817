import type { Conversation, Message, OpenView, Reaction, Refusal } from '../protocol.ts';
import { CONVERSATIONS } from './cast.ts';
import type { WorkspaceClock } from './clock.ts';

/** What changed in the workspace; who may see it is decided where it is sent out. */
export type StateChange =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-removed'; readonly message: Message }
  | { readonly kind: 'modals'; readonly sessionId: string }
  | { readonly kind: 'home'; readonly view: OpenView }
  | { readonly kind: 'view-refused'; readonly userId: string; readonly refusal: Refusal };

export type NewMessage = Pick<Message, 'channelId' | 'authorId' | 'text' | 'blocks'> &
  Partial<Pick<Message, 'threadTs' | 'visibleTo' | 'refusal' | 'files'>>;

export type WorkspaceState = ReturnType<typeof createWorkspaceState>;

/** Conversations, messages and open views of one workspace, in memory, in the order things happened. */
export function createWorkspaceState(clock: WorkspaceClock, onChange: (change: StateChange) => void) {
  let sequence = 0;
  const messages = new Map<string, Message>();
  /** Modal stacks by session, oldest view first. */
  const modals = new Map<string, readonly OpenView[]>();
  const homes = new Map<string, OpenView>();

  function nextTs(): string {
    sequence += 1;
    return `${Math.floor(clock.now().getTime() / 1000)}.${String(sequence).padStart(6, '0')}`;
  }

  function store(message: Message): Message {
    messages.set(message.id, message);
    onChange({ kind: 'message', message });
    return message;
  }

  return {
    /** A number that is never given twice, for ids. */
    nextSequence(): number {
      sequence += 1;
      return sequence;
    },

    conversation: (id: string): Conversation | undefined => CONVERSATIONS.find((one) => one.id === id),

    /** The conversation for a channel id, or a person's direct message for a user id. */
    destination: (id: string): Conversation | undefined =>
      CONVERSATIONS.find((one) => one.id === id || one.userId === id),

    addMessage(message: NewMessage): Message {
      const ts = nextTs();
      return store({ ...message, id: `m${ts}`, ts, isEdited: false, reactions: [] });
    },

    editMessage(message: Message, change: Pick<Message, 'text' | 'blocks'>): Message {
      return store({ ...message, ...change, isEdited: true });
    },

    setReactions(message: Message, reactions: readonly Reaction[]): Message {
      return store({ ...message, reactions });
    },

    removeMessage(message: Message): void {
      messages.delete(message.id);
      onChange({ kind: 'message-removed', message });
    },

    message: (id: string): Message | undefined => messages.get(id),

    /** The message other people can refer to by channel and ts: neither ephemeral nor refused. */
    postedMessage: (channelId: string, ts: string): Message | undefined =>
      [...messages.values()].find(
        (one) =>
          one.channelId === channelId &&
          one.ts === ts &&
          one.visibleTo === undefined &&
          one.refusal === undefined,
      ),

    messages: (): readonly Message[] => [...messages.values()],

    modals: (sessionId: string): readonly OpenView[] => modals.get(sessionId) ?? [],

    setModals(sessionId: string, stack: readonly OpenView[]): void {
      modals.set(sessionId, stack);
      onChange({ kind: 'modals', sessionId });
    },

    home: (userId: string): OpenView | null => homes.get(userId) ?? null,

    setHome(view: OpenView): void {
      homes.set(view.userId, view);
      onChange({ kind: 'home', view });
    },

    /** Says that a person would have seen a view, had Slack accepted it. Nothing of it is kept. */
    refuseView(userId: string, refusal: Refusal): void {
      onChange({ kind: 'view-refused', userId, refusal });
    },

    /** An open view, wherever it is, by its id or the bot's external id. */
    view: (id: string): OpenView | undefined =>
      [...[...modals.values()].flat(), ...homes.values()].find(
        (view) => view.id === id || view.content.external_id === id,
      ),

    clear(): void {
      messages.clear();
      modals.clear();
      homes.clear();
    },
  };
}
