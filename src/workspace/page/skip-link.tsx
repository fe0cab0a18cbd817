import type { RefObject } from 'preact';

/** The first stop of the Tab key: past the sidebar, to what is open. The address stays, since it says what that is. */
export function SkipLink({ target }: { readonly target: RefObject<HTMLElement> }) {
  return (
    <a
      class="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        target.current?.focus();
      }}
    >
      跳到正文
    </a>
  );
}
