import { type Signal, signal, useSignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ElementValue, FieldErrors, FormValues } from '../protocol.ts';
import { perform } from './store.ts';

/** The message or view that blocks stand in: where their values are kept and their actions go. */
export type Surface = {
  readonly ref: { readonly kind: 'message' | 'view'; readonly id: string };
  readonly values: Signal<FormValues>;
  readonly errors: Signal<FieldErrors>;
};

export const SurfaceContext = createContext<Surface>({
  ref: { kind: 'message', id: '' },
  values: signal({}),
  errors: signal({}),
});

export function useNewSurface(kind: 'message' | 'view', id: string): Surface {
  return { ref: { kind, id }, values: useSignal<FormValues>({}), errors: useSignal<FieldErrors>({}) };
}

/** One element's place: the ids Slack knows it by, and whether a change is sent to the bot at once. */
export type ElementPlace = {
  readonly blockId: string;
  readonly actionId: string;
  readonly sends: 'at-once' | 'with-form';
};

/** The value a person gave an element, and how to change it. */
export function useElementValue({ blockId, actionId, sends }: ElementPlace) {
  const { ref, values } = useContext(SurfaceContext);
  const change = (value: ElementValue) => {
    values.value = {
      ...values.value,
      [blockId]: { ...values.value[blockId], [actionId]: value },
    };
    if (sends === 'at-once') {
      void perform('press', { surface: ref, blockId, actionId, value, values: values.value });
    }
  };
  return { value: values.value[blockId]?.[actionId], change };
}

/** Presses an element that keeps no value: a button, an overflow menu, feedback. */
export function usePress() {
  const { ref, values } = useContext(SurfaceContext);
  return (blockId: string, actionId: string, value: ElementValue) =>
    perform('press', { surface: ref, blockId, actionId, value, values: values.value });
}
