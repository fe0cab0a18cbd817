import { z } from 'zod';

const who = { userId: z.string(), sessionId: z.string().min(1) };
const surface = z.object({ kind: z.enum(['message', 'view']), id: z.string() });
const value = z.looseObject({ type: z.string() });
const values = z.record(z.string(), z.record(z.string(), value)).default({});

/** Everything the page may ask its server to do, by the last part of the address `/page/…`. */
export const PAGE_REQUESTS = {
  send: z.object({ ...who, channelId: z.string(), text: z.string(), threadTs: z.string().optional() }),
  /** Sends a file, its bytes in base64. */
  upload: z.object({
    ...who,
    channelId: z.string(),
    name: z.string().min(1),
    content: z.base64(),
    threadTs: z.string().optional(),
  }),
  press: z.object({ ...who, surface, blockId: z.string(), actionId: z.string(), value, values }),
  options: z.object({ ...who, surface, blockId: z.string(), actionId: z.string(), query: z.string() }),
  submit: z.object({ ...who, viewId: z.string(), values }),
  close: z.object({ ...who, viewId: z.string(), which: z.enum(['this-view', 'all-views']) }),
  shortcut: z.object({ ...who, callbackId: z.string(), messageId: z.string().optional() }),
  home: z.object({ ...who, tab: z.enum(['home', 'messages']) }),
  inspect: z.object({ ...who, messageId: z.string() }),
  clock: z.object({ ...who, instant: z.iso.datetime() }),
  sample: z.object({ ...who, action: z.enum(['load', 'remove']) }),
  reset: z.object({ ...who }),
} as const;

export type PageRequestName = keyof typeof PAGE_REQUESTS;
export type PageRequest<Name extends PageRequestName> = z.infer<(typeof PAGE_REQUESTS)[Name]>;

export function isPageRequestName(name: string): name is PageRequestName {
  return Object.hasOwn(PAGE_REQUESTS, name);
}
