import { useSignal } from '@preact/signals';
import type { Conversation, Snapshot } from '../protocol.ts';
import { ClockControl } from './clock-control.tsx';
import { SampleControl } from './sample-control.tsx';
import { session, switchUser } from './session.ts';
import { go, type Place, perform, place, sidePanel, unread } from './store.ts';

type Props = { readonly snapshot: Snapshot; readonly onNavigate: () => void };

/** Where one can go, who one is, and what time it is. */
export function Sidebar({ snapshot, onNavigate }: Props) {
  const channels = snapshot.conversations.filter(({ kind }) => kind === 'channel');
  const directs = snapshot.conversations.filter(({ kind }) => kind === 'im');
  const open = (next: Place) => {
    go(next);
    onNavigate();
  };
  return (
    <aside class="sidebar" aria-label="工作区">
      <p class="workspace-name">
        {snapshot.workspaceName}
        <small>本地工作区 · 不连 Slack</small>
      </p>
      <nav aria-label="频道和私信">
        <NavItem label="开始" mark="✦" target={{ kind: 'start' }} onOpen={open} />
        <h2>频道</h2>
        {channels.map((channel) => (
          <ConversationItem
            key={channel.id}
            conversation={channel}
            label={channel.name}
            mark="#"
            onOpen={open}
          />
        ))}
        <h2>{snapshot.bot.name}</h2>
        {directs.map((direct) => (
          <ConversationItem key={direct.id} conversation={direct} label="私信" mark="●" onOpen={open} />
        ))}
        <NavItem label="主页" mark="⌂" target={{ kind: 'home' }} onOpen={open} />
      </nav>
      <div class="sidebar-tools">
        <label class="tool">
          <span>我是</span>
          <select value={session.userId.value} onChange={(event) => become(event.currentTarget.value)}>
            {snapshot.people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
        <ClockControl />
        <SampleControl sample={snapshot.sample} />
        <ResetControl />
      </div>
    </aside>
  );
}

/** What the other person had open at the side is not for this one. */
function become(userId: string): void {
  sidePanel.value = null;
  switchUser(userId);
}

/** Starts over: an empty workspace, a fresh bot, the clock where it was at first. */
function ResetControl() {
  const isBusy = useSignal(false);
  const reset = async () => {
    isBusy.value = true;
    go({ kind: 'start' });
    await perform('reset', {});
    isBusy.value = false;
  };
  return (
    <button type="button" disabled={isBusy.value} onClick={() => void reset()}>
      {isBusy.value ? '正在重新开始…' : '重新开始'}
    </button>
  );
}

type ItemProps = { readonly label: string; readonly mark: string; readonly onOpen: (place: Place) => void };

function ConversationItem({ conversation, ...item }: ItemProps & { readonly conversation: Conversation }) {
  return <NavItem {...item} target={{ kind: 'conversation', id: conversation.id }} />;
}

function NavItem({ label, mark, target, onOpen }: ItemProps & { readonly target: Place }) {
  const current = place.value;
  const isHere =
    current.kind === target.kind &&
    (current.kind !== 'conversation' || target.kind !== 'conversation' || current.id === target.id);
  const count = target.kind === 'conversation' ? (unread.value[target.id] ?? 0) : 0;
  return (
    <button
      type="button"
      class="nav-item"
      aria-current={isHere ? 'page' : undefined}
      onClick={() => onOpen(target)}
    >
      <span class="nav-mark" aria-hidden="true">
        {mark}
      </span>
      {label}
      {count > 0 && (
        <span class="unread">
          {count}
          <span class="visually-hidden"> 条新消息</span>
        </span>
      )}
    </button>
  );
}
