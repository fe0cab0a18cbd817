import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { SidePanelFrame } from './side-panel-frame.tsx';
import { snapshot } from './store.ts';

type Props = { readonly channelId: string; readonly ts: string };

/** A message with its replies, and a composer that replies. */
export function ThreadPanel({ channelId, ts }: Props) {
  const messages = (snapshot.value?.messages ?? []).filter(
    (message) => message.channelId === channelId && (message.ts === ts || message.threadTs === ts),
  );
  const isDirect = snapshot.value?.conversations.find(({ id }) => id === channelId)?.kind === 'im';
  const botName = snapshot.value?.bot.name ?? '';
  return (
    <SidePanelFrame title="讨论串">
      <MessageList messages={messages} emptyText="这条消息已经不在了。" />
      <Composer
        channelId={channelId}
        threadTs={ts}
        placeholder={isDirect ? `回复 ${botName}` : `回复，@ ${botName} 才会得到回答`}
      />
    </SidePanelFrame>
  );
}
