import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Usage } from '../block-kit/measure-blocks.ts';
import type { Exchange, Inspection } from '../protocol.ts';
import { RefusalNote } from './refusal-note.tsx';
import { request } from './request.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { SidePanelFrame } from './side-panel-frame.tsx';

/** Everything behind one message: what went to the bot and came back, the answer's stages, the Block Kit. */
export function InspectPanel({ messageId }: { readonly messageId: string }) {
  const inspection = useSignal<Inspection | null>(null);
  useEffect(() => {
    void request<Inspection>('inspect', { messageId }).then((found) => {
      inspection.value = found;
    });
  }, [messageId]);
  const found = inspection.value;
  return (
    <SidePanelFrame title="检查">
      <ScrollRegion class="inspect" label="检查内容">
        {found === null ? (
          <p class="empty">正在读取…</p>
        ) : (
          <>
            {found.refusal !== undefined && <RefusalNote refusal={found.refusal} />}
            <Limits usage={found.usage} />
            <h3>来回的数据</h3>
            {found.exchanges.length === 0 && <p class="muted">这条消息没有经过机器人。</p>}
            {found.exchanges.map((exchange) => (
              <ExchangeView key={exchange.id} exchange={exchange} />
            ))}
            {found.stages !== null && <Json title="回答的步骤" value={found.stages} />}
            {found.blocks.length > 0 && <Json title="Block Kit JSON" value={found.blocks} />}
          </>
        )}
      </ScrollRegion>
    </SidePanelFrame>
  );
}

function Limits({ usage }: { readonly usage: readonly Usage[] }) {
  if (usage.length === 0) return null;
  return (
    <section>
      <h3>Slack 的限度</h3>
      <ul class="limits">
        {usage.map(({ name, used, limit }) => (
          <li key={name}>
            <span>{name}</span>
            <meter aria-label={name} min={0} max={limit} high={limit * 0.9} value={used} />
            <span class="limit-numbers">
              {used} / {limit}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExchangeView({ exchange }: { readonly exchange: Exchange }) {
  return (
    <details class="exchange">
      <summary>
        <span class="direction">{exchange.direction === 'to-bot' ? '→ 机器人' : '← 机器人'}</span>{' '}
        {exchange.name} <span class="muted">{exchange.durationMs.toFixed(0)} ms</span>
      </summary>
      <Code value={exchange.payload} label="发出" />
      <Code value={exchange.answer} label="回应" />
    </details>
  );
}

function Json({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <details class="exchange">
      <summary>{title}</summary>
      <Code value={value} label={title} isTitled />
    </details>
  );
}

type CodeProps = { readonly value: unknown; readonly label: string; readonly isTitled?: boolean };

/** A text or JSON in a box that scrolls; `isTitled` where its label stands above it already. */
function Code({ value, label, isTitled = false }: CodeProps) {
  return (
    <figure class="code">
      {!isTitled && <figcaption>{label}</figcaption>}
      <ScrollRegion class="code-scroll" label={label}>
        <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
      </ScrollRegion>
    </figure>
  );
}
