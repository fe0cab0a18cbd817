import type { RefObject } from 'preact';

/** The first stop of the Tab key: past the sidebar, to what is open. */
export function SkipLink({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  return (
    // A button, since the address after # says what is open.
    <button type="button" class="skip-link" onClick={() => target.current?.focus()}>
      跳到正文
    </button>
  );
}
