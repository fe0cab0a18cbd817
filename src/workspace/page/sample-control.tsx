import type { SampleState } from '../protocol.ts';
import { perform } from './store.ts';

/** Loads and removes the entries marked 示例; not shown while the bot keeps no ledger. */
export function SampleControl({ sample }: { readonly sample: SampleState }) {
  if (sample === 'unavailable') return null;
  return sample === 'loaded' ? (
    <button type="button" onClick={() => void perform('sample', { action: 'remove' })}>
      清除示例填报
    </button>
  ) : (
    <button type="button" onClick={() => void perform('sample', { action: 'load' })}>
      载入示例填报
    </button>
  );
}
