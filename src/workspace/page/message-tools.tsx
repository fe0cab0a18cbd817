import type { Message } from '../protocol.ts';
import { Menu } from './menu.tsx';
import { perform, sidePanel, snapshot } from './store.ts';

/** What can be done with a message: reply in its thread, use a shortcut on it, inspect it. */
export function MessageTools({ message }: { readonly message: Message }) {
  const shortcuts = (snapshot.value?.shortcuts ?? []).filter(({ kind }) => kind === 'message');
  const isShared = message.visibleTo === undefined && message.refusal === undefined;
  return (
    <div class="message-tools">
      {isShared && (
        <button
          type="button"
          onClick={() => {
            const ts = message.threadTs ?? message.ts;
            sidePanel.value = { kind: 'thread', channelId: message.channelId, ts };
          }}
        >
          回复
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          sidePanel.value = { kind: 'inspect', messageId: message.id };
        }}
      >
        检查
      </button>
      {isShared && shortcuts.length > 0 && (
        <Menu
          label="更多"
          items={shortcuts.map(({ callbackId, name }) => ({
            key: callbackId,
            text: name,
            onPick: () => void perform('shortcut', { callbackId, messageId: message.id }),
          }))}
        />
      )}
    </div>
  );
}
