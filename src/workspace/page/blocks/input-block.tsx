import { useContext } from 'preact/hooks';
import type { BlockOf } from '../../block-kit/blocks.ts';
import { ElementView } from '../elements/element-view.tsx';
import { SurfaceContext } from '../surface.ts';

/** Elements of several controls: the label names the group, not one of them. */
const GROUPS: ReadonlySet<string> = new Set([
  'radio_buttons',
  'checkboxes',
  'multi_static_select',
  'multi_users_select',
]);

/** A labelled field of a form with its hint and, after a failed submission, what is wrong with it. */
export function InputBlock({ block }: { readonly block: BlockOf<'input'> }) {
  const { errors, ref } = useContext(SurfaceContext);
  const blockId = block.block_id ?? '';
  const id = `${ref.id}-${blockId}`;
  const error = errors.value[blockId];
  const isGroup = GROUPS.has(block.element.type);
  return (
    <div class="field">
      <label class="field-label" id={`${id}-label`} for={isGroup ? undefined : id}>
        {block.label.text}
        {block.optional === true && <span class="muted">（选填）</span>}
      </label>
      <ElementView
        element={block.element}
        blockId={blockId}
        sends={block.dispatch_action === true ? 'at-once' : 'with-form'}
        field={{
          id,
          labelId: `${id}-label`,
          isInvalid: error !== undefined,
          describedBy: error === undefined ? `${id}-hint` : `${id}-error`,
        }}
      />
      {block.hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
