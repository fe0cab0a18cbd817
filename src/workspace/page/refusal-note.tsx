import type { Refusal } from '../protocol.ts';

/** What Slack would answer instead of showing something: its code, and where the fault is. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  return (
    <div class="refused">
      <p>
        Slack 不会接受这条消息：<code>{refusal.error}</code>
      </p>
      <ul>
        {refusal.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </div>
  );
}
