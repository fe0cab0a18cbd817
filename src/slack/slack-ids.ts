import { z } from 'zod';

/** Whether text is the id of a person as Slack writes it; names from imported files are not. */
export function isSlackId(userId: string): boolean {
  return /^[UW][A-Z0-9]{2,}$/u.test(userId);
}

/** The id of a person as forms, menus and buttons bring it back; `<!channel>` and names are none. */
export const PersonIdSchema = z.string().refine(isSlackId, {
  error: 'is not the id of a person (U… or W…)',
});

/** The id of a channel, a private one or a direct message. */
export const ChannelIdSchema = z.string().regex(/^[CGD][A-Z0-9]+$/u, {
  error: 'is not the id of a channel (C…, G… or D…)',
});
