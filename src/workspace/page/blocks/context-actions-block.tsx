import { useSignal } from '@preact/signals';
import type { BlockOf } from '../../block-kit/blocks.ts';
import type { FeedbackButtons, IconButton } from '../../block-kit/elements.ts';
import { session } from '../session.ts';
import { usePress } from '../surface.ts';

/** Feedback and small icon buttons under a message. */
export function ContextActionsBlock({ block }: { readonly block: BlockOf<'context_actions'> }) {
  const blockId = block.block_id ?? '';
  return (
    <div class="context-actions">
      {block.elements.map((element) =>
        element.type === 'feedback_buttons' ? (
          <Feedback key={element.action_id} element={element} blockId={blockId} />
        ) : (
          <Icon key={element.action_id} element={element} blockId={blockId} />
        ),
      )}
    </div>
  );
}

function Feedback({ element, blockId }: { readonly element: FeedbackButtons; readonly blockId: string }) {
  const press = usePress();
  const given = useSignal<'positive' | 'negative' | null>(null);
  const choices = [
    { kind: 'positive', button: element.positive_button },
    { kind: 'negative', button: element.negative_button },
  ] as const;
  return (
    <>
      {choices.map(({ kind, button }) => (
        <button
          type="button"
          key={kind}
          class="feedback"
          aria-pressed={given.value === kind}
          aria-label={button.accessibility_label ?? button.text.text}
          title={button.text.text}
          onClick={() => {
            given.value = kind;
            void press(blockId, element.action_id ?? '', { type: element.type, value: button.value });
          }}
        >
          <Thumb direction={kind === 'positive' ? 'up' : 'down'} />
        </button>
      ))}
    </>
  );
}

/** Drawn, because not every computer has a font with thumbs. */
function Thumb({ direction }: { readonly direction: 'up' | 'down' }) {
  return (
    <svg class={`thumb thumb-${direction}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 9h3v8H3zM7.5 9l3.2-6.2c1.6 0 2.3 1.2 1.9 2.7L12 8h4.2c1.1 0 1.8 1 1.5 2l-1.5 5.6c-.2.8-.9 1.4-1.7 1.4h-7z" />
    </svg>
  );
}

function Icon({ element, blockId }: { readonly element: IconButton; readonly blockId: string }) {
  const press = usePress();
  const isForMe = element.visible_to_user_ids?.includes(session.userId.value) ?? true;
  if (!isForMe) return null;
  return (
    <button
      type="button"
      class="feedback"
      aria-label={element.accessibility_label ?? element.text.text}
      onClick={() =>
        void press(blockId, element.action_id ?? '', { type: element.type, value: element.value ?? '' })
      }
    >
      {element.text.text}
    </button>
  );
}
