import type { Message, SharedFile } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { BlockList } from './blocks/block-list.tsx';
import { emojiFor } from './blocks/emoji.ts';
import { Mrkdwn } from './blocks/mrkdwn.tsx';
import { MessageTools } from './message-tools.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { personName, sidePanel, snapshot } from './store.ts';
import { SurfaceContext, useNewSurface } from './surface.ts';
import { formatTime, tsToMs } from './workspace-time.ts';

/** One message: who, when, what, and what can be done with it. */
export function MessageView({ message }: { readonly message: Message }) {
  const surface = useNewSurface('message', message.id);
  const isBot = snapshot.value?.bot.id === message.authorId;
  return (
    <article
      class={`message ${message.visibleTo === undefined ? '' : 'is-private'}`}
      data-message-id={message.id}
    >
      <Avatar personId={message.authorId} />
      <div class="message-body">
        <header class="message-header">
          <strong>{personName(message.authorId)}</strong>
          {isBot && <span class="badge">应用</span>}
          <time>{formatTime(tsToMs(message.ts))}</time>
          {message.isEdited && <span class="muted">（已编辑）</span>}
          {message.visibleTo !== undefined && <span class="private-mark">仅你可见</span>}
        </header>
        {message.refusal === undefined ? (
          <SurfaceContext.Provider value={surface}>
            <MessageContent message={message} />
          </SurfaceContext.Provider>
        ) : (
          <RefusalNote refusal={message.refusal} />
        )}
        <Reactions message={message} />
        <ThreadLink message={message} />
      </div>
      <MessageTools message={message} />
    </article>
  );
}

function MessageContent({ message }: { readonly message: Message }) {
  if (message.files !== undefined) return <Files files={message.files} />;
  if (message.blocks.length > 0) return <BlockList blocks={message.blocks} />;
  return (
    <div class="message-text">
      <Mrkdwn text={message.text} />
    </div>
  );
}

/** Files shared in a message, each to be fetched. */
function Files({ files }: { readonly files: readonly SharedFile[] }) {
  return (
    <ul class="files">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`/file/${id}`} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Reactions({ message }: { readonly message: Message }) {
  if (message.reactions.length === 0) return null;
  return (
    <p class="reactions">
      {message.reactions.map(({ name, userIds }) => (
        <span key={name} title={name}>
          {emojiFor(name)} {userIds.length}
        </span>
      ))}
    </p>
  );
}

function ThreadLink({ message }: { readonly message: Message }) {
  const replies = (snapshot.value?.messages ?? []).filter(
    ({ channelId, threadTs }) => channelId === message.channelId && threadTs === message.ts,
  );
  if (replies.length === 0 || sidePanel.value?.kind === 'thread') return null;
  return (
    <button
      type="button"
      class="thread-link"
      onClick={() => {
        sidePanel.value = { kind: 'thread', channelId: message.channelId, ts: message.ts };
      }}
    >
      {replies.length} 条回复
    </button>
  );
}
