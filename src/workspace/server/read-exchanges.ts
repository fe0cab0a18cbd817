import { z } from 'zod';
import type { Exchange } from '../protocol.ts';

const CommandSchema = z.object({ command: z.string(), text: z.string() });
const EventSchema = z.object({
  event: z.object({ text: z.string(), bot_id: z.undefined().optional() }),
});

/** What a person wrote to the bot, when one of these exchanges carried it. */
export function findText(exchanges: readonly Exchange[]): string | undefined {
  for (const { direction, payload } of exchanges) {
    if (direction !== 'to-bot') continue;
    const command = CommandSchema.safeParse(payload);
    const event = EventSchema.safeParse(payload);
    const text = command.data?.text ?? event.data?.event.text;
    if (text === undefined) continue;
    const written = text.replaceAll(/<@\w+>/g, '').trim();
    if (written !== '') return written;
  }
  return undefined;
}

const SentSchema = z.object({ blocks: z.array(z.unknown()) });

/** The blocks as the bot sent them, from the last of these exchanges that had any. */
export function findSentBlocks(exchanges: readonly Exchange[]): readonly unknown[] {
  const sent = exchanges.flatMap(({ direction, payload }) => {
    const parsed = SentSchema.safeParse(payload);
    return direction === 'from-bot' && parsed.success ? [parsed.data.blocks] : [];
  });
  return sent.at(-1) ?? [];
}
