import { useSignal } from '@preact/signals';
import type { Suggestion } from '../protocol.ts';
import { clockOffsetMs, go, perform, snapshot } from './store.ts';
import { nextMondayMorning } from './workspace-time.ts';

/** What a first visit sees: what this is, and things to try, each one click away. */
export function StartPage({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  return (
    <div class="start">
      <h1>先试五件事</h1>
      <p class="lead">
        这里像一个小的 Slack：侧栏里是频道、私信和机器人的主页，后面跑的是真正的机器人。点一下，问题就发到{' '}
        <strong>#民政政策</strong>，答案马上回来。
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
      {snapshot.value?.sample !== 'unavailable' && <DigestSuggestion />}
      <p class="hint">
        也可以在频道里 @
        机器人、给它发私信，或在任意一条消息的「更多」里用快捷方式。每条消息的「检查」会列出它和 Slack
        之间来回的数据。侧栏下方可以换成管理员、拨时钟、重新开始。
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

/** The digest in one click: sample entries, and the clock put to the hour it is posted. */
function DigestSuggestion() {
  const isBusy = useSignal(false);
  const showDigest = async () => {
    isBusy.value = true;
    const loaded =
      snapshot.value?.sample === 'loaded' ? { ok: true } : await perform('sample', { action: 'load' });
    if (loaded.ok) {
      const weekly = snapshot.value?.conversations.filter(({ kind }) => kind === 'channel').at(-1);
      if (weekly !== undefined) go({ kind: 'conversation', id: weekly.id });
      await perform('clock', {
        instant: nextMondayMorning(Date.now() + clockOffsetMs.value).toISOString(),
      });
    }
    isBusy.value = false;
  };
  return (
    <>
      <h2>再看一期周报</h2>
      <p class="lead">
        <strong>#周报</strong> 每周一 09:00 收到目标进展。点一下：载入标着「示例」的填报，再把时钟拨到下周一。
      </p>
      <button type="button" class="primary" disabled={isBusy.value} onClick={() => void showDigest()}>
        载入示例填报，看下周一的周报
      </button>
    </>
  );
}
