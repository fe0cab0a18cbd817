import type { App, BlockFeedbackButtonsAction } from '@slack/bolt';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS } from '../../ids.ts';
import { FEEDBACK } from '../../messages.ts';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import type { SlackServices } from '../../services.ts';

/** The thumbs below an answer: kept, and the person is thanked privately. */
export function registerRate(app: App, services: SlackServices): void {
  app.action<BlockFeedbackButtonsAction>(ACTIONS.rate, async ({ action, body, client, respond }) => {
    const { records, answerer, log, now } = services;
    const { q, rating } = decodeValue('rating', action.value);
    const press = readPress(body);
    await records.feedback.add(
      {
        kind: rating,
        userId: press.userId,
        channelId: press.channelId ?? '',
        question: (await records.askedQuestions.find(q)) ?? '',
        knowledgeVersion: answerer.knowledgeVersion,
        comment: '',
      },
      now(),
    );
    log.info('feedback.received', { kind: rating });
    const thanks = notice(rating === 'helpful' ? FEEDBACK.thanks : FEEDBACK.thanksWrong);
    await sendPrivately({ client, log, ...press, respond }, thanks);
  });
}
