import type { Answer } from '../../answering/answer.ts';
import { callMessage } from '../blocks/call-message.ts';
import { contextMessage } from '../blocks/context-message.ts';
import { feedbackForm } from '../blocks/feedback-form.ts';
import type { Message } from '../blocks/message.ts';
import { quotesOf } from '../blocks/quotes-of.ts';
import { citationMessage, sourceMessage } from '../blocks/source-message.ts';
import { findGiven } from '../find-given.ts';
import { TYPED } from '../messages.ts';
import { notice, sendPrivately } from '../send.ts';
import { type SlackServices, titleOf } from '../services.ts';
import type { CommandPlace } from '../targets/target-command.ts';
import type { AnswerPick } from './command-table.ts';

/**
 * Does what the menu of an answer does when its words are typed, for the last answer of the conversation. A slash command
 * stands in none: a form opens with it at once, and the person writes what it is about.
 */
export async function runAnswerCommand(
  services: SlackServices,
  pick: AnswerPick,
  place: CommandPlace,
): Promise<void> {
  const { records, outbox, now } = services;
  const { client, conversation, triggerId, channelId, threadTs, userId } = place;
  const isForm = pick === 'wrong-number' || pick === 'needs-person';
  if (isForm && triggerId !== undefined) {
    const view = feedbackForm({ kind: pick, channel: channelId, threadTs });
    await client.views.open({ trigger_id: triggerId, view });
    return;
  }
  const memory = conversation === undefined ? undefined : { conversation, ...records.threadMemory };
  const question = await memory?.lastQuestion(memory.conversation, now());
  const askedId = await memory?.lastAsked(memory.conversation, now());
  // A target that was shown is remembered by its name, without an answer.
  const q =
    askedId ?? (question === undefined ? undefined : await records.askedQuestions.keep({ question }, now()));
  const deliver = sendPrivately.bind(null, { ...place, outbox });
  if (isForm) {
    await deliver(callMessage({ kind: pick, question, q }));
    return;
  }
  if (question === undefined) {
    await deliver(notice(TYPED.noAnswer));
    return;
  }
  const found =
    askedId === undefined
      ? { given: { answer: await services.answer({ question, userId }) } }
      : await findGiven(services, { questionId: askedId, userId, channelId });
  await deliver('lost' in found ? found.lost : await show(found.given.answer));

  async function show(answer: Answer): Promise<Message> {
    const titles = titleOf(services.answerer);
    switch (pick) {
      case 'cite':
        return citationMessage(answer, titles);
      case 'context':
        if (quotesOf(answer).length === 0) return notice(TYPED.nothingQuoted);
        return contextMessage((around) => services.contextOf(around, userId), answer, titles);
      default:
        return sourceMessage(answer, titles);
    }
  }
}
