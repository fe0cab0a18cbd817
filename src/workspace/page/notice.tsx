import { notice } from './store.ts';

/** What went wrong, in one sentence, until it is closed or something else is done. */
export function Notice() {
  if (notice.value === null) return null;
  return (
    <div class="notice" role="alert">
      <span>{notice.value}</span>
      <button
        type="button"
        class="icon-button"
        aria-label="关闭提示"
        onClick={() => {
          notice.value = null;
        }}
      >
        ✕
      </button>
    </div>
  );
}
