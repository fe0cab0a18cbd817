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
    { kind: 'positive', mark: '👍', button: element.positive_button },
    { kind: 'negative', mark: '👎', button: element.negative_button },
  ] as const;
  return (
    <>
      {choices.map(({ kind, mark, button }) => (
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
          <span aria-hidden="true">{mark}</span>
        </button>
      ))}
    </>
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
