import { useRef } from 'preact/hooks';

export type MenuItem = { readonly key: string; readonly text: string; readonly onPick: () => void };

type Props = { readonly label: string; readonly mark?: string; readonly items: readonly MenuItem[] };

/** A small menu under a button. Native details: keyboard and screen readers know it. Escape closes it. */
export function Menu({ label, mark, items }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  return (
    <details
      class="menu"
      ref={details}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (!(next instanceof Node) || !event.currentTarget.contains(next)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        event.stopPropagation();
        close();
      }}
    >
      <summary aria-label={label}>{mark ?? label}</summary>
      <div class="menu-items">
        {items.map(({ key, text, onPick }) => (
          <button
            type="button"
            key={key}
            onClick={() => {
              close();
              onPick();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </details>
  );
}
