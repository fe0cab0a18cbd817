import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Confirm } from '../../block-kit/texts.ts';
import { Text } from '../blocks/text.tsx';

type Props = { readonly confirm: Confirm; readonly onConfirm: () => void; readonly onDeny: () => void };

/** Asks whether to go on, in the bot's words. */
export function ConfirmDialog({ confirm, onConfirm, onDeny }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Closed while it still stands there, it gives the focus back to where it was.
    return () => opened?.close();
  }, []);
  const title = confirm.title?.text ?? '确定吗？';
  return (
    <dialog class="modal confirm" ref={dialog} aria-label={title} onCancel={onDeny}>
      <h2>{title}</h2>
      <p>
        <Text text={confirm.text} />
      </p>
      <footer class="modal-footer">
        <button type="button" onClick={onDeny}>
          {confirm.deny?.text ?? '取消'}
        </button>
        <button type="button" class={confirm.style ?? 'primary'} onClick={onConfirm}>
          {confirm.confirm?.text ?? '确定'}
        </button>
      </footer>
    </dialog>
  );
}
