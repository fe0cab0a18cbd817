import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { ConfirmSchema, plainText } from './texts.ts';

// Fields many elements have.
export const actionId = z.string().min(1).max(LIMITS.id).optional();
export const confirm = ConfirmSchema.optional();
export const placeholder = plainText(LIMITS.select.placeholder).optional();
export const focus = z.boolean().optional();
