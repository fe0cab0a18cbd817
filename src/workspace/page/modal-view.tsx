import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ModalContent } from '../block-kit/check-view.ts';
import type { OpenView } from '../protocol.ts';
import { BlockList } from './blocks/block-list.tsx';
import { initialValues } from './elements/initial-values.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { notice, perform } from './store.ts';
import { SurfaceContext, useNewSurface } from './surface.ts';

type Props = {
  readonly view: OpenView;
  readonly content: ModalContent;
  /** Those below wait unseen, with what was typed into them. */
  readonly isTop: boolean;
};

function focusFirstField(dialog: HTMLElement): void {
  dialog.querySelector<HTMLElement>('.modal-body input, .modal-body select, .modal-body textarea')?.focus();
}

/** A day or an hour that was typed and cannot be read; what is only missing is for the bot to say. */
function findUnread(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.querySelectorAll<HTMLInputElement>('input.moment')].find(
    ({ validity }) => validity.customError,
  );
}

/** A modal as a native dialog: Escape and the close button cancel it, Enter in a field submits it. */
export function ModalView({ view, content, isTop }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const surface = useNewSurface('view', view.id);
  const isBusy = useSignal(false);
  useLayoutEffect(() => {
    if (dialog.current?.open !== false) return;
    const opened = dialog.current;
    opened.showModal();
    focusFirstField(opened);
    // Closed while it still stands there, it gives the focus back to where it was.
    return () => opened.close();
  }, []);
  // Fields the bot added or filled by an update start from its values; what was typed stays.
  useEffect(() => {
    surface.values.value = { ...initialValues(content.blocks), ...surface.values.value };
    // The field one was in may be gone; whoever uses the keyboard goes on in this form.
    if (isTop && dialog.current?.contains(document.activeElement) === false) focusFirstField(dialog.current);
  }, [view.hash, isTop]);

  const submit = async () => {
    isBusy.value = true;
    const values = { ...initialValues(content.blocks), ...surface.values.value };
    const outcome = await perform('submit', { viewId: view.id, values });
    isBusy.value = false;
    surface.errors.value = outcome.ok ? (outcome.fieldErrors ?? {}) : {};
    requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const close = () => void perform('close', { viewId: view.id, which: 'this-view' });
  return (
    <dialog
      class={`modal ${isTop ? '' : 'is-covered'}`}
      ref={dialog}
      aria-labelledby={`${view.id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const unread = findUnread(event.currentTarget);
          if (unread) unread.reportValidity();
          else void submit();
        }}
      >
        <header class="modal-header">
          <h2 id={`${view.id}-title`}>{content.title.text}</h2>
          <button type="button" class="icon-button" aria-label="关闭窗口" onClick={close}>
            ✕
          </button>
        </header>
        <ScrollRegion class="modal-body" label={content.title.text}>
          <SurfaceContext.Provider value={surface}>
            <BlockList blocks={content.blocks} />
          </SurfaceContext.Provider>
        </ScrollRegion>
        {isTop && notice.value !== null && (
          <p class="field-error modal-error" role="alert">
            {notice.value}
          </p>
        )}
        <footer class="modal-footer">
          <button type="button" onClick={close}>
            {content.close?.text ?? '取消'}
          </button>
          {content.submit !== undefined && (
            <button type="submit" class="primary" disabled={isBusy.value}>
              {content.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
