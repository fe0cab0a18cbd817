import type { Message } from '../blocks/message.ts';
import { NOTICES } from '../messages.ts';
import { markLate, type PrivatePlace, privateWays, respondTo, statementWays } from '../send.ts';
import type { RichMessage } from './target-card-message.ts';

/**
 * Sends a message with new block types to one person; when Slack refuses them, the same content goes out without.
 * Only the response_url tells a refusal apart at once, so without one the plain form is sent from the start.
 */
export async function sendRichPrivately(place: PrivatePlace, message: RichMessage): Promise<void> {
  const { respond } = place;
  const rich = (isLate: boolean) => {
    const { text, blocks } = markLate({ text: message.text, blocks: message.blocks }, isLate);
    return { text, blocks: [...blocks], response_type: 'ephemeral', replace_original: false } as const;
  };
  await place.outbox.deliver({
    ways: [
      ...(respond ? [(isLate: boolean) => respondTo(respond, rich(isLate))] : []),
      ...privateWays(place, plainMessage(message)),
    ],
    statement: statementWays(place, NOTICES.uncertain),
  });
}

export function plainMessage({ text, plainBlocks }: RichMessage): Message {
  return { text, blocks: [...plainBlocks] };
}
