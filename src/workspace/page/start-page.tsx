import type { Suggestion } from '../protocol.ts';
import { go, perform, snapshot } from './store.ts';

/** What a first visit sees: what this is, and things to try, each one click away. */
export function StartPage({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  return (
    <div class="start">
      <h1>先试五件事</h1>
      <p class="lead">
        这里像一个小的 Slack:左边是频道、私信和机器人的主页,后面跑的是真正的机器人。点一下,问题就发到
        #民政政策,答案马上回来。
      </p>
      <ol class="suggestions">
        {suggestions.map((suggestion) => (
          <li key={suggestion.text}>
            <button type="button" class="suggestion" onClick={() => trySuggestion(suggestion.text)}>
              <span class="suggestion-title">{suggestion.title}</span>
              <code>{suggestion.text}</code>
              <span class="suggestion-why">{suggestion.why}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="hint">
        也可以在频道里 @
        机器人、给它发私信,或在任意一条消息的「更多」里用快捷方式。每条消息的「检查」会列出它和 Slack
        之间来回的数据。
      </p>
    </div>
  );
}

function trySuggestion(text: string): void {
  const channel = snapshot.value?.conversations.find(({ kind }) => kind === 'channel');
  if (channel === undefined) return;
  go({ kind: 'conversation', id: channel.id });
  void perform('send', { channelId: channel.id, text });
}
