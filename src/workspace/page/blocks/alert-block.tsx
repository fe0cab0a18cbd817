import type { BlockOf } from '../../block-kit/blocks.ts';
import { Text } from './text.tsx';

/** A word for each level, so that colour is never the only sign. */
const LEVELS = { default: '', info: '提示', warning: '注意', error: '错误', success: '完成' } as const;

export function AlertBlock({ block }: { readonly block: BlockOf<'alert'> }) {
  const level = block.level ?? 'default';
  return (
    <p class={`alert alert-${level}`} role="note">
      {LEVELS[level] !== '' && <strong>{LEVELS[level]} </strong>}
      <Text text={block.text} />
    </p>
  );
}
