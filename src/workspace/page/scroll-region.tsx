import type { ComponentChildren } from 'preact';

type Props = { readonly label: string; readonly class: string; readonly children: ComponentChildren };

/** A part of the page that scrolls by itself, and can be reached and scrolled by keyboard. */
export function ScrollRegion({ label, class: className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
