import { type Signal, useSignalEffect } from '@preact/signals';

/** Closes what lies over the page at Escape, or at a press anywhere outside of `inside` (a selector). */
export function useDismiss(isOpen: Signal<boolean>, inside: string): void {
  useSignalEffect(() => {
    if (!isOpen.value) return;
    const close = (event: Event) => {
      const isInside = event.target instanceof Element && event.target.closest(inside) !== null;
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside) isOpen.value = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  });
}
