import type { ComponentChildren } from 'preact';
import { sidePanel } from './store.ts';

type Props = { readonly title: string; readonly children: ComponentChildren };

/** The column at the side with its title and a button that closes it. */
export function SidePanelFrame({ title, children }: Props) {
  return (
    <aside class="side-panel" aria-label={title}>
      <header class="side-panel-header">
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={`关闭${title}`}
          onClick={() => {
            sidePanel.value = null;
          }}
        >
          ✕
        </button>
      </header>
      {children}
    </aside>
  );
}
