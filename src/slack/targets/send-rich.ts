import type { Message } from '../blocks/message.ts';
import { isRefusal, type PrivatePlace, sendPrivately } from '../send.ts';
import type { RichMessage } from './target-card-message.ts';

/**
 * Sends a message with new block types to one person; when Slack refuses them, the same content goes out without.
 * Only the response_url tells a refusal apart at once, so without one the plain form is sent from the start.
 */
export async function sendRichPrivately(place: PrivatePlace, message: RichMessage): Promise<void> {
  if (place.respond) {
    try {
      const reply = await place.respond({
        text: message.text,
        blocks: [...message.blocks],
        response_type: 'ephemeral',
        replace_original: false,
      });
      if (!isRefusal(await reply.text())) return;
    } catch {
      // Refused or expired: the plain form is tried next, in every way there is.
    }
  }
  await sendPrivately(place, plainMessage(message));
}

export function plainMessage({ text, plainBlocks }: RichMessage): Message {
  return { text, blocks: [...plainBlocks] };
}
