import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sidePanel } from './store.ts';

type Props = { readonly title: string; readonly children: ComponentChildren };

function close(): void {
  sidePanel.value = null;
}

/** Whether a key was pressed in a field with something in it that is not sent yet. */
const isWriting = ({ target }: Event): boolean =>
  target instanceof HTMLTextAreaElement && target.value !== '';

/**
 * The column at the side with its title. It takes the focus; its button and Escape close it and give the focus back.
 * Escape does not while something is being written, which would be lost.
 */
export function SidePanelFrame({ title, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const inside = panel.current;
    if (inside?.contains(document.activeElement) === false) inside.querySelector('button')?.focus();
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  return (
    <aside
      class="side-panel"
      aria-label={title}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isWriting(event)) close();
      }}
    >
      <header class="side-panel-header">
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label={`关闭${title}`} onClick={close}>
          ✕
        </button>
      </header>
      {children}
    </aside>
  );
}
