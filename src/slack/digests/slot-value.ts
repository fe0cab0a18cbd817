import type { SlotKey } from '../../targets/slot.ts';

/** Writes which slot a button is about. */
export function encodeSlotValue(key: SlotKey): string {
  return JSON.stringify(key);
}
