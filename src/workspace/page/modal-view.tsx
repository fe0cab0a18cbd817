import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ModalContent } from '../block-kit/check-view.ts';
import type { OpenView } from '../protocol.ts';
import { BlockList } from './blocks/block-list.tsx';
import { initialValues } from './elements/initial-values.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { notice, perform } from './store.ts';
import { SurfaceContext, useNewSurface } from './surface.ts';

type Props = { readonly view: OpenView; readonly content: ModalContent };

function focusFirstField(dialog: HTMLElement): void {
  dialog.querySelector<HTMLElement>('.modal-body input, .modal-body select, .modal-body textarea')?.focus();
}

/** A modal as a native dialog: Escape and the close button cancel it, Enter in a field submits it. */
export function ModalView({ view, content }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const surface = useNewSurface('view', view.id);
  const isBusy = useSignal(false);
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    focusFirstField(dialog.current);
  }, []);
  // Fields the bot added or filled by an update start from its values; what was typed stays.
  useEffect(() => {
    surface.values.value = { ...initialValues(content.blocks), ...surface.values.value };
    // An update may take away the field one was in; whoever uses the keyboard goes on in the new ones.
    if (dialog.current?.contains(document.activeElement) === false) focusFirstField(dialog.current);
  }, [view.hash]);

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
      class="modal"
      ref={dialog}
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-header">
          <h2 id="modal-title">{content.title.text}</h2>
          <button type="button" class="icon-button" aria-label="关闭窗口" onClick={close}>
            ✕
          </button>
        </header>
        <ScrollRegion class="modal-body" label={content.title.text}>
          <SurfaceContext.Provider value={surface}>
            <BlockList blocks={content.blocks} />
          </SurfaceContext.Provider>
        </ScrollRegion>
        {notice.value !== null && (
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
