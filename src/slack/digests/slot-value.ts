import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { isLocalDate } from '../../targets/local-date.ts';
import type { SlotKey } from '../../targets/slot.ts';

const SlotValueSchema = z.strictObject({
  subscriptionId: z.string().min(1),
  slotOn: z.string().refine(isLocalDate),
});

/** Writes which slot a button is about. */
export function encodeSlotValue(key: SlotKey): string {
  return JSON.stringify(key);
}

/** @throws AppError `input_invalid` when the value of a pressed button names no slot. */
export function decodeSlotValue(value: string | undefined): SlotKey {
  try {
    return SlotValueSchema.parse(JSON.parse(value ?? ''));
  } catch (cause) {
    throw new AppError('input_invalid', 'the value of the button “再发一次” names no slot', { cause });
  }
}
