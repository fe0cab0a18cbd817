import { useSignal } from '@preact/signals';
import type { Button } from '../../block-kit/elements.ts';
import { replaceEmoji } from '../blocks/emoji.ts';
import { usePress } from '../surface.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** A button; asks first when the bot wants it to, and opens its link when it has one. */
export function ButtonElement({ element, blockId }: { readonly element: Button; readonly blockId: string }) {
  const press = usePress();
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  const run = async () => {
    isAsking.value = false;
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer');
    isBusy.value = true;
    const value = element.value === undefined ? {} : { value: element.value };
    await press(blockId, element.action_id ?? '', { type: 'button', ...value });
    isBusy.value = false;
  };
  return (
    <>
      <button
        type="button"
        class={element.style ?? ''}
        aria-label={element.accessibility_label}
        aria-busy={isBusy.value}
        onClick={() => {
          if (element.confirm === undefined) void run();
          else isAsking.value = true;
        }}
      >
        {replaceEmoji(element.text.text)}
      </button>
      {isAsking.value && element.confirm !== undefined && (
        <ConfirmDialog
          confirm={element.confirm}
          onConfirm={() => void run()}
          onDeny={() => {
            isAsking.value = false;
          }}
        />
      )}
    </>
  );
}
