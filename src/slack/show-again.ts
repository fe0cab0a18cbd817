import type { RespondFn } from '@slack/bolt';
import { describeFault } from '../logging.ts';
import { answerMessage } from './blocks/answer-message.ts';
import { formsOf } from './blocks/message.ts';
import type { Rating, Sharing } from './button-values.ts';
import { type Given, readGiven } from './find-given.ts';
import { askedOpening } from './opening.ts';
import type { Press } from './press.ts';
import { isDirectMessage, respondTo } from './send.ts';
import { reportNames, type SlackServices } from './services.ts';

/** Whether nobody else sees the message with the button, so that it may change for the one who pressed. */
export function isOwnMessage({ isHome, isEphemeral, channelId }: Press): boolean {
  return !isHome && (isEphemeral || isDirectMessage(channelId));
}

/**
 * Shows an answer anew in place of the message with the button, as it is after what was pressed. True when Slack took it:
 * what was pressed is done either way, so a failure is logged and somebody else has to say it.
 */
export async function showAgain(
  services: SlackServices,
  { press, respond }: { readonly press: Press; readonly respond: RespondFn },
  shown: {
    readonly questionId: string;
    readonly sharing: Sharing;
    readonly rating?: Rating | undefined;
    /** When it has been read already. */
    readonly given?: Given;
  },
): Promise<boolean> {
  const { questionId, sharing, rating } = shown;
  const given = shown.given ?? (await readGiven(services, { questionId, channelId: press.channelId }));
  if (typeof given === 'string') return false;
  const message = answerMessage(given.answer, {
    questionId,
    progress: given.progress,
    ...reportNames(services.answerer),
    // In a conversation the question stands above.
    opening: press.isEphemeral ? askedOpening(given.question) : [],
    sharing,
    rating,
    surface: 'message',
  });
  for (const form of formsOf(message)) {
    try {
      await respondTo(respond, { ...form, replace_original: true });
      return true;
    } catch (error) {
      services.log.warn('slack.not_replaced', describeFault(error));
    }
  }
  return false;
}
