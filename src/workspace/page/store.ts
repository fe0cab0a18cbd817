import { computed, effect, signal } from '@preact/signals';
import type { Change, Message, Outcome, Snapshot } from '../protocol.ts';
import { request } from './request.ts';
import { session } from './session.ts';

/** What the main column shows, kept in the address so that a reload comes back to it. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'home' }
  | { readonly kind: 'conversation'; readonly id: string };

/** What the column at the side shows. */
export type SidePanel =
  | { readonly kind: 'thread'; readonly channelId: string; readonly ts: string }
  | { readonly kind: 'inspect'; readonly messageId: string };

export const snapshot = signal<Snapshot | null>(null);
export const isConnected = signal(false);
export const place = signal<Place>(readPlace());
export const sidePanel = signal<SidePanel | null>(null);
/** A sentence about something that went wrong, shown until the next action. */
export const notice = signal<string | null>(null);
/** How many messages arrived in conversations that were not open, by conversation. */
export const unread = signal<Readonly<Record<string, number>>>({});
/** Difference between the workspace clock and this computer's, in ms. */
export const clockOffsetMs = signal(0);

export const people = computed(() => {
  const current = snapshot.value;
  return current === null ? [] : [...current.people, current.bot];
});

/** Names of those who are nobody of this workspace. */
const OTHER_NAMES: Readonly<Record<string, string>> = { USLACKBOT: '工作区', U0SAMPLE01: '示例' };

export function personName(id: string): string {
  return people.value.find((person) => person.id === id)?.name ?? OTHER_NAMES[id] ?? id;
}

export function go(next: Place): void {
  location.hash = next.kind === 'conversation' ? next.id : next.kind === 'home' ? 'home' : '';
  place.value = next;
  sidePanel.value = null;
  markRead();
}

function markRead(): void {
  const where = place.value;
  if (where.kind === 'conversation') unread.value = { ...unread.value, [where.id]: 0 };
}

function countUnread({ id, channelId, threadTs }: Message, known: readonly Message[]): void {
  const where = place.peek();
  const isOpen = where.kind === 'conversation' && where.id === channelId;
  if (isOpen || threadTs !== undefined || known.some((message) => message.id === id)) return;
  unread.value = { ...unread.value, [channelId]: (unread.value[channelId] ?? 0) + 1 };
}

function readPlace(): Place {
  const id = location.hash.slice(1).split('/')[0] ?? '';
  if (id === '') return { kind: 'start' };
  return id === 'home' ? { kind: 'home' } : { kind: 'conversation', id };
}

/** Asks the server and shows what went wrong, if anything did. */
export async function perform(name: string, body: object): Promise<Outcome> {
  notice.value = null;
  try {
    const outcome = await request<Outcome>(name, body);
    if (!outcome.ok) notice.value = outcome.error;
    return outcome;
  } catch {
    const error = '没有连上本地服务，请看终端里的提示。';
    notice.value = error;
    return { ok: false, error };
  }
}

/** Follows the workspace for the current person; reconnects by itself, and when the person changes. */
export function connect(): void {
  window.addEventListener('hashchange', () => {
    place.value = readPlace();
    markRead();
  });
  effect(() => {
    const query = new URLSearchParams({ userId: session.userId.value, sessionId: session.id });
    const stream = new EventSource(`/page/stream?${query}`);
    stream.onopen = () => {
      isConnected.value = true;
    };
    stream.onerror = () => {
      isConnected.value = false;
    };
    stream.onmessage = (event) => applyChange(JSON.parse(event.data) as Change);
    return () => stream.close();
  });
}

function applyChange(change: Change): void {
  const current = change.kind === 'snapshot' ? change.snapshot : snapshot.peek();
  if (current === null) return;
  switch (change.kind) {
    case 'snapshot':
      snapshot.value = current;
      unread.value = {};
      clockOffsetMs.value = current.nowMs - Date.now();
      return;
    case 'clock':
      clockOffsetMs.value = change.nowMs - Date.now();
      return;
    case 'message':
      countUnread(change.message, current.messages);
      snapshot.value = { ...current, messages: upsert(current.messages, change.message) };
      return;
    case 'message-removed':
      snapshot.value = { ...current, messages: current.messages.filter(({ id }) => id !== change.messageId) };
      return;
    case 'modals':
      snapshot.value = { ...current, modals: change.modals };
      return;
    case 'home':
      snapshot.value = { ...current, home: change.home };
      return;
    case 'sample':
      snapshot.value = { ...current, sample: change.sample };
      return;
    case 'starting':
      snapshot.value = { ...current, starting: change.starting };
      return;
    case 'view-refused':
      notice.value = [`Slack 不会接受这个窗口：${change.refusal.error}`, ...change.refusal.details].join(
        '\n',
      );
      return;
  }
}

function upsert(messages: readonly Message[], message: Message): readonly Message[] {
  return messages.some(({ id }) => id === message.id)
    ? messages.map((one) => (one.id === message.id ? message : one))
    : [...messages, message];
}
