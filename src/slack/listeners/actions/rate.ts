import type { App, BlockFeedbackButtonsAction } from '@slack/bolt';
import { decodeValue } from '../../button-values.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { describeGiven } from '../../find-given.ts';
import { ACTIONS } from '../../ids.ts';
import { FEEDBACK } from '../../messages.ts';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { isOwnMessage, showAgain } from '../../show-again.ts';

/** The thumbs below an answer: kept, and the person is thanked in their place; privately where others see the answer. */
export function registerRate(app: App, services: SlackServices): void {
  app.action<BlockFeedbackButtonsAction>(ACTIONS.rate, async ({ ack, action, body, client, respond }) => {
    const { records, log, now } = services;
    const press = readPress(body);
    const rated = await doThenAcknowledge(ack, async () => {
      const { q, rating: kind, sharing } = decodeValue('rating', action.value);
      await records.feedback.add(
        {
          kind,
          userId: press.userId,
          channelId: press.channelId ?? '',
          ...(await describeGiven(services, q)),
          comment: '',
        },
        { requestKey: `press:${body.trigger_id}`, now: now() },
      );
      return { questionId: q, rating: kind, sharing };
    });
    log.info('feedback.received', { kind: rated.rating });
    if (isOwnMessage(press) && (await showAgain(services, { press, respond }, rated))) return;
    const thanks = notice(rated.rating === 'helpful' ? FEEDBACK.thanks : FEEDBACK.thanksWrong);
    await sendPrivately({ client, outbox: services.outbox, ...press, respond }, thanks);
  });
}
