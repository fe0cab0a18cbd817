import type { WebClient } from '@slack/web-api';
import { answerQuestion } from './answer-question.ts';
import { answerMessage } from './blocks/answer-message.ts';
import { helpMessage } from './blocks/help-message.ts';
import { type PublicPlace, post } from './send.ts';
import { type SlackServices, titleOf } from './services.ts';

/** A question written in a thread or direct message. */
export type Question = {
  readonly question: string;
  readonly conversation: string;
  readonly place: PublicPlace;
};

/** Answers where the question was written, for everybody there; an empty question gets help. */
export async function answerInConversation(
  services: SlackServices,
  client: WebClient,
  { question, conversation, place }: Question,
): Promise<void> {
  if (question === '') {
    await post(client, place, helpMessage(services.answerer));
    return;
  }
  const { answer, questionId } = await answerQuestion(services, { question, conversation });
  const message = answerMessage(answer, {
    questionId,
    titleOf: titleOf(services.answerer),
    opening: [],
    isShareable: false,
    surface: 'message',
  });
  await post(client, place, message);
}
