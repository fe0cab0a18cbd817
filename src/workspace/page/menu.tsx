import { useRef } from 'preact/hooks';

export type MenuItem = { readonly key: string; readonly text: string; readonly onPick: () => void };

type Props = { readonly label: string; readonly mark?: string; readonly items: readonly MenuItem[] };

/** Room kept between an open menu and the edge of the page. */
const MARGIN = 8;

/**
 * A small menu under a button. Native details: keyboard and screen readers know it. Escape closes it. Opened near an edge
 * of the page, it is moved until all of it is in sight.
 */
export function Menu({ label, mark, items }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const bringIntoSight = () => {
    if (!details.current?.open || !list.current) return;
    list.current.style.translate = '';
    const { left, right } = list.current.getBoundingClientRect();
    const over = right + MARGIN - document.documentElement.clientWidth;
    if (over > 0) list.current.style.translate = `${-Math.min(over, left - MARGIN)}px`;
    list.current.scrollIntoView({ block: 'nearest' });
  };
  return (
    <details
      class="menu"
      ref={details}
      onToggle={bringIntoSight}
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
      <div class="menu-items" ref={list}>
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
