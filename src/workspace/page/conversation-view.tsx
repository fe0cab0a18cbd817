import { useEffect } from 'preact/hooks';
import type { Conversation } from '../protocol.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { perform, snapshot } from './store.ts';

/** One channel or direct message: its messages and the composer. */
export function ConversationView({ conversation }: { readonly conversation: Conversation }) {
  const messages = snapshot.value?.messages ?? [];
  const botName = snapshot.value?.bot.name ?? '';
  const isDirect = conversation.kind === 'im';
  useEffect(() => {
    if (isDirect) void perform('home', { tab: 'messages' });
  }, [isDirect]);
  const shown = messages.filter(
    ({ channelId, threadTs }) => channelId === conversation.id && threadTs === undefined,
  );
  const title = isDirect ? botName : `#${conversation.name}`;
  return (
    <section class="conversation" aria-label={title}>
      <header class="conversation-header">
        <h1>{title}</h1>
        <p>{conversation.topic}</p>
      </header>
      <MessageList messages={shown} emptyText="还没有消息。写下问题，或用 / 看看机器人会什么。" />
      <Composer
        channelId={conversation.id}
        takesFiles={isDirect}
        placeholder={isDirect ? `问 ${botName}` : `发到 #${conversation.name}，/ 用命令，@ 叫机器人`}
      />
    </section>
  );
}
